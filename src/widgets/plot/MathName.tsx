/** A name as formulas write it: in italics, what follows `_` as a subscript. `dL/dy_pred` */
export default function MathName({ text }: { text: string }) {
  return (
    <em class="hg-math-name">
      {text.split(/_(\w+)/).map((part, i) => (i % 2 === 0 ? part : <sub key={i}>{part}</sub>))}
    </em>
  );
}
