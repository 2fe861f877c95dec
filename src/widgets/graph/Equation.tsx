import type { ComponentChildren } from "preact";
import { signed } from "#autodiff/notation.ts";

export interface Part {
  label: string;
  what: ComponentChildren;
}

/** Quantities with their names below them, and signs between. */
export default function Equation({ parts }: { parts: readonly (Part | string)[] }) {
  return (
    <p class="hg-row hg-graph-equation">
      {parts.map((part, i) =>
        typeof part === "string" ? (
          <span key={i} class="hg-graph-sign">
            {signed(part)}
          </span>
        ) : (
          <span key={i} class="hg-graph-part">
            <span class="hg-graph-quantity">{part.what}</span> <span class="hg-graph-name">{part.label}</span>
          </span>
        ),
      )}
    </p>
  );
}
