import fc from "fast-check";
import { expect, test } from "vitest";
import { stepPatternOf, stepsIn } from "#grader/step-pattern.ts";
import { casesFor, otherCases } from "#grader/cases.ts";
import { runCase, type ForwardRun } from "#grader/forward-run.ts";
import { batchNorm, rnn, unrolled } from "./exercises.ts";

/** A derivation of which only the names of its operations are known. */
const named = (names: readonly string[]): ForwardRun =>
  ({ nodes: names.map((gradFn) => ({ gradFn })) }) as unknown as ForwardRun;

const names = (prefix: string, least: number) =>
  fc.array(
    fc.constantFrom("a", "b", "c").map((name) => prefix + name),
    { minLength: least, maxLength: 4 },
  );

test("a step that repeats is found, whatever stands before and after it", () => {
  fc.assert(
    fc.property(
      names("before ", 0),
      names("", 1),
      names("after ", 0),
      fc.uniqueArray(fc.nat(8), { minLength: 2, maxLength: 6 }),
      (before, step, after, counts) => {
        const runs = counts.map((count) =>
          named([...before, ...Array.from({ length: count }, () => step).flat(), ...after]),
        );
        const pattern = stepPatternOf(runs)!;
        const steps = runs.map((run) => stepsIn(pattern, run));
        const unit = step.length / pattern.period;
        expect(steps).toEqual(counts.map((count) => count * unit));
      },
    ),
  );
});

test("computations that share neither all operations nor a step have no pattern", () => {
  expect(stepPatternOf([named(["a", "b"]), named(["b", "a"])])).toBeNull();
  expect(stepPatternOf([named(["a"]), named(["b", "b"])])).toBeNull();
});

test("the steps of a recurrence are as many as the case says", () => {
  const over = (exercise: typeof rnn) =>
    [...casesFor(exercise), ...otherCases(exercise, 20)].map((each) => runCase(exercise, each));
  const unrolledCases = over(unrolled);
  for (const each of unrolledCases)
    expect(stepsIn(stepPatternOf(unrolledCases)!, each)).toBe(each.inputs.T!.item());
  const rnnCases = over(rnn);
  for (const each of rnnCases) expect(stepsIn(stepPatternOf(rnnCases)!, each)).toBe(each.inputs.xs!.shape[0]);
  expect(stepPatternOf(over(batchNorm))).toMatchObject({ period: 0 });
});
