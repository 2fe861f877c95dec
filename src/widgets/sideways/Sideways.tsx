import type { ComponentChildren } from "preact";
import { sideways as strings } from "#strings/index.ts";

interface Props {
  /** What is in it: "Paths to x". */
  label: string;
  class?: string;
  children: ComponentChildren;
}

/**
 * A box that scrolls by itself where its content is wider, so that the page never has to, with a sign at each side that has more.
 * `watch-sideways.ts` makes it a stop of the Tab key, and says its name, for as long as there is something to scroll.
 */
export default function Sideways({ label, class: own, children }: Props) {
  return (
    <div class={own ? `hg-sideways ${own}` : "hg-sideways"}>
      <div class="hg-sideways-box" data-label={strings.scrolls(label)}>
        {children}
      </div>
    </div>
  );
}
