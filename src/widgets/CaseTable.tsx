import { useSignal } from "@preact/signals";
import { cases as strings } from "#strings/index.ts";
import Icon from "#widgets/Icon.tsx";
import NumericValue from "#widgets/NumericValue.tsx";
import Sideways from "#widgets/sideways/Sideways.tsx";
import { fewDigits } from "#graph/number-text.ts";
import { distinguishingDigits } from "#grader/value-text.ts";
import type { CaseRow } from "#grader/verdict.ts";

const shownAtFirst = 4;

/** Every input that was tried, the learner's values beside autograd's. Cases that disagree come first. */
export default function CaseTable({ cases }: { cases: readonly CaseRow[] }) {
  const all = useSignal(false);
  const agreeing = cases.filter(agrees).length;
  const ordered = [...cases.filter((row) => !agrees(row)), ...cases.filter(agrees)];
  const several = (cases[0]?.outputs.length ?? 1) > 1;
  const visible = all.value ? ordered : ordered.slice(0, shownAtFirst);

  return (
    <details class="hg-details hg-cases" open={agreeing < cases.length}>
      <summary>{strings.agree(agreeing, cases.length)}</summary>
      <Sideways label={strings.label}>
        {/* The roles outlive the narrow layout, which takes the table's elements out of table layout. */}
        <table role="table" class={several ? "hg-table hg-case-table hg-several" : "hg-table hg-case-table"}>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader">{strings.agrees}</th>
              <th role="columnheader">{strings.at}</th>
              {several && <th role="columnheader">{strings.gradient}</th>}
              <th role="columnheader">{strings.yours}</th>
              <th role="columnheader">{strings.autograd}</th>
            </tr>
          </thead>
          {visible.map((row) => (
            <Case key={cases.indexOf(row)} row={row} several={several} />
          ))}
        </table>
      </Sideways>
      {cases.length > shownAtFirst && (
        <button type="button" class="hg-button hg-quiet hg-live" onClick={() => (all.value = !all.value)}>
          {all.value ? strings.fewer : strings.all(cases.length)}
        </button>
      )}
    </details>
  );
}

const agrees = (row: CaseRow): boolean => row.outputs.every((output) => output.agrees);

function Case({ row, several }: { row: CaseRow; several: boolean }) {
  return (
    <tbody role="rowgroup">
      {row.outputs.map((output, i) => {
        const digits =
          output.agrees || !output.yours ? fewDigits : distinguishingDigits(output.yours, output.autograd);
        return (
          <tr role="row" key={output.wrt}>
            <td role="cell" class={output.agrees ? "hg-case-sign hg-right" : "hg-case-sign hg-wrong"}>
              <Icon name={output.agrees ? "correct" : "incorrect"} />
              <span class="hg-case-word">{output.agrees ? strings.yes : strings.no}</span>
            </td>
            {i === 0 && (
              <th role="rowheader" scope="rowgroup" rowSpan={row.outputs.length}>
                {row.inputs.map(({ name, value }) => (
                  <span class="hg-value hg-case-input" key={name}>
                    <code>{name}</code> = <NumericValue value={value} digits={fewDigits} />
                  </span>
                ))}
              </th>
            )}
            {several && (
              <td role="cell" class="hg-gradient">
                <code>d{output.wrt}</code>
              </td>
            )}
            <td role="cell" data-label={strings.yours} class="hg-gradient hg-case-gradient">
              {output.yours ? (
                <NumericValue
                  value={output.yours}
                  digits={digits}
                  comparedTo={output.agrees ? undefined : output.autograd}
                />
              ) : (
                strings.nothing
              )}
            </td>
            <td role="cell" data-label={strings.autograd} class="hg-gradient hg-case-gradient">
              <NumericValue value={output.autograd} digits={digits} />
            </td>
          </tr>
        );
      })}
    </tbody>
  );
}
