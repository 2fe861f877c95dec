import { arrow, dot, line, ruleX, ruleY } from "@observablehq/plot";
import { descent as strings } from "#strings/index.ts";
import { graphNumber } from "#graph/graph-text.ts";
import { dashes, ink, marker, type PlotDefinition } from "#widgets/plot/plot-definition.ts";
import { isFinitePoint, finitePoints, straightLine, type PlotPoint } from "#widgets/plot/points.ts";
import { bowl, oval } from "#widgets/descent/descent-engine.ts";
import { examples, shown, type Gradients } from "#widgets/descent/training-data.ts";
import type { DescentPoint } from "#widgets/descent/descent-session.ts";

export interface DescentState {
  path: readonly DescentPoint[];
  /** How far a step goes: so many times the gradients. */
  rate: number;
}

/** Losses at which there is a line of equal loss, each twice the one before. */
const heights = Array.from({ length: 10 }, (_, i) => 2 ** i);

/** The lines of equal loss as one, with a gap after each. */
let ovals: readonly PlotPoint[] | undefined;

function drawnOvals(): readonly PlotPoint[] {
  const surface = bowl();
  return heights.flatMap((loss): PlotPoint[] => [
    ...oval(surface, loss).map(({ w, b }): PlotPoint => [w, b]),
    [NaN, NaN],
  ]);
}

/** Where a step with these gradients leads from a place. */
const next = ({ w, b }: DescentPoint, { dw, db }: Gradients, rate: number): PlotPoint => [
  w - rate * dw,
  b - rate * db,
];

const isSame = (a: Gradients, b: Gradients) =>
  Math.hypot(a.dw - b.dw, a.db - b.db) <= 1e-9 * Math.hypot(b.dw, b.db);

/** The loss over w and b, with the way taken on it and the next step. */
export const surfacePlot: PlotDefinition<DescentState> = {
  options({ path, rate }) {
    ovals ??= drawnOvals();
    const here = path.at(-1)!;
    const at: PlotPoint = [here.w, here.b];
    const way = path.map(({ w, b }): PlotPoint => [w, b]).filter(isFinitePoint);
    const ahead = here.gradients ? finitePoints(next(here, here.gradients, rate)) : [];
    const right =
      here.gradients && !isSame(here.gradients, here.truth) ? finitePoints(next(here, here.truth, rate)) : [];
    const step = (to: readonly PlotPoint[], more: object) =>
      arrow(to, {
        x1: at[0],
        y1: at[1],
        x2: ([w]: PlotPoint) => w,
        y2: ([, b]: PlotPoint) => b,
        headLength: 7,
        ...more,
      });
    return {
      height: 320,
      marginLeft: 40,
      x: { domain: shown.w, label: "w", ticks: 5, tickSize: 4 },
      y: { domain: shown.b, label: "b", ticks: 5, tickSize: 4 },
      clip: true,
      marks: [
        line(ovals, { stroke: ink.value, strokeOpacity: 0.55, strokeWidth: 1 }),
        line(way, { stroke: ink.gradient, strokeWidth: 1.5 }),
        dot(way.slice(0, -1), { r: 2.25, fill: ink.gradient }),
        step(right, { stroke: ink.quiet, strokeWidth: 1.5, strokeDasharray: dashes.short }),
        step(ahead, { stroke: ink.gradient, strokeWidth: 2 }),
        dot(finitePoints(at), marker(ink.value)),
      ],
    };
  },
  label({ path }) {
    const { w, b, loss } = path.at(-1)!;
    return strings.surfaceLabel(path.length - 1, graphNumber(w), graphNumber(b), graphNumber(loss));
  },
  table: ({ path }) => ({
    caption: strings.stepsTable,
    columns: [
      { name: strings.step },
      { name: "w", kind: "value" },
      { name: "b", kind: "value" },
      { name: strings.loss, kind: "value" },
      { name: "∂L/∂w", kind: "gradient" },
      { name: "∂L/∂b", kind: "gradient" },
    ],
    rows: path.map(({ w, b, loss, gradients }, i) => [
      i,
      w,
      b,
      loss,
      gradients?.dw ?? null,
      gradients?.db ?? null,
    ]),
  }),
};

/** The examples, the line, and by how much it misses each of them. */
export const linePlot: PlotDefinition<DescentState> = {
  options({ path }) {
    const { w, b } = path.at(-1)!;
    const misses = examples.filter(([x, y]) => isFinitePoint([w * x + b, y]));
    return {
      height: 320,
      marginLeft: 40,
      x: { domain: [-0.4, 3.4], label: "x", ticks: [0, 1, 2, 3], tickFormat: String, tickSize: 4 },
      y: { domain: [-2, 14], label: "y", ticks: 6, tickSize: 4, grid: true },
      clip: true,
      marks: [
        ruleY([0], { stroke: ink.faint }),
        ruleX(misses, {
          x: ([x]: PlotPoint) => x,
          y1: ([, y]: PlotPoint) => y,
          y2: ([x]: PlotPoint) => w * x + b,
          stroke: ink.quiet,
          strokeDasharray: dashes.short,
        }),
        line(straightLine([-0.4, 3.4], [0, b], w), { stroke: ink.value, strokeWidth: 2 }),
        dot(examples, { r: 4.5, fill: ink.text, stroke: ink.paper }),
      ],
    };
  },
  label({ path }) {
    const { w, b } = path.at(-1)!;
    return strings.lineLabel(graphNumber(w), graphNumber(b));
  },
  table({ path }) {
    const { w, b } = path.at(-1)!;
    return {
      caption: strings.examplesTable,
      columns: [{ name: "x" }, { name: "y" }, { name: "w·x + b", kind: "value" }, { name: strings.miss }],
      rows: examples.map(([x, y]) => [x, y, w * x + b, w * x + b - y]),
    };
  },
};

const lossTicks = [0.1, 1, 10, 100, 1000, 10_000];

/** The loss after each step, each line of the grid ten times the one below. */
export const lossPlot: PlotDefinition<DescentState> = {
  options({ path }, width) {
    const losses = path.map(({ loss }, i): PlotPoint => [i, loss]).filter(isFinitePoint);
    return {
      height: 170,
      insetLeft: 4, // the first dot stands whole
      x: {
        domain: [0, Math.max(20, path.length - 1)],
        label: strings.step,
        ticks: width < 400 ? 4 : 8,
        tickSize: 4,
      },
      y: {
        type: "log",
        domain: [0.1, 10_000],
        label: "L",
        ticks: lossTicks,
        tickFormat: String,
        tickSize: 4,
        grid: true,
      },
      clip: true,
      marks: [
        line(losses, { stroke: ink.value, strokeWidth: 1.5 }),
        dot(losses, { r: losses.length > 60 ? 1.5 : 3, fill: ink.value }),
      ],
    };
  },
  label({ path }) {
    return strings.lossLabel(path.length - 1, graphNumber(path[0]!.loss), graphNumber(path.at(-1)!.loss));
  },
  table: ({ path }) => ({
    caption: strings.lossTable,
    columns: [{ name: strings.step }, { name: strings.loss, kind: "value" }],
    rows: path.map(({ loss }, i) => [i, loss]),
  }),
};
