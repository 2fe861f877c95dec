/** Describes an answer that is right to fewer digits than it was computed with. */
import { magnitude, rounding } from "#grader/compare.ts";
import type { Explainer } from "#grader/explanations/explanation.ts";
import { messages } from "#grader/messages.ts";

/** How far single precision is off, relative to the number, after a few operations. */
const singlePrecision = 2 ** -22;

/** How far a rounded number may be from the double that is nearest to its decimals, relative to it. */
const lastBits = 2 ** -51;

/** The right gradient and one small constant, such as one that is to keep from dividing by 0. */
export const smallConstant: Explainer = ({ answers, truth }) => {
  const errors = answers.flatMap(({ data }, i) => data.map((value, j) => value - truth[i]!.data[j]!));
  const [least, most] = [Math.min(...errors), Math.max(...errors)];
  const noise = Number.EPSILON * magnitude(truth);
  const isConstant = least * most > 0 && most - least <= 8 * noise && Math.abs(least) > 80 * noise;
  return isConstant
    ? { kind: "finite-difference", where: null, message: messages.smallConstant((least + most) / 2) }
    : null;
};

/** Rounded to some digits after the point, or computed in single precision. */
export const rounded: Explainer = ({ answers, truth }) => {
  const pairs = answers.flatMap(({ data }, i) =>
    data.map((value, j) => [value, truth[i]!.data[j]!] as const),
  );
  const scale = magnitude(truth);
  if (scale === 0) return null;
  const isNear = (relative: number) =>
    pairs.every(
      ([value, right]) => Math.abs(value - right) <= relative * Math.max(Math.abs(right), 1e-3 * scale),
    );
  if (pairs.every(([value]) => Math.fround(value) === value) && isNear(singlePrecision)) {
    return { kind: "finite-difference", where: null, message: messages.singlePrecision() };
  }
  for (let digits = 0; digits <= 8; digits++) {
    const unit = 10 ** -digits;
    const isRounded = pairs.every(
      ([value, right]) =>
        Math.abs(value - right) <= unit / 2 + rounding &&
        Math.abs(value - Number(value.toFixed(digits))) <= lastBits * Math.abs(value),
    );
    if (isRounded) return { kind: "finite-difference", where: null, message: messages.rounded(digits) };
  }
  return null;
};
