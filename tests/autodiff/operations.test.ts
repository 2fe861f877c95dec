import { glob, readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromEntries, grad, ruleFor, unbroadcast, type Tensor } from "#autodiff/index.ts";
import { operationTable } from "#autodiff/operation-table.ts";
import * as operations from "#autodiff/operations/index.ts";
import { directionOf, inputsOf } from "./drawing.ts";
import { differenceAlong, relativeError, slopeAlong, type ScalarFunction } from "./finite-differences.ts";
import { compositions, samples, type Call, type Sample } from "./samples.ts";

const folder = new URL("../../src/autodiff/operations/", import.meta.url);

const table = [...operationTable].map(([name, { operation }]) => [name, operation] as const);

interface Drawn extends Call {
  inputs: Tensor[];
  direction: Tensor[];
}

const drawn = ({ calls, from = [-2, 2], kinks }: Sample): fc.Arbitrary<Drawn> =>
  calls.chain((call) =>
    fc.record({
      shapes: fc.constant(call.shapes),
      of: fc.constant(call.of),
      inputs: inputsOf(call.shapes, from, kinks),
      direction: directionOf(call.shapes),
    }),
  );

const listed = (each: Sample | readonly Sample[]): readonly Sample[] => ("calls" in each ? [each] : each);

/** Numbers between 1 and 2, no two the same, in the shape of a tensor. */
const weights = ({ numel, shape }: Tensor): Tensor =>
  fromEntries(
    Array.from({ length: numel }, (_, i) => 1 + ((0.7 * (i + 1)) % 1)),
    shape,
  );

/** Σ wᵢ·(yᵢ + ½yᵢ²): every entry has an upstream gradient of its own, and it depends on the inputs. */
const loss =
  (of: Call["of"]): ScalarFunction =>
  (inputs) => {
    const y = of(...inputs);
    return y.mul(y).mul(0.5).add(y).mul(weights(y)).sum();
  };

function holdsToDifferences(sample: Sample): void {
  fc.assert(
    fc.property(drawn(sample), ({ of, inputs, direction }) => {
      let f = loss(of);
      for (const [order, tolerance] of [1e-9, 1e-8, 1e-6].entries()) {
        const slope = slopeAlong(direction, f);
        const error = relativeError(
          slope(inputs).item(),
          differenceAlong(direction, f, inputs),
          Math.max(1, Math.abs(f(inputs).item())),
        );
        expect(error, `of derivative ${order + 1}`).toBeLessThan(tolerance);
        f = slope;
      }
    }),
    { numRuns: 40 },
  );
}

describe("every operation", () => {
  test("is exported, so that it can be found", async () => {
    for await (const file of glob("**/*.ts", { cwd: folder })) {
      const hidden = (await readFile(new URL(file, folder), "utf8")).match(
        /^const \w+.* = define(List)?Op/gm,
      );
      expect([file, hidden]).toEqual([file, null]);
    }
  });

  test("is found", () => {
    expect(operationTable.size).toBeGreaterThan(80);
  });

  test("has a sample of its own, and every sample its operation", () => {
    expect(Object.keys(samples).sort()).toEqual([...operationTable.keys()].sort());
  });
});

describe.each(table)("%s", (name, operation) => {
  const own = listed(samples[name] ?? []);
  const ruled = own.filter(({ withoutRule }) => !withoutRule);

  test.each(own)("is what its sample calls", (sample) => {
    fc.assert(
      fc.property(drawn(sample), ({ of, inputs }) => {
        const { node } = of(...inputs);
        expect(node!.operation).toBe(operation);
      }),
      { numRuns: 5 },
    );
  });

  test.each(ruled)(
    "has a first, second and third derivative that agree with finite differences",
    holdsToDifferences,
  );

  if (ruled.length < own.length) {
    test("says that it has no derivative", () => {
      fc.assert(
        fc.property(drawn(own[0]!), ({ of, inputs }) => {
          expect(() => grad(of(...inputs).sum(), inputs)).toThrow("is not implemented");
        }),
      );
    });
  }

  test.each(operation.malRules)('mal-rule "$message" differs from the truth at many points', (malRule) => {
    let points = 0;
    let different = 0;
    for (const sample of ruled) {
      fc.assert(
        fc.property(drawn(sample), ({ of, inputs }) => {
          const node = of(...inputs).node!;
          const { shape, numel } = node.inputs[malRule.input]!;
          const upstream = weights(node.out);
          const right = unbroadcast(ruleFor(operation, malRule.input)(upstream, node), shape);
          const wrong = unbroadcast(malRule.vjp(upstream, node), shape);
          expect(wrong.shape).toEqual(shape);
          if (numel < 2) return; // a sum of one is its mean
          const truth = right.entries();
          points++;
          if (wrong.entries().some((entry, i) => relativeError(entry, truth[i]!) > 1e-3)) different++;
        }),
      );
    }
    expect(different / points).toBeGreaterThan(1 / 4);
  });

  test("has mal-rules that can be told apart and give no formula", () => {
    const told = operation.malRules.map(({ message, input }) => `${input}: ${message}`);
    expect(new Set(told).size).toBe(told.length);
    for (const { message } of operation.malRules) expect(message).toMatch(/^[a-z][^=∂]{10,}[^.\s]$/);
  });
});

describe.each(Object.entries(compositions))("%s", (_name, given) => {
  test.each(listed(given))("has derivatives that agree with finite differences", holdsToDifferences);
});

test("a product's derivative at zeros is the product of the others", () => {
  const x = fromEntries([2, 0, 3], [3], { requiresGrad: true });
  operations.prod(x, operations.reduction(x, undefined, false)).backward();
  expect(x.grad!.entries()).toEqual([0, 6, 0]);
});

test("a norm's and a deviation's derivative at their kink is 0", () => {
  const x = fromEntries([0, 0], [2], { requiresGrad: true });
  const all = operations.reduction(x, undefined, false);
  operations
    .norm(x, { ...all, p: 2, as: "NormBackward1" })
    .add(operations.std(x, { ...all, correction: 0 }))
    .backward();
  expect(x.grad!.entries()).toEqual([0, 0]);
});
