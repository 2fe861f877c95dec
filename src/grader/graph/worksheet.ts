/** The backward sweep as a form to fill in: every gradient a blank, in the order in which the engine goes back. */
import { grad, tensor, type EdgeHook, type Node, type Tensor } from "#autodiff/index.ts";
import type { GraphExercise } from "#exercise/index.ts";
import type { Draw } from "#grader/graph/draws.ts";
import { expressionsOver } from "#graph/expression.ts";
import type { Edge } from "#graph/fault.ts";
import { edgeId } from "#graph/edge-id.ts";
import { nodesBehind } from "#graph/nodes.ts";

/** A gradient to fill in: on an edge, or in total where several edges lead back into one value. */
export interface Blank {
  /** What an answer calls it: `2:0` for the edge into input 0 of node 2, `x` or `1` for the total at an input or a node. */
  key: string;
  /** The edge, nodes counted in the order of computation; null for a total. */
  edge: Edge | null;
  /** The value that the edge comes back from, as an expression; null for a total. */
  outer: string | null;
  /** The value that the gradient belongs to, as an expression. */
  inner: string;
  /** The input's name, if that value is one. */
  input: string | null;
}

/** A blank as the sweep comes to it. */
export interface Question {
  blank: Blank;
  /** What it follows from: the upstream gradient; at a total, what each edge brought. */
  incoming: readonly number[];
  /** The keys of the blanks that those stand in; none for the 1 that the sweep starts with. */
  from: readonly string[];
  /** What follows: upstream gradient times local derivative, or the sum. */
  expected: number;
  /** For an edge: the operation there, and the gradients as the engine has them. */
  step: { node: Node; upstream: Tensor; contribution: Tensor } | null;
}

/** An exercise's forward computation for one draw, which can be swept back any number of times. */
export interface Sheet {
  inputs: Readonly<Record<string, Tensor>>;
  value: Tensor;
  nodes: readonly Node[];
}

const scalar = (value: number, requiresGrad = false): Tensor =>
  tensor(value, { dtype: "float64", requiresGrad });

/** Runs `forward` on a draw, in float64. */
export function sheetFor({ forward }: GraphExercise, draw: Draw): Sheet {
  const inputs = Object.fromEntries(Object.entries(draw).map(([name, value]) => [name, scalar(value, true)]));
  const value = forward(inputs);
  return { inputs, value, nodes: nodesBehind(value) };
}

/** The edges that gradients flow back along, by the value that they lead to. */
function edgesInto(nodes: readonly Node[]): Map<Tensor, Edge[]> {
  const edges = new Map<Tensor, Edge[]>();
  for (const [node, { inputs }] of nodes.entries()) {
    for (const [input, value] of inputs.entries()) {
      if (value.requiresGrad) edges.set(value, [...(edges.get(value) ?? []), { node, input }]);
    }
  }
  return edges;
}

/**
 * Goes through the blanks in the order of the sweep. What `fill` says stands in a blank is what all further ones follow
 * from, as if it were right.
 */
export function fillIn({ inputs, value, nodes }: Sheet, fill: (question: Question) => number): void {
  const names = new Map(Object.entries(inputs).map(([name, input]) => [input, name]));
  const write = expressionsOver(names);
  const places = new Map(nodes.map((node, i) => [node, i]));
  const arrived = new Map<Tensor, { incoming: number[]; from: string[] }>([
    [value, { incoming: [1], from: [] }],
  ]);

  const edge: EdgeHook = (node, position, upstream, contribution) => {
    const place = places.get(node)!;
    const way = { node: place, input: position };
    const inner = node.inputs[position]!;
    const filled = fill({
      blank: {
        key: edgeId(way),
        edge: way,
        outer: write(node.out),
        inner: write(inner),
        input: names.get(inner) ?? null,
      },
      ...arrived.get(node.out)!,
      expected: contribution.item(),
      step: { node, upstream, contribution },
    });
    const { incoming, from } = arrived.get(inner) ?? { incoming: [], from: [] };
    arrived.set(inner, { incoming: [...incoming, filled], from: [...from, edgeId(way)] });
    return scalar(filled);
  };

  const meetings = [...edgesInto(nodes)].filter(([, edges]) => edges.length > 1);
  const release = meetings.map(([meeting]) =>
    meeting.registerHook((total) => {
      const input = names.get(meeting) ?? null;
      const key = input ?? String(places.get(meeting.node!));
      const filled = fill({
        blank: { key, edge: null, outer: null, inner: write(meeting), input },
        ...arrived.get(meeting)!,
        expected: total.item(),
        step: null,
      });
      arrived.set(meeting, { incoming: [filled], from: [key] });
      return scalar(filled);
    }),
  );
  try {
    grad(value, Object.values(inputs), { retainGraph: true, allowUnused: true, edge });
  } finally {
    for (const take of release) take();
  }
}

/** Every blank with its right answer. */
export function solve(sheet: Sheet): Question[] {
  const questions: Question[] = [];
  fillIn(sheet, (question) => {
    questions.push(question);
    return question.expected;
  });
  return questions;
}
