/** A whole derivation of one case: the values on the way forward, and what flows back. Parts of it can be a learner's. */
import { Node, noGrad, ones, ruleFor, unbroadcast, type Tensor } from "#autodiff/index.ts";
import { appliedTo } from "#grader/explanations/apply-again.ts";
import { keptApart } from "#grader/explanations/at-one-edge.ts";
import type { ForwardRun } from "#grader/forward-run.ts";

/**
 * Something that a derivation goes by: the value of a step, what flows back into it in all or over one edge, an edge's slope; where all
 * steps are single numbers, the derivative of a step by an input, for those who differentiate on the way forward.
 */
export type Spot =
  | { readonly kind: "value" | "gradient"; readonly tensor: Tensor }
  | { readonly kind: "contribution" | "slope"; readonly node: Node; readonly input: number }
  | { readonly kind: "sensitivity"; readonly tensor: Tensor; readonly by: Tensor };

/** What stands in the place of what the engine would have there. */
export interface Replacement {
  spot: Spot;
  by: Tensor;
}

export interface Derivation {
  /** What is at a spot; null where nothing flows. The slope of an edge is an array only where it acts entry by entry. */
  at(spot: Spot): Tensor | null;
}

/** The parts of a spot, of which two are the same if all parts are. */
const partsOf = (spot: Spot): readonly unknown[] =>
  spot.kind === "sensitivity"
    ? [spot.kind, spot.tensor, spot.by]
    : "tensor" in spot
      ? [spot.kind, spot.tensor]
      : [spot.kind, spot.node, spot.input];

function isAt(one: Spot, other: Spot): boolean {
  const parts = partsOf(other);
  return partsOf(one).every((part, i) => part === parts[i]);
}

/** A node whose rule sees another result than its own, where it has one rule for each operand. */
const withResult = (node: Node, out: Tensor): Node =>
  typeof node.operation.vjp === "function"
    ? node
    : new Node(node.operation, node.x, node.y, node.params, out);

const one = ones([], { dtype: "float64" });

const totalOf = (parts: readonly Tensor[]): Tensor | null =>
  parts.length === 0 ? null : parts.reduce((sum, part) => sum.add(part));

const slopeOf = (node: Node, input: number): Tensor =>
  noGrad(() => ruleFor(node.operation, input)(ones(node.out.shape, { dtype: "float64" }), node));

/**
 * The derivation of a run's result. All that follows from a replacement follows from it here too. Throws an EngineError where shapes
 * don't let it go on.
 */
export function derive(
  { inputs, nodes, value: result }: ForwardRun,
  replacements: readonly Replacement[] = [],
): Derivation {
  const replaced = (spot: Spot): Tensor | null =>
    replacements.find((each) => isAt(each.spot, spot))?.by ?? null;

  const values = new Map<Tensor, Tensor>();
  for (const input of Object.values(inputs)) {
    const by = replaced({ kind: "value", tensor: input });
    if (by) values.set(input, by);
  }
  const valueOf = (tensor: Tensor): Tensor => values.get(tensor) ?? tensor;
  const computed = new Map<Node, Node>();
  for (const node of nodes) {
    const by = replaced({ kind: "value", tensor: node.out });
    const again = node.inputs.some((input) => values.has(input))
      ? appliedTo(node, node.inputs.map(valueOf))
      : node;
    computed.set(node, by ? withResult(again, by) : again);
    if (by ?? again !== node) values.set(node.out, by ?? again.out);
  }

  const gradients = new Map<Tensor, Tensor>([[result, ones(result.shape, { dtype: "float64" })]]);
  const contributions = new Map<Node, readonly (Tensor | null)[]>();
  const contribution = (original: Node, input: number, upstream: Tensor): Tensor => {
    const given = replaced({ kind: "contribution", node: original, input });
    if (given) return given;
    const node = computed.get(original)!;
    const own = replaced({ kind: "slope", node: original, input });
    if (own) return unbroadcast(upstream.mul(own), node.inputs[input]!.shape);
    return keptApart(node, input, upstream);
  };
  noGrad(() => {
    for (const node of nodes.toReversed()) {
      const upstream = replaced({ kind: "gradient", tensor: node.out }) ?? gradients.get(node.out);
      if (!upstream) continue;
      gradients.set(node.out, upstream);
      const arriving = node.inputs.map((input, place) =>
        input.requiresGrad ? contribution(node, place, upstream) : null,
      );
      contributions.set(node, arriving);
      for (const [place, each] of arriving.entries()) {
        const input = node.inputs[place]!;
        if (each) gradients.set(input, gradients.get(input)?.add(each) ?? each);
      }
    }
  });

  const slope = (node: Node, input: number): Tensor =>
    replaced({ kind: "slope", node, input }) ?? slopeOf(computed.get(node)!, input);
  const sensitivitiesBy = (by: Tensor): Map<Tensor, Tensor> => {
    const sensitivities = new Map<Tensor, Tensor>([[by, one]]);
    for (const node of nodes) {
      const parts = node.inputs.flatMap((input, place) => {
        const inner = sensitivities.get(input);
        return inner ? [inner.mul(slope(node, place))] : [];
      });
      const whole = replaced({ kind: "sensitivity", tensor: node.out, by }) ?? totalOf(parts);
      if (whole) sensitivities.set(node.out, whole);
    }
    return sensitivities;
  };
  /** Whether somebody differentiates by this input on the way forward: then that is where the gradient comes from. */
  const goesForward = (by: Tensor): boolean =>
    replacements.some(({ spot }) => spot.kind === "sensitivity" && spot.by === by);

  return {
    at(spot) {
      switch (spot.kind) {
        case "value":
          return valueOf(spot.tensor);
        case "sensitivity":
          return replaced(spot) ?? sensitivitiesBy(spot.by).get(spot.tensor) ?? null;
        case "gradient":
          if (goesForward(spot.tensor)) return sensitivitiesBy(spot.tensor).get(result) ?? null;
          return replaced(spot) ?? gradients.get(spot.tensor) ?? null;
        case "contribution":
          return contributions.get(spot.node)?.[spot.input] ?? null;
        case "slope":
          return slope(spot.node, spot.input);
      }
    },
  };
}
