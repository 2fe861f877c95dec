import Icon from "#widgets/Icon.tsx";
import Prose from "#widgets/Prose.tsx";
import type { Grade, Verdict } from "#grader/verdict.ts";

const words: Readonly<Record<Verdict, string>> = {
  correct: "Correct",
  incorrect: "Incorrect",
  invalid: "Could not be graded",
  timeout: "Out of time",
};

interface Props {
  grade: Grade;
  edited: boolean;
  /** What was edited. */
  work?: string;
}

/** The verdict in a word with its sign, and why. */
export default function VerdictPanel({ grade, edited, work = "the code" }: Props) {
  return (
    <div class={`hg-verdict hg-verdict-${grade.verdict}`} data-verdict={grade.verdict}>
      <p class="hg-verdict-word">
        <Icon name={grade.verdict} />
        <strong>{words[grade.verdict]}</strong>
        {edited && <span class="hg-verdict-stale">You have edited {work} since.</span>}
      </p>
      {grade.outputs.length > 1 && (
        <ul class="hg-verdict-outputs" aria-label="Verdict by gradient">
          {grade.outputs.map(({ wrt, verdict }, i) => (
            <li key={wrt} class={verdict === "correct" ? "hg-right" : "hg-wrong"}>
              <Icon name={verdict} />
              <code>d{grade.cases[0]?.outputs[i]?.wrt ?? wrt}</code> {verdict}
            </li>
          ))}
        </ul>
      )}
      <Prose text={grade.message} />
    </div>
  );
}
