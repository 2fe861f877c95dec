import type { ComponentChildren } from "preact";

export interface KeyEntry {
  /** How the line is drawn; its colour comes with it. */
  look: "value" | "gradient" | "quiet" | "right" | "wrong" | "text";
  dashed?: boolean;
  says: ComponentChildren;
}

/** What the lines of a plot stand for. */
export default function PlotKey({ entries }: { entries: readonly KeyEntry[] }) {
  return (
    <ul class="hg-plot-key">
      {entries.map(({ look, dashed, says }, i) => (
        <li key={i}>
          <svg
            class={`hg-plot-sample hg-plot-${look}`}
            viewBox="0 0 24 8"
            width="24"
            height="8"
            aria-hidden="true"
          >
            <path d="M1 4H23" stroke-dasharray={dashed ? "5 4" : undefined} />
          </svg>
          {says}
        </li>
      ))}
    </ul>
  );
}
