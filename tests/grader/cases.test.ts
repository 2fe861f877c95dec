import { describe, expect, test } from "vitest";
import { exerciseIds, loadExercise } from "#course/files.ts";
import type { Exercise, Nested } from "#exercise/index.ts";
import { casesFor, freshCases, separability, type Case } from "#grader/index.ts";

const ids = await exerciseIds();

describe.each(ids)("%s", (id) => {
  test("has the same cases every time, its edge cases first and at least eight more", async () => {
    const exercise = await loadExercise(id);
    const cases = casesFor(exercise);
    const edges = exercise.edgeCases ?? [];
    expect(cases).toEqual(casesFor(await loadExercise(id)));
    expect(cases.slice(0, edges.length).map(({ inputs }) => inputs)).toEqual(edges);
    expect(cases.length - edges.length).toBeGreaterThanOrEqual(8);
  });

  test("has others for every seed, and the same for the same", async () => {
    const exercise = await loadExercise(id);
    const inputs = (cases: readonly Case[]) => cases.map((each) => JSON.stringify(each.inputs));
    const fresh = inputs(freshCases(exercise, 1));
    expect(fresh).toEqual(inputs(freshCases(exercise, 1)));
    const known = new Set([...inputs(casesFor(exercise)), ...inputs(freshCases(exercise, 2))]);
    const again = fresh.filter((each) => known.has(each));
    // Of a single number there are only six, in hundredths, that count as close to an end: one of them may come twice.
    const isNumber = Object.values(exercise.inputs).every(({ axes }, i) => i === 0 && axes.length === 0);
    expect(again.length, again.join(" ")).toBeLessThanOrEqual(isNumber ? 1 : 0);
  });

  describe.each([
    ["known", (exercise: Exercise) => casesFor(exercise).slice(exercise.edgeCases?.length ?? 0)],
    ["fresh", (exercise: Exercise) => freshCases(exercise, 1)],
    ["fresh, of another seed", (exercise: Exercise) => freshCases(exercise, 20)],
  ])("in its %s cases", (_, drawn) => {
    test("gives every axis every length from the smallest to the largest", async () => {
      const exercise = await loadExercise(id);
      for (const [name, rule] of Object.entries(exercise.sizes ?? {})) {
        if (typeof rule === "function") continue;
        const lengths = new Set(drawn(exercise).map((each) => lengthOf(exercise, each, name)));
        for (let length = rule[0]; length <= rule[1]; length++) expect(lengths).toContain(length);
      }
    });

    test("gives every whole number from the smallest to the largest", async () => {
      const exercise = await loadExercise(id);
      for (const [name, { integer, ranges }] of Object.entries(exercise.inputs)) {
        if (!integer) continue;
        const numbers = new Set(entriesOf(drawn(exercise), name));
        for (let n = ranges![0]![0]; n <= ranges![0]![1]; n++) expect(numbers).toContain(n);
      }
    });

    test("draws numbers close to both ends and to 0 on either side, some of them with many decimals", async () => {
      const exercise = await loadExercise(id);
      for (const [name, { integer, ranges = [] }] of Object.entries(exercise.inputs)) {
        if (integer || ranges.length === 0) continue;
        const numbers = entriesOf(drawn(exercise), name);
        const [low, high] = [ranges[0]![0], ranges.at(-1)![1]];
        const near = 0.01 * (high - low) + 0.005;
        expect(Math.min(...numbers)).toBeLessThanOrEqual(low + near);
        expect(Math.max(...numbers)).toBeGreaterThanOrEqual(high - near);
        if (low < 0 && high > 0) {
          const gap = Math.max(0, ...ranges.slice(1).map(([from]) => from));
          expect(numbers.some((number) => 0 < number && number <= gap + near)).toBe(true);
          expect(numbers.some((number) => -gap - near <= number && number < 0)).toBe(true);
        }
        expect(numbers.filter((number) => Number(number.toFixed(9)) !== number).length).toBeGreaterThan(2);
      }
    });
  });
});

/** The length of the axis of this name. */
function lengthOf({ inputs }: Exercise, each: Case, size: string): number {
  const [name, { axes }] = Object.entries(inputs).find(([, sampler]) => sampler.axes.includes(size))!;
  let nested: Nested = each.inputs[name]!;
  for (let axis = 0; axes[axis] !== size; axis++) nested = (nested as readonly Nested[])[0]!;
  return (nested as readonly Nested[]).length;
}

const entriesOf = (cases: readonly Case[], name: string): number[] =>
  cases.flatMap(({ inputs }) => [inputs[name]!].flat(9) as number[]);

describe("separability", () => {
  test.each(ids)("%s is sound", async (id) => {
    expect(separability(await loadExercise(id)).problems).toEqual([]);
  });

  test("finds cases at which a wrong answer would pass", async () => {
    const exercise = await loadExercise("scalar/square");
    const { uniform } = await import("#exercise/index.ts");
    const always = { ...exercise, inputs: { x: uniform(2, 2) }, edgeCases: [{ x: 2 }] };
    expect(separability(always).problems.join("\n")).toMatch(/equals the forward value/);
    const zero = { ...exercise, inputs: { x: uniform(0, 0) }, edgeCases: [{ x: 0 }] };
    expect(separability(zero).problems.join("\n")).toMatch(/is 0 in every case/);
  });
});
