import type { ComponentChildren } from "preact";
import { verdict as strings } from "#strings/index.ts";
import Icon from "#widgets/Icon.tsx";
import Prose from "#widgets/Prose.tsx";
import Sideways from "#widgets/sideways/Sideways.tsx";
import type { Grade, PrintedOutput } from "#grader/verdict.ts";

interface Props {
  grade: Grade;
  edited: boolean;
  /** Says what was edited. */
  stale?: string;
  /** What can be done about it. */
  remedy?: ComponentChildren;
}

/** The verdict in a word with its sign, and why. */
export default function VerdictPanel({ grade, edited, stale = strings.codeEdited, remedy }: Props) {
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
      <Prose text={grade.message} />
      {remedy}
      {grade.printed && <Printed {...grade.printed} />}
    </div>
  );
}

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
