import { shapeText } from "#graph/labels.ts";
import NumericValue from "#widgets/NumericValue.tsx";
import { graphNumber } from "#graph/graph-text.ts";
import type { Shape } from "#autodiff/index.ts";

interface Props {
  shape: Shape;
  entries: readonly number[];
  /** Which of the two hues it has, if any. */
  kind?: "value" | "gradient";
}

/** Arrays with more entries are told by their shape alone. */
const mostEntries = 40;
const digits = 4;

/** A number, the entries of an array, or the shape of a large one. An array of equal entries that isn't named is one number. */
export default function Quantity({ shape, entries, kind }: Props) {
  const hue = kind && `hg-${kind}`;
  if (shape.length === 0) return <span class={hue}>{graphNumber(entries[0]!)}</span>;
  if (shape.length > 2 || entries.length > mostEntries) return <span class={hue}>{shapeText(shape)}</span>;
  return (
    <span class={hue}>
      <NumericValue value={{ kind: "array", shape, data: entries }} digits={digits} />
    </span>
  );
}
