import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grad, tensor, type NestedNumbers } from "#autodiff/index.ts";
import { edgeId, resultEdge } from "#graph/edge-id.ts";
import { flowOf, type Flow } from "#graph/flow.ts";
import { nodesBehind } from "#graph/nodes.ts";
import { randomGraphs } from "./random-graphs.ts";

const leaf = (value: NestedNumbers) => tensor(value, { dtype: "float64", requiresGrad: true });
const find = (flow: Flow, id: string) => flow.nodes.find((each) => each.id === id);
const node = (flow: Flow, id: string) => find(flow, id)!;
const edge = (flow: Flow, id: string) => flow.edges.find((each) => each.id === id)!;

describe("for any graph of single numbers", () => {
  test("the gradients are the engine's", () => {
    fc.assert(
      fc.property(randomGraphs(12), ({ inputs, value }) => {
        const names = Object.keys(inputs);
        const gradients = grad(value, Object.values(inputs), { retainGraph: true, allowUnused: true });
        const flow = flowOf(inputs, value);
        for (const [i, name] of names.entries()) {
          expect(find(flow, name)?.gradient?.[0] ?? null).toBe(gradients[i]?.item() ?? null);
        }
      }),
    );
  });

  test("what arrives at a node adds up to its gradient", () => {
    fc.assert(
      fc.property(randomGraphs(12), ({ inputs, value }) => {
        const flow = flowOf(inputs, value);
        for (const { id, gradient } of flow.nodes) {
          if (id === resultEdge) continue;
          const arriving = flow.edges.filter(({ from, contribution }) => from === id && contribution);
          const sum = arriving.reduce((total, { contribution }) => total + contribution![0]!, 0);
          expect(sum).toBeCloseTo(gradient![0]!, 9);
        }
      }),
    );
  });

  test("every contribution is the upstream gradient times the local derivative", () => {
    fc.assert(
      fc.property(randomGraphs(12), ({ inputs, value }) => {
        for (const { id, upstream, local, contribution } of flowOf(inputs, value).edges) {
          if (id !== resultEdge) expect(upstream![0]! * local![0]!).toBeCloseTo(contribution![0]!, 9);
        }
      }),
    );
  });

  test("an operation has the number that bends know it by", () => {
    fc.assert(
      fc.property(randomGraphs(12), ({ inputs, value }) => {
        const flow = flowOf(inputs, value);
        for (const [i, { out }] of nodesBehind(value).entries()) {
          expect(node(flow, String(i)).value).toEqual(out.entries());
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
    const flow = flowOf({ x, y }, value);
    const last = flow.nodes.at(-2)!;
    expect(last.label).toBe(label);
    expect(flow.edges.filter(({ to }) => to === last.id).map(({ rule }) => rule)).toEqual(rules);
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
  const flow = flowOf({ X, W, B }, X.matmul(W).add(B).sum());

  test("a broadcast edge knows what it repeats, and the sum flows back", () => {
    expect(edge(flow, "1:1")).toMatchObject({ from: "B", repeated: [0], contribution: [3, 3] });
    expect(edge(flow, "1:0")).toMatchObject({ repeated: [], upstreamShape: [3, 2] });
  });

  test("a product of matrices has no local derivative by entries, but a rule", () => {
    expect(edge(flow, "0:0")).toMatchObject({ local: null, rule: "@ Wᵀ" });
    expect(edge(flow, "0:1")).toMatchObject({ local: null, rule: "Xᵀ @" });
  });

  test("an array that isn't an input is a node of its own", () => {
    const target = tensor([1, 2, 3], { dtype: "float64" });
    const x = leaf([1, 1, 1]);
    const squares = flowOf({ x }, x.sub(target).pow(2).sum());
    expect(node(squares, "constant0")).toMatchObject({ kind: "constant", gradient: null });
    expect(edge(squares, "0:1").contribution).toBeNull();
  });
});

test("a bent edge carries the mistake on to all that follows from it", () => {
  const x = leaf(1);
  const bend = { node: 2, input: 0, change: "taken-as-one" } as const;
  const flow = flowOf({ x }, x.pow(2).sub(10).pow(2), { bends: [bend] });
  expect(edge(flow, edgeId(bend)).contribution).toEqual([1]);
  expect(node(flow, "x").gradient).toEqual([2]);
});

test("over an edge that is cut nothing flows", () => {
  const x = leaf(3);
  const flow = flowOf({ x }, x.mul(x), { bends: [{ node: 0, input: 1, change: "cut" }] });
  expect(edge(flow, "0:1").contribution).toBeNull();
  expect(node(flow, "x").gradient).toEqual([3]);
});
