import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { graph as strings } from "#strings/index.ts";
import Icon from "#widgets/Icon.tsx";
import { useZoom, zoomStep } from "#widgets/graph/use-zoom.ts";

interface Props {
  label: string;
  /** Explains the keys that work in it. */
  describedBy?: string;
  /** False at build time: nothing can be pressed yet. */
  alive: boolean;
  drawing: ComponentChildren;
  /** What else stands in the bar below it. */
  children?: ComponentChildren;
}

/** How far a key scrolls, in pixels. */
const panStep = 60;

const panKeys: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-panStep, 0],
  ArrowRight: [panStep, 0],
  ArrowUp: [0, -panStep],
  ArrowDown: [0, panStep],
};

/**
 * The box that a drawing lies in, and the bar below it. A drawing is as wide as its box at first; where it is wider the box scrolls
 * by itself, so that the page never has to.
 */
export default function GraphStage({ label, describedBy, alive, drawing, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { zoom, zoomBy, fit } = useZoom(box);

  function onKeyDown(event: KeyboardEvent) {
    const pan = event.shiftKey ? panKeys[event.key] : undefined;
    if (pan) box.current?.scrollBy(...pan);
    else if (event.key === "+") zoomBy(zoomStep);
    else if (event.key === "-") zoomBy(1 / zoomStep);
    else if (event.key === "0") fit();
    else return;
    event.preventDefault();
  }

  return (
    <>
      <div class="hg-graph-stage hg-sideways">
        <div
          class="hg-graph-box hg-sideways-box"
          ref={box}
          role="group"
          aria-label={label}
          aria-describedby={describedBy}
          tabIndex={0}
          style={{ "--zoom": String(Math.round(zoom * 100) / 100) }}
          onKeyDown={onKeyDown}
        >
          {drawing}
        </div>
      </div>
      <div class="hg-row hg-graph-bar hg-live">
        {children}
        <span class="hg-graph-zoom">
          <button
            type="button"
            class="hg-button hg-quiet hg-sign"
            aria-label={strings.smaller}
            disabled={!alive}
            onClick={() => zoomBy(1 / zoomStep)}
          >
            <Icon name="smaller" />
          </button>
          <button
            type="button"
            class="hg-button hg-quiet hg-sign"
            aria-label={strings.larger}
            disabled={!alive}
            onClick={() => zoomBy(zoomStep)}
          >
            <Icon name="larger" />
          </button>
        </span>
      </div>
    </>
  );
}
