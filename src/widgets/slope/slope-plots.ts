import { areaY, dot, line, ruleY, text } from "@observablehq/plot";
import { slope as say } from "#strings/index.ts";
import { graphNumber } from "#graph/graph-text.ts";
import { dashes, ink, type PlotDefinition } from "#widgets/plot/definition.ts";
import { isKnown, known, pointsOf, straight, type Point } from "#widgets/plot/points.ts";
import { courseFunctions, type FunctionName } from "#widgets/slope/course-functions.ts";
import { curveOf, readingAt, samplesAt } from "#widgets/slope/slope-engine.ts";
import { comparisonText, numberOrNone } from "#widgets/slope/slope-text.ts";
import type { Comparison } from "#widgets/slope/own-derivative.ts";

export interface SlopeState {
  of: FunctionName;
  x: number;
  h: number;
  /** The learner's derivative on the grid of the curve, if there is one. */
  own: Comparison | null;
}

/** f with its tangent at x and its secant from x to x + h. */
export const functionPlot: PlotDefinition<SlopeState> = {
  options({ of, x, h }, width) {
    const { x: domain, y: range } = courseFunctions[of];
    const { y, slope, secant } = readingAt(of, x, h);
    const curve = curveOf(of);
    const here: Point = [x, y];
    const there: Point = [x + h, y + secant * h];
    const both = isKnown(here) && isKnown(there);
    return {
      height: width < 400 ? 270 : 330,
      x: { domain, label: "x", ticks: 6, tickSize: 4 },
      y: { domain: range, label: "f(x)", ticks: 5, tickSize: 4, grid: true },
      clip: true,
      marks: [
        ruleY([0], { stroke: ink.faint }),
        line(pointsOf(curve.x, curve.y), { stroke: ink.value, strokeWidth: 2 }),
        line(straight(domain, here, secant), {
          stroke: ink.quiet,
          strokeWidth: 1.5,
          strokeDasharray: dashes.long,
        }),
        line(straight(domain, here, slope), { stroke: ink.gradient, strokeWidth: 2 }),
        line(both ? [here, [x + h, y], there] : [], { stroke: ink.faint, strokeWidth: 1.5 }),
        dot(both ? [there] : [], { r: 4, fill: ink.paper, stroke: ink.quiet, strokeWidth: 1.5 }),
        dot(known(here), { r: 5.5, fill: ink.value, stroke: ink.paper, strokeWidth: 1.5 }),
        text(h >= (domain[1] - domain[0]) / 20 && both ? [[x + h / 2, y]] : [], {
          text: () => "h",
          dy: secant >= 0 ? 11 : -11,
          fontStyle: "italic",
          fontSize: 15,
          fill: ink.text,
          stroke: ink.paper,
          strokeWidth: 4,
        }),
      ],
    };
  },
  label({ of, x, h }) {
    const { slope, secant } = readingAt(of, x, h);
    const { formula } = courseFunctions[of];
    return say.functionLabel(
      formula,
      graphNumber(x),
      graphNumber(h),
      numberOrNone(secant),
      numberOrNone(slope),
    );
  },
  table({ of, x }) {
    const steps = [1, 0.1, 0.01, 0.001];
    const { slope } = readingAt(of, x, 1);
    return {
      caption: say.secantTable(graphNumber(x)),
      columns: [{ name: "h" }, { name: say.secantSlope }, { name: say.derivative, kind: "gradient" }],
      rows: steps.map((h) => [graphNumber(h), readingAt(of, x, h).secant, slope]),
    };
  },
};

/** The derivative by autograd, the point at x on it, and the learner's own over it. */
export const derivativePlot: PlotDefinition<SlopeState> = {
  options({ of, x, h, own }, width) {
    const { x: domain, slope: range } = courseFunctions[of];
    const curve = curveOf(of);
    const { slope, secant } = readingAt(of, x, h);
    const onCurve: Point = [x, slope];
    const onSecant: Point = [x, secant];
    const apart = isKnown(onCurve) && isKnown(onSecant) ? [onCurve, onSecant] : [];
    const compared = own
      ? curve.x.map((at, i) => ({ at, truth: curve.slope[i]!, own: own.values[i] ?? NaN }))
      : [];
    return {
      height: width < 400 ? 230 : 260,
      x: { domain, label: "x", ticks: 6, tickSize: 4 },
      y: { domain: range, label: say.slopeAxis, ticks: 5, tickSize: 4, grid: true },
      clip: true,
      marks: [
        ruleY([0], { stroke: ink.faint }),
        areaY(own && own.differing > 0 ? compared : [], {
          x: "at",
          y1: "truth",
          y2: "own",
          fill: ink.wrong,
          fillOpacity: 0.12,
        }),
        line(pointsOf(curve.x, curve.slope), { stroke: ink.gradient, strokeWidth: own ? 3.5 : 2 }),
        line(compared, {
          x: "at",
          y: "own",
          stroke: own && own.differing > 0 ? ink.wrong : ink.text,
          strokeWidth: 1.75,
          strokeDasharray: dashes.long,
        }),
        line(apart, { stroke: ink.faint, strokeWidth: 1.5 }),
        dot(known(onSecant), {
          r: 4,
          fill: ink.paper,
          stroke: ink.quiet,
          strokeWidth: 1.5,
        }),
        dot(known(onCurve), {
          r: 5.5,
          fill: ink.gradient,
          stroke: ink.paper,
          strokeWidth: 1.5,
        }),
      ],
    };
  },
  label({ of, x, h, own }) {
    const { slope } = readingAt(of, x, h);
    const { asks, formula } = courseFunctions[of];
    const told = say.derivativeLabel(formula, graphNumber(x), numberOrNone(slope));
    return own ? `${told} ${comparisonText(asks, own)}` : told;
  },
  table({ of, own }) {
    const [low, high] = courseFunctions[of].x;
    const rows = 13;
    const stride = (curveOf(of).x.length - 1) / (rows - 1);
    const places = Array.from({ length: rows }, (_, i) => low + ((high - low) * i) / (rows - 1));
    const { y, slope } = samplesAt(of, places);
    return {
      caption: say.derivativeTable(courseFunctions[of].formula),
      columns: [
        { name: "x" },
        { name: "f(x)", kind: "value" },
        { name: say.derivative, kind: "gradient" },
        ...(own ? [{ name: say.yours }] : []),
      ],
      rows: places.map((at, i) => [
        graphNumber(at),
        Number.isNaN(y[i]) ? null : y[i]!,
        Number.isNaN(slope[i]) ? null : slope[i]!,
        ...(own ? [own.values[i * stride] ?? null] : []),
      ]),
    };
  },
};
