import type { PlotOptions } from "@observablehq/plot";

/**
 * A plot as a function of a widget's state. The site is built with the plot of the first state; in the page the same function
 * draws it again on each change, so that nothing moves when it comes alive.
 *
 * It lives in a module of its own, which the page fetches, together with Plot, when a reader first approaches the figure:
 *
 * ```ts
 * // src/widgets/parabola/parabola-plot.ts
 * export const parabolaPlot: PlotDefinition<{ x: number }> = {
 *   options: ({ x }, width) => ({
 *     height: width / 2,
 *     x: { domain: [-3, 3], label: "x" },
 *     y: { domain: [0, 9], label: "y" },
 *     marks: [
 *       line(grid, { x: (at) => at, y: (at) => at ** 2, stroke: ink.value }),
 *       dot([x], { x, y: x ** 2, fill: ink.value }),
 *     ],
 *   }),
 *   label: ({ x }) => `The parabola, with a point at x = ${graphNumber(x)}.`,
 *   table: ({ x }) => ({ caption: "The point", columns: [{ name: "x" }, { name: "y" }], rows: [[x, x ** 2]] }),
 * };
 * ```
 *
 * ```astro
 * <PlotFigure name="parabola" title="A parabola">
 *   <ParabolaIsland client:visible={{ rootMargin: "300px" }} initial={initial}>
 *     <StillPlot slot="plot" id="parabola" of={parabolaPlot} state={initial} />
 *   </ParabolaIsland>
 * </PlotFigure>
 * ```
 *
 * ```tsx
 * <LivePlot still={plot} id="parabola" state={state} load={async () => (await import("./parabola-plot.ts")).parabolaPlot} />
 * ```
 */
export interface PlotDefinition<State> {
  /**
   * What Plot draws. Called often: whatever takes long belongs in the state.
   * @param width of the drawing, in pixels: one of `widths`
   */
  options(state: State, width: number): PlotOptions;
  /** What is to be seen, in one or two sentences with their numbers, for those who don't see it. */
  label(state: State): string;
  /** The same in numbers. */
  table(state: State): PlotTable;
}

export interface PlotTable {
  caption: string;
  columns: readonly { name: string; kind?: "value" | "gradient" }[];
  /** The first entry names the row; null stands for nothing. */
  rows: readonly (readonly (string | number | null)[])[];
}

/** Every plot is drawn for a wide and for a narrow space; the style sheet shows the one that suits. */
export const widths = { wide: 660, narrow: 330 } as const;

export type Space = keyof typeof widths;

/** Colours for strokes and fills. They follow the theme, print and forced colours by themselves. */
export const ink = {
  value: "var(--hg-value)",
  gradient: "var(--hg-gradient)",
  right: "var(--hg-right)",
  wrong: "var(--hg-wrong)",
  text: "var(--hg-text)",
  quiet: "var(--hg-muted)",
  faint: "var(--hg-border-strong)",
  /** Of the figure that the plot stands on: for halos, and to fill what lies over a line. */
  paper: "var(--hg-raised)",
} as const;

/** Dashes tell lines apart that share a colour, and those that lie on one another. */
export const dashes = { long: "7 5", short: "2 4" } as const;

/** The dot of what a plot is about. */
export const marker = (fill: string) => ({ r: 5.5, fill, stroke: ink.paper, strokeWidth: 1.5 });
/** The dot of what that is compared with. */
export const hollowMarker = (stroke: string) => ({ r: 4, fill: ink.paper, stroke, strokeWidth: 1.5 });
