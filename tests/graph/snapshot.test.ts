import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grad, tensor, type NestedNumbers } from "#autodiff/index.ts";
import { edgeId, resultEdge } from "#graph/edge-id.ts";
import { snapshotOf, type GraphSnapshot } from "#graph/snapshot.ts";
import { nodesBehind } from "#graph/nodes.ts";
import { randomGraphs } from "./random-graphs.ts";

const leaf = (value: NestedNumbers) => tensor(value, { dtype: "float64", requiresGrad: true });
const find = (snapshot: GraphSnapshot, id: string) => snapshot.nodes.find((each) => each.id === id);
const node = (snapshot: GraphSnapshot, id: string) => find(snapshot, id)!;
const edge = (snapshot: GraphSnapshot, id: string) => snapshot.edges.find((each) => each.id === id)!;

describe("for any graph of single numbers", () => {
  test("the gradients are the engine's", () => {
    fc.assert(
      fc.property(randomGraphs(12), ({ inputs, value }) => {
        const names = Object.keys(inputs);
        const gradients = grad(value, Object.values(inputs), { retainGraph: true, allowUnused: true });
        const snapshot = snapshotOf(inputs, value);
        for (const [i, name] of names.entries()) {
          expect(find(snapshot, name)?.gradient?.[0] ?? null).toBe(gradients[i]?.item() ?? null);
        }
      }),
    );
  });

  test("what arrives at a node adds up to its gradient", () => {
    fc.assert(
      fc.property(randomGraphs(12), ({ inputs, value }) => {
        const snapshot = snapshotOf(inputs, value);
        for (const { id, gradient } of snapshot.nodes) {
          if (id === resultEdge) continue;
          const arriving = snapshot.edges.filter(({ from, contribution }) => from === id && contribution);
          const sum = arriving.reduce((total, { contribution }) => total + contribution![0]!, 0);
          expect(sum).toBeCloseTo(gradient![0]!, 9);
        }
      }),
    );
  });

  test("every contribution is the upstream gradient times the local derivative", () => {
    fc.assert(
      fc.property(randomGraphs(12), ({ inputs, value }) => {
        for (const { id, upstream, local, contribution } of snapshotOf(inputs, value).edges) {
          if (id !== resultEdge) expect(upstream![0]! * local![0]!).toBeCloseTo(contribution![0]!, 9);
        }
      }),
    );
  });

  test("an operation has the number that faults know it by", () => {
    fc.assert(
      fc.property(randomGraphs(12), ({ inputs, value }) => {
        const snapshot = snapshotOf(inputs, value);
        for (const [i, { out }] of nodesBehind(value).entries()) {
          expect(node(snapshot, String(i)).value).toEqual(out.entries());
        }
      }),
    );
  });
});

describe("the drawing of an operation", () => {
  const x = leaf(3);
  const y = leaf(2);

  test.each([
    [x.pow(2), "( )²", ["2 × in"]],
    [x.pow(-1), "( )⁻¹", ["−1 × in⁻²"]],
    [x.sub(10), "− 10", ["1"]],
    [tensor(1, { dtype: "float64" }).add(x), "1 +", ["1"]],
    [x.mul(y), "×", ["y", "x"]],
    [x.mul(y.add(1).sigmoid()), "×", ["the other", "x"]],
    [x.sigmoid(), "σ", ["out × (1 − out)"]],
  ])("%s", (value, label, rules) => {
    const snapshot = snapshotOf({ x, y }, value);
    const last = snapshot.nodes.at(-2)!;
    expect(last.label).toBe(label);
    expect(snapshot.edges.filter(({ to }) => to === last.id).map(({ rule }) => rule)).toEqual(rules);
  });
});

describe("arrays", () => {
  const X = leaf([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  const W = leaf([
    [1, -1],
    [2, 0],
  ]);
  const B = leaf([[1, 3]]);
  const snapshot = snapshotOf({ X, W, B }, X.matmul(W).add(B).sum());

  test("a broadcast edge knows what it repeats, and the sum flows back", () => {
    expect(edge(snapshot, "1:1")).toMatchObject({ from: "B", repeated: [0], contribution: [3, 3] });
    expect(edge(snapshot, "1:0")).toMatchObject({ repeated: [], upstreamShape: [3, 2] });
  });

  test("a product of matrices has no local derivative by entries, but a rule", () => {
    expect(edge(snapshot, "0:0")).toMatchObject({ local: null, rule: "@ Wᵀ" });
    expect(edge(snapshot, "0:1")).toMatchObject({ local: null, rule: "Xᵀ @" });
  });

  test("an array that isn't an input is a node of its own", () => {
    const target = tensor([1, 2, 3], { dtype: "float64" });
    const x = leaf([1, 1, 1]);
    const squares = snapshotOf({ x }, x.sub(target).pow(2).sum());
    expect(node(squares, "constant0")).toMatchObject({ kind: "constant", gradient: null });
    expect(edge(squares, "0:1").contribution).toBeNull();
  });
});

test("a faulty edge carries the mistake on to all that follows from it", () => {
  const x = leaf(1);
  const fault = { node: 2, input: 0, change: "taken-as-one" } as const;
  const snapshot = snapshotOf({ x }, x.pow(2).sub(10).pow(2), { faults: [fault] });
  expect(edge(snapshot, edgeId(fault)).contribution).toEqual([1]);
  expect(node(snapshot, "x").gradient).toEqual([2]);
});

test("over an edge that is cut nothing flows", () => {
  const x = leaf(3);
  const snapshot = snapshotOf({ x }, x.mul(x), { faults: [{ node: 0, input: 1, change: "cut" }] });
  expect(edge(snapshot, "0:1").contribution).toBeNull();
  expect(node(snapshot, "x").gradient).toEqual([3]);
});
