import { sameShape, type Shape } from "#autodiff/index.ts";
import { countEntries } from "#autodiff/shape.ts";
import type { Value } from "#runtime/runtime.ts";

/** Numbers in a shape: one output of one case. A scalar has the shape `[]`. */
export interface Numbers {
  shape: Shape;
  data: readonly number[];
}

/** The numbers of a value that is a number or an array, else null. */
export const numbersIn = (value: Value): Numbers | null => {
  if (value.kind === "number") return { shape: [], data: [value.value] };
  return value.kind === "array" ? value : null;
};

/** Whether a value is what it says: every entry of its shape there, and a number. */
export function isWellFormed(value: Value): boolean {
  if (value.kind === "tuple") return value.items.every(isWellFormed);
  if (value.kind !== "array") return true;
  const { shape, data } = value;
  if (countEntries(shape) !== data.length) return false;
  // Not `every`, which passes over what isn't there.
  for (const entry of data as readonly unknown[]) if (typeof entry !== "number") return false;
  return true;
}

/**
 * How far from the truth an answer may be, relative to the largest magnitude of that output over the cases. Honest
 * rearrangements of a formula stay below 1e-13; finite differences miss by 1e-11 and more.
 */
export const tolerance = 1e-12;

/** Two numbers computed along different ways to the same result differ by rounding only. */
export const rounding = 10 * tolerance;

/** The largest magnitude of an output over all cases. */
export function magnitude(outputs: readonly Numbers[]): number {
  let largest = 0;
  for (const { data } of outputs) for (const value of data) largest = Math.max(largest, Math.abs(value));
  return largest;
}

/** How far two numbers beside each other may be apart, relative to the largest magnitude of these outputs. */
export const leeway = (outputs: readonly Numbers[], relative = tolerance): number =>
  relative * (magnitude(outputs) || 1);

/** Whether all entries are there in both, and each pair of them within this distance. */
export function agree(a: Numbers, b: Numbers, distance: number): boolean {
  const count = countEntries(b.shape);
  if (!sameShape(a.shape, b.shape) || a.data.length !== count || b.data.length !== count) return false;
  for (let i = 0; i < count; i++) if (!(Math.abs(a.data[i]! - b.data[i]!) <= distance)) return false;
  return true;
}

/** Whether two lists of outputs, one per case, are the same up to rounding relative to `scale`. */
export function agreeEverywhere(
  a: readonly Numbers[],
  b: readonly Numbers[],
  relative = tolerance,
  scale = Math.max(magnitude(a), magnitude(b)),
): boolean {
  const distance = relative * (scale || 1);
  return a.length === b.length && a.every((output, i) => agree(output, b[i]!, distance));
}

/** answers/truth where that is the same number everywhere, else null. */
export function commonRatio(answers: readonly Numbers[], truth: readonly Numbers[]): number | null {
  if (answers.some((answer, i) => !sameShape(answer.shape, truth[i]!.shape))) return null;
  const scale = magnitude(truth);
  let ratio: number | null = null;
  for (const [i, answer] of answers.entries()) {
    for (const [j, value] of answer.data.entries()) {
      const right = truth[i]!.data[j]!;
      if (Math.abs(right) <= 1e-9 * scale) continue;
      ratio ??= value / right;
    }
  }
  if (ratio === null || ratio === 0) return null;
  const scaled = truth.map(({ shape, data }) => ({ shape, data: data.map((value) => value * ratio) }));
  return agreeEverywhere(answers, scaled, rounding) ? ratio : null;
}

/** The transpose of a matrix; anything else as it is. */
export function transposed({ shape, data }: Numbers): Numbers {
  if (shape.length !== 2) return { shape, data };
  const [rows, columns] = shape as [number, number];
  return {
    shape: [columns, rows],
    data: data.map((_, i) => data[(i % rows) * columns + Math.trunc(i / rows)]!),
  };
}
