import { dot, line, ruleX, ruleY } from "@observablehq/plot";
import { sign as strings } from "#strings/index.ts";
import { graphNumber } from "#graph/graph-text.ts";
import { dashes, hollowMarker, ink, marker } from "#widgets/plot/plot-definition.ts";
import type { PlotDefinition, PlotTable } from "#widgets/plot/plot-definition.ts";
import { evenlySpaced, finitePoints, pointsOf } from "#widgets/plot/points.ts";
import { lossCurves, type CallOrder, type LossCurves, type LossName } from "#widgets/sign/sign-engine.ts";

export interface SignState {
  of: LossName;
  /** The call that the factors belong to; the other one is drawn beside it. */
  order: CallOrder;
  x: number;
  target: number;
}

export const axis = [-4, 4] as const;

const grid = evenlySpaced(axis, 160);

/** What of the y axes is shown. */
const ranges = {
  difference: { loss: [-17, 17], derivative: [-9, 9] },
  squared: { loss: [-8, 150], derivative: [-80, 80] },
} as const;

/** Of the two orders, the one that this isn't. */
export const otherOrder = (order: CallOrder): CallOrder => (order === "declared" ? "swapped" : "declared");

/** The curves of both calls, and their numbers at x. */
function look({ of, order, x, target }: SignState) {
  const curves = lossCurves(of, order, target, [...grid, x]);
  const other = lossCurves(of, otherOrder(order), target, [...grid, x]);
  return { curves, other, last: grid.length };
}

const along = (values: readonly number[]) => pointsOf(grid, values.slice(0, grid.length));

/** The loss against x, for both calls. */
export const lossPlot: PlotDefinition<SignState> = {
  options(state, width) {
    const { curves, other, last } = look(state);
    return {
      height: width < 400 ? 230 : 260,
      x: { domain: axis, label: "x", ticks: 8, tickSize: 4 },
      y: { domain: ranges[state.of].loss, label: "L", ticks: 5, tickSize: 4, grid: true },
      clip: true,
      marks: [
        ruleY([0], { stroke: ink.faint }),
        ruleX([state.x], { stroke: ink.faint, strokeDasharray: dashes.short }),
        line(along(curves.loss), { stroke: ink.value, strokeWidth: 3 }),
        line(along(other.loss), { stroke: ink.text, strokeWidth: 1.5, strokeDasharray: dashes.long }),
        dot(finitePoints([state.x, other.loss[last]!]), hollowMarker(ink.text)),
        dot(finitePoints([state.x, curves.loss[last]!]), marker(ink.value)),
      ],
    };
  },
  label(state) {
    const { curves, other, last } = look(state);
    const { of, order, x, target } = state;
    return strings.lossLabel(
      strings.losses[of],
      graphNumber(x),
      graphNumber(target),
      strings.orders[order],
      graphNumber(curves.loss[last]!),
      strings.orders[otherOrder(order)],
      graphNumber(other.loss[last]!),
    );
  },
  table: (state) => tableOf(state, strings.lossTable, strings.loss, "value", ({ loss }) => loss),
};

/** The derivative against x, for both calls, and the two factors that the chosen one is made of. */
export const derivativePlot: PlotDefinition<SignState> = {
  options(state, width) {
    const { curves, other, last } = look(state);
    const at = (values: readonly number[]) => finitePoints([state.x, values[last]!]);
    return {
      height: width < 400 ? 260 : 300,
      x: { domain: axis, label: "x", ticks: 8, tickSize: 4 },
      y: { domain: ranges[state.of].derivative, label: "dL/dx", ticks: 5, tickSize: 4, grid: true },
      clip: true,
      marks: [
        ruleY([0], { stroke: ink.faint }),
        ruleX([state.x], { stroke: ink.faint, strokeDasharray: dashes.short }),
        line(along(curves.first), { stroke: ink.quiet, strokeWidth: 1.75, strokeDasharray: dashes.short }),
        line(along(curves.second), { stroke: ink.quiet, strokeWidth: 1 }),
        line(along(curves.derivative), { stroke: ink.gradient, strokeWidth: 3 }),
        line(along(other.derivative), { stroke: ink.text, strokeWidth: 1.5, strokeDasharray: dashes.long }),
        dot([...at(curves.first), ...at(curves.second)], { r: 3.5, fill: ink.quiet }),
        dot(at(other.derivative), hollowMarker(ink.text)),
        dot(at(curves.derivative), marker(ink.gradient)),
      ],
    };
  },
  label(state) {
    const { curves, other, last } = look(state);
    const { of, order, x, target } = state;
    return strings.derivativeLabel(
      strings.losses[of],
      graphNumber(x),
      graphNumber(target),
      strings.orders[order],
      ...([curves.first, curves.second, curves.derivative].map((values) => graphNumber(values[last]!)) as [
        string,
        string,
        string,
      ]),
      graphNumber(other.derivative[last]!),
    );
  },
  table: (state) =>
    tableOf(state, strings.derivativeTable, strings.derivative, "gradient", ({ derivative }) => derivative),
};

/** One quantity of both calls over x. */
function tableOf(
  { of, order, target }: SignState,
  caption: string,
  name: string,
  kind: "value" | "gradient",
  quantity: (curves: LossCurves) => readonly number[],
): PlotTable {
  const x = evenlySpaced(axis, 8);
  const orders = [order, otherOrder(order)];
  const curves = orders.map((each) => lossCurves(of, each, target, x));
  return {
    caption,
    columns: [{ name: "x" }, ...orders.map((each) => ({ name: `${name}, ${strings.orders[each]}`, kind }))],
    rows: x.map((at, i) => [at, ...curves.map((curve) => quantity(curve)[i]!)]),
  };
}
