import type { ComponentChildren } from "preact";
import { steps as stepStrings, verdict as strings } from "#strings/index.ts";
import Icon from "#widgets/Icon.tsx";
import Prose from "#widgets/Prose.tsx";
import Sideways from "#widgets/sideways/Sideways.tsx";
import { sentenceOfLine, wrongLines } from "#widgets/steps/wrong-lines.ts";
import type { Grade, PrintedOutput } from "#grader/verdict.ts";

interface Props {
  grade: Grade;
  edited: boolean;
  /** Says what was edited. */
  stale?: string;
  /** Goes to a line of the code that was graded. */
  onGoTo?: (line: number) => void;
  /** What can be done about it, or after it. */
  remedy?: ComponentChildren;
}

/** The verdict in a word with its sign, and why. */
export default function VerdictPanel({ grade, edited, stale = strings.codeEdited, onGoTo, remedy }: Props) {
  const sentence = sentenceOfLine(grade);
  return (
    <div class={`hg-callout hg-verdict hg-verdict-${grade.verdict}`} data-verdict={grade.verdict}>
      <p class="hg-row hg-verdict-word">
        <Icon name={grade.verdict} />
        <strong>{strings.words[grade.verdict]}</strong>
        {edited && <span class="hg-verdict-stale">{stale}</span>}
      </p>
      {grade.outputs.length > 1 && (
        <ul class="hg-row hg-verdict-outputs" aria-label={strings.byGradient}>
          {grade.outputs.map(({ wrt, verdict }, i) => (
            <li key={wrt} class={`hg-signed ${verdict === "correct" ? "hg-right" : "hg-wrong"}`}>
              <Icon name={verdict} />
              <code>d{grade.cases[0]?.outputs[i]?.wrt ?? wrt}</code> {strings.inList[verdict]}
            </li>
          ))}
        </ul>
      )}
      {sentence && <Prose text={sentence} />}
      <Prose text={grade.message} />
      {onGoTo && <LineButtons lines={wrongLines(grade)} onGoTo={onGoTo} />}
      {remedy}
      {grade.printed && <Printed {...grade.printed} />}
    </div>
  );
}

/** Ways to the lines that the verdict is about. */
const LineButtons = ({ lines, onGoTo }: { lines: readonly number[]; onGoTo: (line: number) => void }) =>
  lines.length === 0 ? null : (
    <p class="hg-row hg-live">
      {lines.map((line) => (
        <button key={line} type="button" class="hg-button" onClick={() => onGoTo(line)}>
          {stepStrings.goTo(line)}
        </button>
      ))}
    </p>
  );

/** What the answer printed in the first case that it fails in. */
function Printed({ at, text, cut }: PrintedOutput) {
  return (
    <figure class="hg-printed">
      <figcaption>
        <Prose text={strings.printed(at)} />
      </figcaption>
      <Sideways label={strings.printout} class="hg-tall">
        <pre class="hg-box">{text}</pre>
      </Sideways>
      {cut && <p class="hg-remark">{strings.printedMore}</p>}
    </figure>
  );
}
