import { render, type ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { plot as strings } from "#strings/index.ts";
import { createPlotDrawer, type PlotDrawer } from "#widgets/plot/plot-drawer.ts";
import PlotTable from "#widgets/plot/PlotTable.tsx";
import type { PlotDefinition } from "#widgets/plot/plot-definition.ts";

interface Props<State> {
  /** The picture that the page was built with, by `StillPlot`. */
  still: ComponentChildren;
  /** The id that `StillPlot` was given. */
  id: string;
  /** Drawn whenever it is another object than before. */
  state: State;
  /** Fetches the definition. */
  load: () => Promise<PlotDefinition<State>>;
  /** Called with a place on the plot, in the units of its axes, when one is pressed, and along with the pointer from there on. */
  onPoint?: ((x: number, y: number) => void) | undefined;
}

/** A plot that follows the state of its widget. Nothing is fetched before someone approaches the figure, or the state changes. */
export default function LivePlot<State>({ still, id, state, load, onPoint }: Props<State>) {
  const box = useRef<HTMLDivElement>(null);
  const drawer = useRef<PlotDrawer<State> | null>(null);
  const first = useRef(state);
  const [offline, setOffline] = useState(false);

  useEffect(() => {
    const element = box.current!;
    const plotDrawer = (drawer.current = createPlotDrawer(element, id, state, load, {
      showTable: (table, into) => render(<PlotTable {...table} />, into),
      onOffline: setOffline,
    }));
    const figure = element.closest("figure") ?? element;
    const stop = new AbortController();
    for (const approach of ["pointerenter", "pointerdown", "focusin"]) {
      figure.addEventListener(approach, () => void plotDrawer.prepare(), { signal: stop.signal });
    }
    return () => {
      stop.abort();
      plotDrawer.end();
    };
  }, []);

  useEffect(() => {
    if (state !== first.current) drawer.current?.show(state);
  }, [state]);

  function point(event: PointerEvent) {
    const place = drawer.current?.placeOf(event);
    if (place) onPoint?.(place.x, place.y);
  }

  return (
    <>
      <div
        ref={box}
        class={onPoint ? "hg-plot hg-plot-pointed" : "hg-plot"}
        {...(onPoint && {
          onPointerDown: (event: PointerEvent) => {
            if (event.button !== 0 || (event.target as Element).closest("details")) return;
            box.current!.setPointerCapture(event.pointerId);
            void drawer.current?.prepare().then(() => point(event));
          },
          onPointerMove: (event: PointerEvent) => {
            if (box.current!.hasPointerCapture(event.pointerId)) point(event);
          },
        })}
      >
        {still}
      </div>
      {offline && (
        <p class="hg-callout" role="alert">
          {strings.offline}
        </p>
      )}
    </>
  );
}
