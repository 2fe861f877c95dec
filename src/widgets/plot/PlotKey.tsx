import type { ComponentChildren } from "preact";
import { dashes } from "#widgets/plot/plot-definition.ts";

export interface KeyEntry {
  /** The line's hue, if it isn't drawn in the colour of text. */
  hue?: "value" | "gradient" | "muted" | "wrong" | undefined;
  dash?: keyof typeof dashes;
  says: ComponentChildren;
}

/** What the lines of a plot stand for. */
export default function PlotKey({ entries }: { entries: readonly KeyEntry[] }) {
  return (
    <ul class="hg-row hg-plot-key">
      {entries.map(({ hue, dash, says }, i) => (
        <li key={i}>
          <svg class={hue && `hg-${hue}`} viewBox="0 0 32 8" width="32" height="8" aria-hidden="true">
            <path d="M1 4H31" stroke-dasharray={dash && dashes[dash]} />
          </svg>
          {says}
        </li>
      ))}
    </ul>
  );
}
