import fc from "fast-check";
import { expect, test } from "vitest";
import { grad, rand, zeros, type Node, type Tensor } from "#autodiff/index.ts";
import { operationTable } from "#autodiff/operation-table.ts";
import { entrySums } from "#graph/entry-sums.ts";

const array = (...shape: number[]) => rand(shape, { dtype: "float64", requiresGrad: true });

/** A use of every operation whose entries are linked, with sides of these lengths. */
const uses: Readonly<Record<string, (a: number, b: number, c: number) => Tensor>> = {
  add: (a, b) => array(a, b).add(array(1, b)),
  sub: (a, b) => array(b).sub(array(a, b)),
  mul: (a, b) => array(a, b).mul(array(a, 1)),
  pow: (a, b) => array(a, b).pow(2),
  mm: (a, b, c) => array(a, b).matmul(array(b, c)),
  sum: (a, b) => (a > 2 ? array(a, b).sum(1) : array(a, b).sum()),
  mean: (a, b) => (a > 2 ? array(a, b).mean(0, true) : array(a, b).mean()),
  take: (a, b, c) => (c > 2 ? array(a, b).select(1, b - 1) : array(a, b).slice(1, b > 1 ? 1 : 0)),
};

const linked = [...operationTable.values()].flatMap(({ operation: { name, links } }) =>
  links ? [[name, links] as const] : [],
);

/** ∂out/∂input by the engine, one sweep for each entry of the result. */
function jacobian({ out, inputs }: Node, input: number): number[][] {
  return out.entries().map((_, to) => {
    const upstream = zeros(out.shape, { dtype: "float64" });
    upstream.data = Float64Array.from(out.entries(), (_, entry) => Number(entry === to));
    return [...grad(out, [inputs[input]!], { gradOutputs: [upstream], retainGraph: true })[0].entries()];
  });
}

const side = fc.integer({ min: 1, max: 4 });

test.each(linked)("%s: its links are the engine's Jacobian, and its value is their sum", (name, { links, value: sumOf }) => {
  fc.assert(
    fc.property(side, side, side, (a, b, c) => {
      const out = uses[name]!(a, b, c);
      const node = out.node!;
      expect(node.operation.name).toBe(name);
      const { inputs, scale } = sumOf;
      const value = out.entries().map(() => 0);
      node.inputs.forEach((tensor, input) => {
        const told = out.entries().map(() => tensor.entries().map(() => 0));
        for (const { from, to, times, of } of links(node, input)) {
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

test("what can't be told entry by entry is named", () => {
  const x = array(2);
  const sums = (out: Tensor) => () => entrySums(out, new Map([[x, "x"], [out, "out"]])); // prettier-ignore
  expect(sums(x.exp())).toThrow(/exp isn't told entry by entry/);
  expect(sums(x.pow(3))).toThrow(/power of 3/);
});
