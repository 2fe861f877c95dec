import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grad, tensor } from "#autodiff/index.ts";
import { snapshotOf } from "#graph/snapshot.ts";
import { ledgerOf, mostPaths, type Ledger } from "#graph/path-ledger.ts";
import recurrence from "../../content/graphs/recurrence.ts";
import { runGraph } from "#graph/graph-definition.ts";
import { randomGraphs } from "./random-graphs.ts";

test("for any graph of single numbers the ledger adds up to the gradient", () => {
  fc.assert(
    fc.property(randomGraphs(8), ({ inputs, value }) => {
      const snapshot = snapshotOf(inputs, value);
      const ledger = ledgerOf(snapshot, "a");
      fc.pre(typeof ledger !== "string");
      const [gradient] = grad(value, [inputs.a!], { retainGraph: true, allowUnused: true });
      expect(ledger!.total).toBeCloseTo(gradient?.item() ?? 0, 8);
    }),
  );
});

test("a path leads from the result to the input without a gap", () => {
  fc.assert(
    fc.property(randomGraphs(8), ({ inputs, value }) => {
      const ledger = ledgerOf(snapshotOf(inputs, value), "b");
      fc.pre(typeof ledger !== "string");
      for (const { edges } of ledger!.paths) {
        for (const [i, edge] of edges.entries()) expect(edge.from).toBe(edges[i + 1]?.to ?? "b");
      }
    }),
  );
});

describe("the recurrence h_t = w_h · h_{t−1}", () => {
  const unrolled = (steps: number) => {
    const { inputs, value } = runGraph(recurrence, { inputs: { h0: 0.5, w_h: 2 }, steps });
    return snapshotOf(inputs, value);
  };

  test("draws the weight once, with an edge into every step", () => {
    const { nodes, edges } = unrolled(5);
    expect(nodes.filter(({ kind }) => kind === "input")).toHaveLength(2);
    expect(edges.filter(({ from }) => from === "w_h")).toHaveLength(5);
  });

  test("reaches the weight by one path a step, each with the same share: dh₂/dw = h₁ + w·h₀ = 2", () => {
    const { paths, total } = ledgerOf(unrolled(2), "w_h") as Ledger;
    expect(paths.map(({ contribution }) => contribution)).toEqual([1, 1]);
    expect(total).toBe(2);
    expect((ledgerOf(unrolled(2), "h0") as Ledger).total).toBe(4);
  });

  test("without a step the result is the first state", () => {
    const { nodes, edges } = unrolled(0);
    expect(nodes.map(({ id }) => id)).toEqual(["h0", "result"]);
    expect(edges.map(({ contribution }) => contribution)).toEqual([[1]]);
  });
});

test("too many paths are a message, at once", () => {
  const x = tensor(1, { dtype: "float64", requiresGrad: true });
  let value = x;
  for (let i = 0; i < 40; i++) value = value.add(value);
  expect(ledgerOf(snapshotOf({ x }, value), "x")).toContain(`More than ${mostPaths} paths`);
});

test("arrays have no ledger", () => {
  const x = tensor([1, 2], { dtype: "float64", requiresGrad: true });
  expect(ledgerOf(snapshotOf({ x }, x.mul(x).sum()), "x")).toBeNull();
});
