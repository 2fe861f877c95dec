/** What holds for a backward sweep over any graph. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fromEntries,
  grad,
  ones,
  tensor,
  unbroadcast,
  type EdgeHook,
  type Node,
  type Tensor,
} from "#autodiff/index.ts";
import { take, takeBackward } from "#autodiff/operations/take.ts";
import { countEntries } from "#autodiff/shape.ts";
import { anyShape, broadcastPair, directionOf, inputsOf, meeting, placesBelow } from "./drawing.ts";
import { differenceAlong, relativeError, slopeAlong } from "./finite-differences.ts";

type Step = (a: Tensor, b: Tensor) => Tensor;

/** Each is one operation, which is the node of its result. */
const steps: readonly Step[] = [
  (a, b) => a.add(b),
  (a, b) => a.sub(b),
  (a, b) => a.mul(b),
  (a) => a.tanh(),
  (a) => a.sigmoid(),
  (a) => a.sin(),
  (a) => a.neg(),
  (a) => a.mean(),
  (a) => a.sum(-1, true),
];

/** One step of a program: what is done, and to which of the values so far. */
type Instruction = readonly [step: number, a: number, b: number];

const program: fc.Arbitrary<Instruction[]> = fc.array(
  fc.tuple(fc.nat(steps.length - 1), fc.nat(100), fc.nat(100)),
  { minLength: 1, maxLength: 12 },
);

/** Runs a program; `use` may put something else in the place of an operand. */
function run(
  instructions: readonly Instruction[],
  inputs: readonly Tensor[],
  use: (operand: Tensor, instruction: number, position: number) => Tensor = (operand) => operand,
): Tensor[] {
  const values = [...inputs];
  for (const [i, [step, a, b]] of instructions.entries()) {
    const operand = (number: number, position: number) => use(values[number % values.length]!, i, position);
    values.push(steps[step]!(operand(a, 0), operand(b, 1)));
  }
  return values.slice(inputs.length);
}

const shapes = [[], [2], [2, 1]];
const drawn = fc.record({
  instructions: program,
  inputs: inputsOf(shapes, [-1, 1]),
  direction: directionOf(shapes),
});

const last = (values: readonly Tensor[]): Tensor => values.at(-1)!;

/** The gradients of a result with respect to inputs, entry by entry, 0 where it doesn't depend on them. */
function gradients(result: Tensor, inputs: readonly Tensor[], upstream: Tensor, edge?: EdgeHook): number[] {
  const found = result.requiresGrad
    ? grad(result, inputs, {
        gradOutputs: [upstream],
        allowUnused: true,
        retainGraph: true,
        ...(edge && { edge }),
      })
    : inputs.map(() => null);
  return found.flatMap((gradient, i) => gradient?.entries() ?? new Array<number>(inputs[i]!.numel).fill(0));
}

const counted = ({ numel, shape }: Tensor, factor: number): Tensor =>
  fromEntries(
    Array.from({ length: numel }, (_, i) => Math.cos(factor * (i + 1))),
    shape,
  );

const inner = (x: Tensor, y: Tensor): number => x.mul(y).sum().item();

function expectClose(a: readonly number[], b: readonly number[]): void {
  const scale = Math.max(1, ...a.map(Math.abs));
  expect(a.length).toBe(b.length);
  for (const [i, value] of a.entries()) expect(relativeError(value, b[i]!, scale)).toBeLessThan(1e-12);
}

describe("over any graph, the sweep", () => {
  test("agrees with finite differences, whatever is shared", () => {
    fc.assert(
      fc.property(drawn, ({ instructions, inputs, direction }) => {
        const f = (xs: readonly Tensor[]) => last(run(instructions, xs)).sum();
        const slope = slopeAlong(direction, f);
        for (const [of, to] of [
          [f, slope],
          [slope, slopeAlong(direction, slope)],
        ] as const) {
          // prettier-ignore
          const expected = differenceAlong(direction, of, inputs);
          expect(relativeError(to(inputs).item(), expected, Math.max(1, of(inputs).item()))).toBeLessThan(
            1e-7,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  test("is linear in the upstream gradient", () => {
    fc.assert(
      fc.property(drawn, ({ instructions, inputs }) => {
        const result = last(run(instructions, inputs));
        const [g, h] = [counted(result, 1), counted(result, 2)];
        const [ofG, ofH] = [gradients(result, inputs, g), gradients(result, inputs, h)];
        expectClose(
          gradients(result, inputs, g.mul(3).sub(h)),
          ofG.map((value, i) => 3 * value - ofH[i]!),
        );
      }),
    );
  });

  test("gives `grad` and `backward` the same, bit for bit", () => {
    fc.assert(
      fc.property(drawn, ({ instructions, inputs }) => {
        const result = last(run(instructions, inputs));
        const upstream = counted(result, 1);
        const expected = gradients(result, inputs, upstream);
        for (const input of inputs) input.grad = null;
        result.backward(upstream);
        expect(
          inputs.flatMap(({ grad, numel }) => grad?.entries() ?? new Array<number>(numel).fill(0)),
        ).toEqual(expected);
      }),
    );
  });

  test("adds up: two results one after the other are their sum", () => {
    fc.assert(
      fc.property(drawn, ({ instructions, inputs }) => {
        const values = run(instructions, inputs);
        const [first, second] = [values[0]!.sum(), last(values).sum()];
        const expected = gradients(first.add(second), inputs, fromEntries([1], []));
        for (const input of inputs) input.grad = null;
        first.backward(undefined, { retainGraph: true });
        second.backward();
        expectClose(
          inputs.flatMap(({ grad, numel }) => grad?.entries() ?? new Array<number>(numel).fill(0)),
          expected,
        );
      }),
    );
  });

  test("meets every node once, in descending order of creation, input by input", () => {
    fc.assert(
      fc.property(drawn, ({ instructions, inputs }) => {
        const result = last(run(instructions, inputs));
        const seen: [id: number, input: number][] = [];
        gradients(result, inputs, counted(result, 1), ({ id }, input, _upstream, contribution) => {
          seen.push([id, input]);
          return contribution;
        });
        expect(seen).toEqual(seen.toSorted(([p, i], [q, j]) => q - p || i - j));
        expect(new Set(seen.map(String)).size).toBe(seen.length);
      }),
    );
  });
});

describe("the edge hook", () => {
  test("that returns what it is given changes nothing", () => {
    fc.assert(
      fc.property(drawn, ({ instructions, inputs }) => {
        const result = last(run(instructions, inputs));
        const upstream = counted(result, 1);
        const untouched = gradients(result, inputs, upstream, (_node, _input, _upstream, contribution) => {
          return contribution;
        });
        expect(untouched).toEqual(gradients(result, inputs, upstream));
      }),
    );
  });

  test("that cuts an edge removes the paths through it, as if that operand were a constant", () => {
    fc.assert(
      fc.property(drawn, fc.nat(100), fc.nat(1), ({ instructions, inputs }, where, position) => {
        const values = run(instructions, inputs);
        const cut = where % values.length;
        const result = last(values);
        const upstream = counted(result, 1);
        const without = gradients(result, inputs, upstream, (node: Node, input, _upstream, contribution) =>
          node === values[cut]!.node && input === position ? null : contribution,
        );
        const constant = last(
          run(instructions, inputs, (operand, instruction, at) =>
            instruction === cut && at === position ? operand.detach() : operand,
          ),
        );
        expect(without).toEqual(gradients(constant, inputs, upstream));
      }),
    );
  });
});

describe("adjoints: ⟨A x, g⟩ = ⟨x, Aᵀ g⟩ for", () => {
  test("broadcasting and `unbroadcast`", () => {
    fc.assert(
      fc.property(broadcastPair, (shapes) => {
        const x = counted(fromEntries(new Array<number>(countEntries(shapes[0])).fill(0), shapes[0]), 1);
        const spread = x.expand(meeting(shapes));
        const g = counted(spread, 2);
        expect(unbroadcast(g, x.shape).shape).toEqual(x.shape);
        expectClose([inner(spread, g)], [inner(x, unbroadcast(g, x.shape))]);
      }),
    );
  });

  test("`take` and `takeBackward`", () => {
    const drawn = anyShape.chain((shape) =>
      fc.tuple(fc.constant(shape), placesBelow(countEntries(shape), 8)),
    );
    fc.assert(
      fc.property(drawn, ([shape, places]) => {
        const x = counted(fromEntries(new Array<number>(countEntries(shape)).fill(0), shape), 1);
        const at = { indices: Int32Array.from(places), shape: [places.length], as: "Index" };
        const picked = take(x, at);
        const g = counted(picked, 2);
        expectClose([inner(picked, g)], [inner(x, takeBackward(g, { ...at, into: shape }))]);
      }),
    );
  });
});

describe("a leaf that is used many times", () => {
  const dtypes = ["float64", "float32"] as const;
  const shapes = [[], [3], [2, 2]] as const;

  test.each(dtypes.flatMap((dtype) => shapes.map((shape) => ({ dtype, shape }))))(
    "has the sum of all that arrives, $dtype $shape",
    ({ dtype, shape }) => {
      const x = ones(shape, { dtype, requiresGrad: true });
      const uses = [1, 2, 4, 8].map((factor) => x.mul(factor).sum());
      const total = uses.reduce((sum, use) => sum.add(use));
      const [first] = grad(total, [x], { retainGraph: true });
      const [again] = grad(total, [x], { retainGraph: true });
      const [recorded] = grad(total, [x], { createGraph: true });
      expect(first.entries().every((entry) => entry === 15)).toBe(true);
      expect(again.entries()).toEqual(first.entries());
      expect(recorded.entries()).toEqual(first.entries());
    },
  );

  test("leaves what a hook has seen as it was", () => {
    const x = tensor([1, 2], { dtype: "float64", requiresGrad: true });
    const other = tensor([3, 4], { dtype: "float64", requiresGrad: true });
    const shared = x.add(other);
    const seen: Tensor[] = [];
    shared.registerHook((gradient) => void seen.push(gradient));
    shared.mul(2).add(x.mul(5)).add(x.mul(7)).add(x.mul(11)).sum().backward();
    expect(seen.map((gradient) => gradient.entries())).toEqual([[2, 2]]);
    expect(x.grad?.entries()).toEqual([25, 25]);
    expect(other.grad?.entries()).toEqual([2, 2]);
  });
});
