import fc from "fast-check";
import { tensor, type Tensor } from "#autodiff/index.ts";

/** A graph of single numbers: the inputs `a`, `b` and `c`, and a value computed from them. */
export interface RandomGraph {
  inputs: Record<string, Tensor>;
  value: Tensor;
}

const operations: readonly ((x: Tensor, y: Tensor) => Tensor)[] = [
  (x, y) => x.add(y),
  (x, y) => x.sub(y),
  (x, y) => x.mul(y),
  (x, y) => x.tanh().add(y),
  (x) => x.pow(2),
  (x) => x.mul(0.5),
  (x) => x.sigmoid(),
  (x) => x.neg(),
];

/** Every step takes any two earlier values, so that values fan out and paths meet. The last value depends on all others. */
export const randomGraphs = (steps: number): fc.Arbitrary<RandomGraph> =>
  fc
    .record({
      values: fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 3, maxLength: 3 }),
      choices: fc.array(fc.tuple(fc.nat(operations.length - 1), fc.nat(), fc.nat()), {
        minLength: 1,
        maxLength: steps,
      }),
    })
    .map(({ values, choices }) => {
      const leaves = values.map((value) => tensor(value / 4, { dtype: "float64", requiresGrad: true }));
      const computed = [...leaves];
      for (const [operation, first, second] of choices) {
        const [x, y] = [computed[first % computed.length]!, computed[second % computed.length]!];
        computed.push(operations[operation]!(x, y));
      }
      const [a, b, c] = leaves as [Tensor, Tensor, Tensor];
      return { inputs: { a, b, c }, value: computed.at(-1)! };
    });
