import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entryText } from "#graph/entry-sums.ts";
import {
  defineShapes,
  initialShapeSetting,
  longestSide,
  pictureOf,
  type ShapeDefinition,
  type ShapePicture,
  type ShapeSetting,
} from "#graph/shape-definition.ts";
import { loadShapes, shapeNames } from "#course/definitions.ts";

/** Steps without a name, a value used twice, a mean, data without a gradient. */
const batchLoss = defineShapes({
  title: "Squared error",
  sizes: {
    rows: { name: "Rows", value: 2, min: 1, max: 5 },
    outputs: { name: "Outputs", value: 3, min: 1, max: 4 },
  },
  inputs: {
    X: { axes: ["rows", 2], value: [] },
    W: { axes: [2, "outputs"], value: [] },
    b: { axes: ["outputs"], value: [] },
    Y: { axes: ["rows", "outputs"], value: [] },
  },
  forward: ({ X, W, b, Y }) => {
    const U = X.matmul(W).add(b).sub(Y);
    return { U, L: U.pow(2).mean().add(W.pow(2).sum()) };
  },
  wrt: ["X", "W", "b"],
  begin: "dW[0, 0]",
});

const settings = ({ sizes }: ShapeDefinition): fc.Arbitrary<ShapeSetting> =>
  fc.record({
    sizes: fc.record(
      Object.fromEntries(
        Object.entries(sizes).map(([size, { min, max }]) => [size, fc.integer({ min, max })]),
      ),
    ),
    draw: fc.nat(20),
    upstream: fc.constantFrom("ones", "any"),
  });

/** The number that each entry has by the engine, by its text. */
const numbersIn = ({ arrays }: ShapePicture): Map<string, number> =>
  new Map(
    arrays.flatMap(({ name, shape, value, gradient }) => [
      ...value.map((number, i) => [entryText(name, shape, i), number] as const),
      ...(gradient ?? []).map((number, i) => [entryText(`d${name}`, shape, i), number] as const),
    ]),
  );

const definitions: [string, () => Promise<ShapeDefinition>][] = [
  ...shapeNames.map((name) => [name, () => loadShapes(name)] as [string, () => Promise<ShapeDefinition>]),
  ["a loss that looks through steps without a name", () => Promise.resolve(batchLoss)],
];

describe.each(definitions)("%s", (_name, load) => {
  test("every entry is the sum that is told, by the engine's numbers, at every size", async () => {
    const definition = await load();
    fc.assert(
      fc.property(settings(definition), (setting) => {
        const picture = pictureOf(definition, setting);
        const numbers = numbersIn(picture);
        for (const [entry, terms] of Object.entries(picture.sums)) {
          const sum = terms.reduce(
            (sum, { times, factors }) => sum + factors.reduce((product, factor) => product * numbers.get(factor)!, times),
            0,
          );
          expect([entry, sum]).toEqual([entry, expect.closeTo(numbers.get(entry)!, 10)]);
        }
        const inputs = picture.arrays.filter(({ isInput }) => isInput).map(({ name }) => name);
        const result = picture.arrays.at(-1)!.name;
        const computed = [...numbers.keys()].filter((entry) => {
          const name = entry.replace(/\[.*/, "");
          return !inputs.includes(name) && name !== `d${result}`;
        });
        expect(Object.keys(picture.sums).sort()).toEqual(computed.sort());
      }),
    );
  });

  test("begins at an entry that it explains", async () => {
    const definition = await load();
    expect(Object.keys(pictureOf(definition, initialShapeSetting(definition)).sums)).toContain(definition.begin);
    for (const { value, min, max } of Object.values(definition.sizes)) {
      expect([min <= value, value <= max, max <= longestSide]).toEqual([true, true, true]);
    }
  });

  test("a larger size leaves every entry of the inputs what it was", async () => {
    const definition = await load();
    const setting = initialShapeSetting(definition);
    const before = numbersIn(pictureOf(definition, setting));
    const largest = Object.fromEntries(Object.entries(definition.sizes).map(([size, { max }]) => [size, max]));
    const after = numbersIn(pictureOf(definition, { ...setting, sizes: largest }));
    for (const input of Object.keys(definition.inputs)) {
      for (const [entry, number] of before)
        if (entry.startsWith(`${input}[`)) expect([entry, after.get(entry)]).toEqual([entry, number]);
    }
  });
}); // prettier-ignore

test("the layer of the lesson", async () => {
  const definition = await loadShapes("linear-layer");
  const { arrays, sums, formula } = pictureOf(definition, initialShapeSetting(definition));
  const gradients = Object.fromEntries(arrays.map(({ name, gradient }) => [name, gradient]));
  expect(formula).toBe("Z = X @ W + B");
  expect(gradients.B).toEqual([5, 5, 5]);
  expect(gradients.W).toEqual([2, 2, 2, 1.25, 1.25, 1.25]);
  expect(gradients.X!.slice(0, 4)).toEqual([1.5, 1, 1.5, 1]);
  expect(arrays.map(({ repeated }) => repeated)).toEqual([1, 1, 5, 1]);
  expect(sums["Z[3, 1]"]).toEqual([
    { times: 1, factors: ["X[3, 0]", "W[0, 1]"] },
    { times: 1, factors: ["X[3, 1]", "W[1, 1]"] },
    { times: 1, factors: ["B[0, 1]"] },
  ]);
  expect(sums["dW[0, 2]"]![4]).toEqual({ times: 1, factors: ["X[4, 0]", "dZ[4, 2]"] });
});
