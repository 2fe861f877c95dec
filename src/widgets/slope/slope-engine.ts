/** The explorer's functions and their derivatives, by the engine. Fetched when the explorer is first approached. */
import { tensor } from "#autodiff/index.ts";
import type { ExerciseDefinition } from "#exercise/index.ts";
import { evenlySpaced } from "#widgets/plot/points.ts";
import { courseFunctions, type FunctionName } from "#widgets/slope/course-functions.ts";
import polynomial from "../../../exercises/scalar/polynomial.ts";
import reciprocal from "../../../exercises/scalar/reciprocal.ts";
import sigmoid from "../../../exercises/scalar/sigmoid.ts";
import square from "../../../exercises/scalar/square.ts";

export const definitions: Readonly<Record<FunctionName, ExerciseDefinition>> = {
  square,
  polynomial,
  reciprocal,
  sigmoid,
};

/** A function and its derivative at some places; NaN where there is no value. */
export interface Samples {
  x: readonly number[];
  y: readonly number[];
  slope: readonly number[];
}

/** So many pieces is an axis divided in. */
const pieces = 240;

const finite = (value: number): number => (Number.isFinite(value) ? value : NaN);

/** One sweep over all places at once: entries don't mix, so the gradient of the sum holds each one's derivative. */
export function samplesAt(name: FunctionName, x: readonly number[]): Samples {
  const input = tensor([...x], { dtype: "float64", requiresGrad: true });
  const output = definitions[name].forward({ x: input }, (_, step) => step);
  output.sum().backward();
  return { x, y: output.entries().map(finite), slope: input.grad!.entries().map(finite) };
}

const curves = new Map<FunctionName, Samples>();

/** The whole curve. */
export function curveOf(name: FunctionName): Samples {
  const curve = curves.get(name) ?? samplesAt(name, evenlySpaced(courseFunctions[name].x, pieces));
  curves.set(name, curve);
  return curve;
}

/** What there is to be read off at x: NaN where there is no value. */
export interface Reading {
  y: number;
  /** The derivative at x. */
  slope: number;
  /** (f(x + h) − f(x)) / h */
  secant: number;
}

/** What there is at x, with the secant from there to x + h. */
export function readingAt(name: FunctionName, x: number, h: number): Reading {
  const { y, slope } = samplesAt(name, [x, x + h]);
  return { y: y[0]!, slope: slope[0]!, secant: (y[1]! - y[0]!) / h };
}
