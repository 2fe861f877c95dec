import type { DrawnPlot } from "#widgets/plot/draw.ts";
import type { PlotDefinition, PlotTable, Space } from "#widgets/plot/plot-definition.ts";

/** Draws a plot anew into the place of the still one. */
export interface PlotDrawer<State> {
  /** Fetches what drawing takes, and draws. Does nothing once that has been done. */
  prepare(): Promise<void>;
  /** Draws this state in the next frame. */
  show(state: State): void;
  /** Where on the plot an event happened, in the units of its axes; null before it has been drawn. */
  placeOf(event: PointerEvent): { x: number; y: number } | null;
  end(): void;
}

interface PlotDependencies {
  showTable: (table: PlotTable, into: Element) => void;
  onOffline: (offline: boolean) => void;
}

/** @param box what holds the still plot: its drawings, each in an element with `data-space`, and its table */
export function createPlotDrawer<State>(
  box: HTMLElement,
  id: string,
  initial: State,
  load: () => Promise<PlotDefinition<State>>,
  { showTable, onOffline }: PlotDependencies,
): PlotDrawer<State> {
  const spaces = [...box.querySelectorAll<HTMLElement>("[data-space]")];
  const details = box.querySelector("details");
  const drawings = new Map<HTMLElement, DrawnPlot>();
  let state = initial;
  let frame = 0;
  let loading: Promise<void> | null = null;
  let draw: ((into: HTMLElement) => DrawnPlot) | null = null;
  let tabulate: (() => PlotTable) | null = null;

  async function fetchAll(): Promise<void> {
    try {
      const [{ drawPlot }, definition] = await Promise.all([import("#widgets/plot/draw.ts"), load()]);
      draw = (into) => drawPlot(definition, state, into.dataset.space as Space, id, document);
      tabulate = () => definition.table(state);
      onOffline(false);
      redraw();
    } catch (error) {
      loading = null;
      if (draw) throw error;
      onOffline(true);
    }
  }

  const prepare = () => (loading ??= fetchAll());

  function drawInto(element: HTMLElement): void {
    if (!draw) return;
    const drawn = draw(element);
    drawings.set(element, drawn);
    element.replaceChildren(drawn);
  }

  function fillTable(): void {
    if (details?.open && tabulate) showTable(tabulate(), details.lastElementChild!);
  }

  const isShown = (element: HTMLElement) => element.getClientRects().length > 0;

  /** The drawing that isn't shown is made when it is: a slider has to be followed at every frame. */
  function redraw(): void {
    drawings.clear();
    for (const element of spaces) if (isShown(element)) drawInto(element);
    fillTable();
  }

  const drawMissing = () => {
    for (const element of spaces) if (!drawings.has(element)) drawInto(element);
    fillTable();
  };

  const sizes = new ResizeObserver(() => {
    for (const element of spaces) if (isShown(element) && !drawings.has(element)) drawInto(element);
  });
  for (const element of spaces) sizes.observe(element);
  details?.addEventListener("toggle", fillTable);
  addEventListener("beforeprint", drawMissing);

  return {
    prepare,
    show(next) {
      state = next;
      void prepare();
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        if (draw) redraw();
      });
    },
    placeOf({ clientX, clientY }) {
      for (const [element, drawn] of drawings) {
        const matrix = drawn.getScreenCTM();
        const [x, y] = [drawn.scale("x"), drawn.scale("y")];
        if (!isShown(element) || !matrix || !x?.invert || !y?.invert) continue;
        const at = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
        return { x: x.invert(at.x) as number, y: y.invert(at.y) as number };
      }
      return null;
    },
    end() {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      removeEventListener("beforeprint", drawMissing);
    },
  };
}
