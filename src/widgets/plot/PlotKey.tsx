import type { ComponentChildren } from "preact";
import { dashes } from "#widgets/plot/plot-definition.ts";

export interface KeyEntry {
  /** How the line is drawn; its colour comes with it. */
  look: "value" | "gradient" | "quiet" | "right" | "wrong" | "text";
  dash?: keyof typeof dashes;
  says: ComponentChildren;
}

/** What the lines of a plot stand for. */
export default function PlotKey({ entries }: { entries: readonly KeyEntry[] }) {
  return (
    <ul class="hg-plot-key">
      {entries.map(({ look, dash, says }, i) => (
        <li key={i}>
          <svg
            class={`hg-plot-sample hg-plot-${look}`}
            viewBox="0 0 32 8"
            width="32"
            height="8"
            aria-hidden="true"
          >
            <path d="M1 4H31" stroke-dasharray={dash && dashes[dash]} />
          </svg>
          {says}
        </li>
      ))}
    </ul>
  );
}
