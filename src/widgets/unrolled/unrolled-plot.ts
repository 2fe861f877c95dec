import { dot, line, ruleX, ruleY, text } from "@observablehq/plot";
import { unrolled as strings } from "#strings/index.ts";
import { graphNumber } from "#graph/graph-text.ts";
import { dashes, ink, marker, type PlotDefinition } from "#widgets/plot/plot-definition.ts";
import { gradientsOverTime, unroll } from "#widgets/unrolled/unrolled-engine.ts";
import { steps, type UnrolledSetting } from "#widgets/unrolled/unrolled-setting.ts";
import { formulas } from "#widgets/unrolled/unrolled-text.ts";

type Point = readonly [T: number, size: number];

/** The powers of ten that the axis names. */
const exponents = [-8, -4, 0, 4, 8] as const;
const [lowest, , , , highest] = exponents;

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** `10⁻⁸`; 1 for 10⁰. */
function powerOfTen(exponent: number): string {
  if (exponent === 0) return "1";
  const digits = String(Math.abs(exponent)).replace(/\d/g, (digit) => superscripts[Number(digit)]!);
  return `10${exponent < 0 ? "⁻" : ""}${digits}`;
}

/** The sizes by their number of steps. What is 0 has no place on a logarithmic scale. */
const sizes = (gradients: readonly number[]): Point[] =>
  gradients.map((gradient, T): Point => [T, Math.abs(gradient)]).filter(([, size]) => size > 0);

/** |dh_T/dh_0| and |dh_T/dw| over T. */
export const unrolledPlot: PlotDefinition<UnrolledSetting> = {
  options({ cell, w, T }, width) {
    const { byStart, byWeight } = gradientsOverTime(cell, w);
    const here = (gradients: readonly number[]) => sizes(gradients).filter(([at]) => at === T);
    const halo = { stroke: ink.paper, strokeWidth: 3, fontSize: 15 } as const;
    const word = { ...halo, textAnchor: "start", fontStyle: "italic", fill: ink.quiet, dx: 8 } as const;
    const point = marker(ink.gradient);
    return {
      height: width < 400 ? 290 : 340,
      x: { domain: [0, steps.max], label: strings.steps, ticks: 5, tickSize: 4 },
      y: {
        type: "log",
        domain: [10 ** lowest, 10 ** highest],
        label: strings.axis,
        ticks: exponents.map((exponent) => 10 ** exponent),
        tickFormat: (size: number) => powerOfTen(Math.round(Math.log10(size))),
        tickSize: 4,
        grid: true,
      },
      clip: true,
      marks: [
        ruleX([T], { stroke: ink.faint }),
        ruleY([1], { stroke: ink.text, strokeWidth: 1.25 }),
        text([[steps.max, 1]], {
          text: () => (cell === "linear" ? strings.threshold : strings.noChange),
          textAnchor: "end",
          dx: -4,
          dy: -11,
          fill: ink.text,
          ...halo,
        }),
        text([[0, 10 ** (highest - 0.8)]], { text: () => strings.explodes, ...word }),
        text([[0, 10 ** (lowest + 0.8)]], { text: () => strings.vanishes, ...word }),
        line(cell === "tanh" ? sizes(gradientsOverTime("linear", w).byStart) : [], {
          stroke: ink.quiet,
          strokeWidth: 1.5,
          strokeDasharray: dashes.short,
        }),
        line(sizes(byWeight), { stroke: ink.gradient, strokeWidth: 2, strokeDasharray: dashes.long }),
        line(sizes(byStart), { stroke: ink.gradient, strokeWidth: 2 }),
        dot(here(byWeight), { ...point, fill: ink.paper, stroke: ink.gradient, strokeWidth: 2, r: 4.5 }),
        dot(here(byStart), point),
      ],
    };
  },
  label(setting) {
    const { byStart, byWeight } = unroll(setting);
    const { cell, w, T } = setting;
    return strings.label(
      formulas[cell],
      graphNumber(w),
      String(T),
      graphNumber(byStart),
      graphNumber(byWeight),
    );
  },
  table({ cell, w, T }) {
    const { byStart, byWeight } = gradientsOverTime(cell, w);
    const rows = [...new Set([0, 1, 2, 5, 10, 20, 30, steps.max, T])].sort((a, b) => a - b);
    return {
      caption: strings.table(formulas[cell], graphNumber(w)),
      columns: [
        { name: "T" },
        { name: "dh_T/dh_0", kind: "gradient" },
        { name: "dh_T/dw", kind: "gradient" },
      ],
      rows: rows.map((at) => [String(at), byStart[at]!, byWeight[at]!]),
    };
  },
};
