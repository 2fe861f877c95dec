import { slope as strings } from "#strings/index.ts";
import { graphNumber } from "#graph/graph-text.ts";
import type { Comparison } from "#widgets/slope/own-derivative.ts";

/** Four significant digits, or that there is no value. */
export const numberOrNone = (value: number | null): string =>
  value !== null && Number.isFinite(value) ? graphNumber(value) : strings.noValue;

/** How a learner's function compares with autograd, in a sentence or two. */
export function comparisonText(asks: string, { places, differing, worst }: Comparison): string {
  if (!worst) return strings.agrees(asks, places);
  const { x, own, truth } = worst;
  return strings.differs(asks, differing, places, graphNumber(x), numberOrNone(own), numberOrNone(truth));
}
