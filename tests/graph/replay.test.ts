import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { call, defineOp, EngineError, fromEntries, grad, tensor, type Tensor } from "#autodiff/index.ts";
import { operationTable } from "#autodiff/operation-table.ts";
import { trace, traceLimits } from "#autodiff/trace.ts";
import { readTrace, replay, TraceError } from "#graph/replay.ts";
import { inputsOf, type Interval } from "../autodiff/drawing.ts";
import { compositions, samples, type Call, type Sample } from "../autodiff/samples.ts";
import { randomGraphs } from "./random-graphs.ts";

/** The same leaves once more. */
const again = (leaves: readonly Tensor[]): Tensor[] =>
  leaves.map((leaf) => fromEntries(leaf.entries(), leaf.shape, { requiresGrad: true }));

/** Value and gradients, as their bits. */
function results(value: Tensor, leaves: readonly Tensor[]): unknown {
  const gradients = value.requiresGrad
    ? grad(value.mul(value).sum().add(value.sum()), leaves, { retainGraph: true, allowUnused: true })
    : [];
  return [value, ...gradients].map(
    (each) => each && { dtype: each.dtype, shape: each.shape, entries: Float64Array.from(each.entries()) },
  );
}

function holds(of: Call["of"], leaves: Tensor[], differentiate: boolean): void {
  const value = of(...leaves);
  const copies = again(leaves);
  const replayed = replay(readTrace(trace(leaves, value)), copies);
  if (differentiate) expect(results(replayed, copies)).toEqual(results(value, leaves));
  else expect(Float64Array.from(replayed.entries())).toEqual(Float64Array.from(value.entries()));
  expect(replayed.gradFn).toBe(value.gradFn);
}

const usual: Interval = [-2, 2];

const listed = (each: Sample | readonly Sample[]): readonly Sample[] => ("calls" in each ? [each] : each);

describe("an operation replayed gives the same value and gradients, to the bit", () => {
  test("every operation of the engine has a sample", () => {
    expect([...operationTable.keys()].sort()).toEqual(Object.keys(samples).sort());
  });

  test.each(Object.entries({ ...samples, ...compositions }))("%s", (_name, given) => {
    for (const { calls, from = usual, kinks, withoutRule } of listed(given)) {
      fc.assert(
        fc.property(
          calls.chain(({ shapes, of }) =>
            fc.record({ of: fc.constant(of), leaves: inputsOf(shapes, from, kinks) }),
          ),
          ({ of, leaves }) => holds(of, leaves, !withoutRule),
        ),
        { numRuns: 20 },
      );
    }
  });

  test("a graph of many operations", () => {
    fc.assert(
      fc.property(randomGraphs(30), ({ inputs, value }) => {
        const leaves = Object.values(inputs);
        holds(() => value, leaves, true);
      }),
    );
  });
});

describe("what was sent is not believed", () => {
  const x = () => fromEntries([1, 2, 3, 4, 5, 6], [2, 3], { requiresGrad: true });
  const send = (sent: unknown) => replay(readTrace(JSON.stringify(sent)), [x()]);
  const one = (op: string, params?: unknown, inputs = [0]) => ({
    constants: [],
    nodes: [{ op, inputs, params }],
    result: 1,
    value: 0,
  });

  test.each<[what: string, sent: unknown, says: RegExp]>([
    ["an operation of another name", one("shell"), /no operation/],
    ["a name from the prototype", one("constructor"), /no operation/],
    ["a helper that isn't an operation", one("withAxes"), /no operation/],
    ["a cycle", one("neg", undefined, [1]), /before it is computed/],
    ["a value that never comes", { ...one("neg"), result: 9 }, /before it is computed/],
    ["too few inputs", one("add"), /inputs of this kind/],
    ["a wrong rank", one("dot", undefined, [0, 0]), /inputs of this kind/],
    ["an axis that isn't there", one("sum", { dims: [7], keepdim: false, all: false }), /given/],
    ["an axis named twice", one("sum", { dims: [1, 1], keepdim: false, all: false }), /given/],
    ["a word for a number", one("pow", "two"), /given/],
    ["more than it takes", one("neg", 3), /given/],
    ["a place outside", one("take", { indices: [6], shape: [1], as: "Index" }), /inputs of this kind/],
    ["a huge shape", one("expand", [1e9, 2, 3]), /given/],
    ["a shape that doesn't repeat", one("expand", [2, 4]), /inputs of this kind/],
    ["a huge matrix", one("diagonalMatrix", 4000), /inputs of this kind/],
    ["names that aren't words", one("reshape", { shape: [6], as: "<b>" }), /given/],
    ["no record at all", [], /malformed/],
    [
      "a lying length",
      { ...one("neg"), constants: [{ shape: [3], dtype: "float64", data: [1] }] },
      /malformed/,
    ],
  ])("%s", (_what, sent, says) => {
    expect(() => send(sent)).toThrow(TraceError);
    expect(() => send(sent)).toThrow(says);
  });

  test("text that is no trace, or too much of it", () => {
    for (const text of [null, {}, "", "{", "[".repeat(100_000), "9".repeat(traceLimits.characters + 1)]) {
      expect(() => readTrace(text)).toThrow(TraceError);
    }
  });

  test("a product of all with all", () => {
    const long = { shape: [4000, 1], dtype: "float64", data: 1 };
    const wide = { ...long, shape: [1, 4000] };
    const sent = { constants: [long, wide], nodes: [] as unknown[], result: 3, value: 0 };
    for (const op of ["add", "mm"]) {
      expect(() => send({ ...sent, nodes: [{ op, inputs: [1, 2] }] })).toThrow(/more than 4096 entries/);
    }
  });

  const names = fc.constantFrom(...operationTable.keys(), "__proto__", "toString");
  const small = fc.oneof(fc.integer({ min: -3, max: 8 }), fc.constantFrom(1e9, 0.5, "NaN", "-0", true, null));
  const told = fc.oneof(
    fc.constant(undefined),
    small,
    fc.array(small, { maxLength: 4 }),
    fc.record(
      {
        ...Object.fromEntries(
          ["dims", "indices", "shape", "into", "order", "low", "high", "dim", "as", "p", "value"].map(
            (key) => [key, fc.oneof(small, fc.array(small, { maxLength: 4 }))],
          ),
        ),
        keepdim: fc.boolean(),
        all: fc.boolean(),
        mask: fc.constant({ shape: [3], dtype: "bool", data: [1, 0, 1] }),
      },
      { requiredKeys: [] },
    ),
  );
  const sentTraces = fc.record({
    constants: fc.array(
      fc.record({
        shape: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
        dtype: fc.constantFrom("float64", "bool", "int64", "float32"),
        data: small,
      }),
      { maxLength: 3 },
    ),
    nodes: fc.array(
      fc.record({ op: names, inputs: fc.array(fc.nat(6), { minLength: 1, maxLength: 3 }), at: told }),
      { maxLength: 6 },
    ),
    result: fc.nat(8),
    value: small,
  });

  test("whatever is sent, it is computed or refused", () => {
    let computed = 0;
    fc.assert(
      fc.property(sentTraces, (sent) => {
        try {
          const value = send(sent);
          expect(Number.isSafeInteger(value.numel)).toBe(true);
          computed++;
        } catch (error) {
          expect(error).toBeInstanceOf(TraceError);
        }
      }),
      { numRuns: 2000 },
    );
    expect(computed).toBeGreaterThan(40);
  });

  test("a graph with one thing changed is computed or refused", () => {
    const texts = Object.values(samples).flatMap((given) =>
      listed(given).map(({ calls, from = usual }) =>
        calls.chain(({ shapes, of }) =>
          inputsOf(shapes, from).map((leaves) => ({ leaves, text: trace(leaves, of(...leaves)) })),
        ),
      ),
    );
    fc.assert(
      fc.property(fc.oneof(...texts), fc.nat(), small, ({ leaves, text }, where, other) => {
        const values = [...text.matchAll(/(?<=[:[,])-?[\d.e-]+(?=[,\]}])/g)];
        const { index, 0: old } = values[where % values.length]!;
        const changed = text.slice(0, index) + JSON.stringify(other) + text.slice(index + old.length);
        try {
          const value = replay(readTrace(changed), again(leaves));
          if (value.requiresGrad) grad(value.sum(), [value]);
        } catch (error) {
          // What can be computed need not have a derivative; the engine says so.
          expect(error instanceof TraceError || error instanceof EngineError).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe("what can't be written down is said", () => {
  const x = tensor(2, { dtype: "float64", requiresGrad: true });

  test("an operation with a rule of its own", () => {
    const own = defineOp({
      name: "own",
      gradFn: "OwnBackward",
      notation: call("own"),
      forward: (y) => y.detach().clone(),
      vjp: [(g) => g],
    });
    expect(() => trace([x], own(x))).toThrow(/rule of its own \(OwnBackward\)/);
  });

  test("a graph or an array that is too large", () => {
    let y = x;
    for (let i = 0; i <= traceLimits.nodes; i++) y = y.add(1);
    expect(() => trace([x], y)).toThrow(/too large to follow/);
    expect(() => trace([x], x.mul(fromEntries(new Float64Array(5000), [5000])))).toThrow(/too large/);
  });
});
