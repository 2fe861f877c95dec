import { areaY, dot, line, ruleY, text } from "@observablehq/plot";
import { slope as strings } from "#strings/index.ts";
import { graphNumber } from "#graph/graph-text.ts";
import { dashes, hollowMarker, ink, marker, type PlotDefinition } from "#widgets/plot/plot-definition.ts";
import { isFinitePoint, finitePoints, pointsOf, straightLine, type PlotPoint } from "#widgets/plot/points.ts";
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
    const here: PlotPoint = [x, y];
    const there: PlotPoint = [x + h, y + secant * h];
    const both = isFinitePoint(here) && isFinitePoint(there);
    return {
      height: width < 400 ? 270 : 330,
      x: { domain, label: "x", ticks: 6, tickSize: 4 },
      y: { domain: range, label: "f(x)", ticks: 5, tickSize: 4, grid: true },
      clip: true,
      marks: [
        ruleY([0], { stroke: ink.faint }),
        line(pointsOf(curve.x, curve.y), { stroke: ink.value, strokeWidth: 2 }),
        line(straightLine(domain, here, secant), {
          stroke: ink.quiet,
          strokeWidth: 1.5,
          strokeDasharray: dashes.long,
        }),
        line(straightLine(domain, here, slope), { stroke: ink.gradient, strokeWidth: 2 }),
        line(both ? [here, [x + h, y], there] : [], { stroke: ink.faint, strokeWidth: 1.5 }),
        dot(both ? [there] : [], hollowMarker(ink.quiet)),
        dot(finitePoints(here), marker(ink.value)),
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
    return strings.functionLabel(
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
      caption: strings.secantTable(graphNumber(x)),
      columns: [{ name: "h" }, { name: strings.secantSlope }, { name: strings.derivative, kind: "gradient" }],
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
    const onCurve: PlotPoint = [x, slope];
    const onSecant: PlotPoint = [x, secant];
    const apart = isFinitePoint(onCurve) && isFinitePoint(onSecant) ? [onCurve, onSecant] : [];
    const compareValues = own
      ? curve.x.map((at, i) => ({ at, truth: curve.slope[i]!, own: own.values[i] ?? NaN }))
      : [];
    return {
      height: width < 400 ? 230 : 260,
      x: { domain, label: "x", ticks: 6, tickSize: 4 },
      y: { domain: range, label: strings.slopeAxis, ticks: 5, tickSize: 4, grid: true },
      clip: true,
      marks: [
        ruleY([0], { stroke: ink.faint }),
        areaY(own && own.differing > 0 ? compareValues : [], {
          x: "at",
          y1: "truth",
          y2: "own",
          fill: ink.wrong,
          fillOpacity: 0.12,
        }),
        line(pointsOf(curve.x, curve.slope), { stroke: ink.gradient, strokeWidth: own ? 3.5 : 2 }),
        line(compareValues, {
          x: "at",
          y: "own",
          stroke: own && own.differing > 0 ? ink.wrong : ink.text,
          strokeWidth: 1.75,
          strokeDasharray: dashes.long,
        }),
        line(apart, { stroke: ink.faint, strokeWidth: 1.5 }),
        dot(finitePoints(onSecant), hollowMarker(ink.quiet)),
        dot(finitePoints(onCurve), marker(ink.gradient)),
      ],
    };
  },
  label({ of, x, h, own }) {
    const { slope } = readingAt(of, x, h);
    const { asks, formula } = courseFunctions[of];
    const label = strings.derivativeLabel(formula, graphNumber(x), numberOrNone(slope));
    return own ? `${label} ${comparisonText(asks, own)}` : label;
  },
  table({ of, own }) {
    const [low, high] = courseFunctions[of].x;
    const rows = 13;
    const stride = (curveOf(of).x.length - 1) / (rows - 1);
    const places = Array.from({ length: rows }, (_, i) => low + ((high - low) * i) / (rows - 1));
    const { y, slope } = samplesAt(of, places);
    return {
      caption: strings.derivativeTable(courseFunctions[of].formula),
      columns: [
        { name: "x" },
        { name: "f(x)", kind: "value" },
        { name: strings.derivative, kind: "gradient" },
        ...(own ? [{ name: strings.yours }] : []),
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
