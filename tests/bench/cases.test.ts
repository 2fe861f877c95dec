import { describe, expect, test } from "vitest";
import { distance, tolerances } from "../../bench/agreement.ts";
import { allocators, type BenchCase, type CaseOutcome } from "../../bench/case.ts";
import { cases } from "../../bench/cases/index.ts";
import type { Prepare } from "../../bench/contender.ts";
import { contend as byHand } from "../../bench/contenders/by-hand.ts";
import { contend as engine } from "../../bench/contenders/handgrad.ts";

function outcome(prepare: Prepare, benchCase: BenchCase): CaseOutcome {
  const computation = prepare(benchCase);
  if (typeof computation === "string") throw new Error(computation);
  return computation.outcome();
}

describe.each(cases.map((benchCase) => [benchCase.name, benchCase] as const))("%s", (_, benchCase) => {
  const reference = outcome(byHand("float64"), benchCase);

  test("the gradient by hand is the engine's", () => {
    expect(distance(outcome(engine("float64"), benchCase), reference)).toBeLessThan(1e-12);
  });

  test("in float32 both are within the tolerance", () => {
    for (const prepare of [byHand("float32"), engine("float32")]) {
      expect(distance(outcome(prepare, benchCase), reference)).toBeLessThan(tolerances.float32);
    }
  });

  test("has a gradient for every entry of its variables", () => {
    const entries = benchCase.variables.reduce((count, { entries }) => count + entries.length, 0);
    expect(reference.gradient).toHaveLength(entries);
    expect(reference.gradient.some((entry) => entry !== 0)).toBe(true);
  });

  test("a second run by hand leaves the first one's arrays alone", () => {
    const { run } = benchCase.byHand(allocators.float64);
    const first = run();
    const kept = structuredClone(first);
    run();
    expect(first).toEqual(kept);
  });

  test("its inputs are the same numbers in float32", () => {
    for (const { entries } of [...benchCase.variables, ...benchCase.constants]) {
      expect(entries.findIndex((entry) => Math.fround(entry) !== entry)).toBe(-1);
    }
  });
});

test("every case has a name of its own", () => {
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

describe("the distance of a result from the reference", () => {
  const reference: CaseOutcome = { value: 10, gradient: Float64Array.of(2, -4) };

  test.each<[string, CaseOutcome, number]>([
    ["is nothing for the same", reference, 0],
    [
      "counts a gradient in parts of its largest entry",
      { value: 10, gradient: Float64Array.of(3, -4) },
      0.25,
    ],
    ["counts a value in parts of itself", { value: 15, gradient: reference.gradient }, 0.5],
    ["is infinite for a missing entry", { value: 10, gradient: Float64Array.of(2) }, Infinity],
    ["is not a number for what isn't one", { value: 10, gradient: Float64Array.of(2, NaN) }, NaN],
  ])("%s", (_, result, expected) => expect(distance(result, reference)).toBe(expected));
});
