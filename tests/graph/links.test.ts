import fc from "fast-check";
import { expect, test } from "vitest";
import { grad, rand, zeros, type Node, type Tensor } from "#autodiff/index.ts";
import { linkedOperations, linksOf, valueOf } from "#graph/links.ts";

const array = (...shape: number[]) => rand(shape, { dtype: "float64", requiresGrad: true });

/** A use of every operation in the table, with sides of these lengths. */
const uses: Readonly<Record<string, (a: number, b: number, c: number) => Tensor>> = {
  AddBackward0: (a, b) => array(a, b).add(array(1, b)),
  SubBackward0: (a, b) => array(b).sub(array(a, b)),
  MulBackward0: (a, b) => array(a, b).mul(array(a, 1)),
  PowBackward0: (a, b) => array(a, b).pow(2),
  MmBackward0: (a, b, c) => array(a, b).matmul(array(b, c)),
  SumBackward0: (a, b) => array(a, b).sum(),
  SelectBackward0: (a, b) => array(a, b).select(1, b - 1),
  SliceBackward0: (a, b) => array(a, b).slice(1, b > 1 ? 1 : 0),
  MeanBackward0: (a, b) => array(a, b).mean(),
};

/** ∂out/∂input by the engine, one sweep for each entry of the result. */
function jacobian({ out, inputs }: Node, input: number): number[][] {
  return out.entries().map((_, to) => {
    const upstream = zeros(out.shape, { dtype: "float64" });
    upstream.data = Float64Array.from(out.entries(), (_, entry) => Number(entry === to));
    return [...grad(out, [inputs[input]!], { gradOutputs: [upstream], retainGraph: true })[0].entries()];
  });
}

const side = fc.integer({ min: 1, max: 4 });

test.each(linkedOperations)("%s: its links are the engine's Jacobian, and its value is their sum", (name) => {
  fc.assert(
    fc.property(side, side, side, (a, b, c) => {
      const out = uses[name]!(a, b, c);
      const node = out.node!;
      expect(node.gradFn).toBe(name);
      const { inputs, scale } = valueOf(node);
      const value = out.entries().map(() => 0);
      node.inputs.forEach((tensor, input) => {
        const told = out.entries().map(() => tensor.entries().map(() => 0));
        for (const { from, to, times, of } of linksOf(node, input)) {
          const local = times * (of ? node.inputs[of.input]!.entries()[of.entry]! : 1);
          told[to]![from]! += local;
          if (inputs.includes(input)) value[to]! += scale * tensor.entries()[from]! * local;
        }
        const right = jacobian(node, input);
        told.forEach((row, to) => row.forEach((local, from) => expect(local).toBeCloseTo(right[to]![from]!, 12)));
      });
      value.forEach((sum, to) => expect(sum).toBeCloseTo(out.entries()[to]!, 12));
    }),
  );
}); // prettier-ignore

test("an operation that isn't in the table is named", () => {
  expect(() => linksOf(array(2).exp().node!, 0)).toThrow(/ExpBackward0.*AddBackward0/);
  expect(() => linksOf(array(2).pow(3).node!, 0)).toThrow(/power of 3/);
});
