import { cases as strings } from "#strings/index.ts";
import { nestedText, numberText } from "#graph/number-text.ts";
import { valueText } from "#grader/value-text.ts";
import type { Value } from "#runtime/runtime.ts";

interface Props {
  value: Value;
  digits: number;
  /** Entries that differ from this value's are marked, if it has the same shape. */
  comparedTo?: Value | undefined;
}

/** More entries than anybody compares by eye are told of instead of shown; an answer may return thousands. */
const mostShown = 400;

/** A number, a list, or a matrix in brackets. */
export default function NumericValue({ value, digits, comparedTo }: Props) {
  if (value.kind === "array" && value.data.length > mostShown) {
    const first = value.data.slice(0, 3).map((entry) => numberText(entry, digits));
    return <span class="hg-number">{strings.large(value.shape.join(" × "), first.join(", "))}</span>;
  }
  if (value.kind !== "array" || value.shape.length === 0 || value.shape.length > 2) {
    return <span class="hg-number">{valueText(value, digits)}</span>;
  }
  const [rows, columns] = value.shape;
  const counterpart =
    comparedTo?.kind === "array" && String(comparedTo.shape) === String(value.shape)
      ? comparedTo.data
      : undefined;
  const entries = value.data.map((entry, i) => {
    const text = numberText(entry, digits);
    const differs = counterpart !== undefined && numberText(counterpart[i]!, digits) !== text;
    return (
      <span key={i} class={differs ? "hg-number hg-differs" : "hg-number"}>
        {text}
      </span>
    );
  });
  if (columns === undefined) {
    return (
      <span class="hg-list">[{entries.flatMap((entry, i) => (i === 0 ? [entry] : [", ", entry]))}]</span>
    );
  }
  return (
    <span class="hg-matrix" role="img" aria-label={nestedText(value.shape, value.data, digits)}>
      <span class="hg-matrix-entries" style={{ gridTemplateColumns: `repeat(${columns}, auto)` }}>
        {rows === 0 || columns === 0 ? "empty" : entries}
      </span>
    </span>
  );
}
