import type { ComponentChildren } from "preact";

interface Reading {
  name: ComponentChildren;
  text: string;
  kind?: "value" | "gradient";
}

/** Numbers that belong to a plot, each below its name. */
export default function Readings({ entries }: { entries: readonly Reading[] }) {
  return (
    <dl class="hg-row hg-readings">
      {entries.map(({ name, text, kind }, i) => (
        <div key={i}>
          <dt>{name}</dt>
          <dd class={kind && `hg-${kind}`}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
