/** Explains an answer by what was done to the gradient that flows back over one edge: a factor too many, entries run together. */
import { ones, ruleFor, sameShape, type Node, type Tensor } from "#autodiff/index.ts";
import { mean, sum } from "#autodiff/operations/reduce.ts";
import { comesOut, type Explainer, type Unexplained } from "#grader/explanations/explanation.ts";
import { knownValues, nodesAtSite } from "#grader/explanations/known-values.ts";
import type { EdgeSite } from "#grader/fault-sites.ts";
import { byTheRule, sweptGradient, unreduced } from "#grader/explanations/sweep.ts";
import { messages } from "#grader/messages.ts";
import { sharers } from "#grader/reductions.ts";

function isChangedBy(
  unexplained: Unexplained,
  edge: EdgeSite,
  change: (index: number) => (contribution: Tensor, step: number) => Tensor | null,
): boolean {
  const { runs, wrt } = unexplained;
  return comesOut(unexplained, (i) => {
    const steps = new Map(nodesAtSite(unexplained, i, edge).map(({ node, step }) => [node, step]));
    const impossible = new Set<Node>();
    const gradient = sweptGradient(runs[i]!, wrt, (node, place, upstream) => {
      const contribution = byTheRule(node, place, upstream);
      const step = place === edge.input ? steps.get(node) : undefined;
      if (step === undefined) return contribution;
      const changed = change(i)(contribution, step);
      if (!changed) impossible.add(node);
      return changed;
    });
    return impossible.size === 0 ? gradient : null;
  });
}

/** Whether a factor of this shape leaves the shape of what it multiplies as it is. */
const fits = (factor: Tensor, { shape }: Tensor): boolean =>
  factor.dim === 0 || sameShape(factor.shape, shape);

/** What flows back over one edge was multiplied or divided by a value that has no business there. */
export const extraFactor: Explainer = (unexplained) => {
  const { sites } = unexplained;
  const known = knownValues(unexplained);
  for (const edge of sites?.edges ?? []) {
    const edgeText = sites!.edgeTextAt(edge, "every");
    for (const value of known) {
      for (const divided of [false, true]) {
        const change = (index: number) => (contribution: Tensor, step: number) => {
          const factor = value.at(index, step, contribution)?.detach();
          if (!factor || !fits(factor, contribution)) return null;
          return divided ? contribution.div(factor) : contribution.mul(factor);
        };
        if (isChangedBy(unexplained, edge, change)) {
          return {
            kind: "extra-factor",
            where: `d(${edgeText.outer})/d(${edgeText.inner})`,
            message: messages.extraFactor(value.text, divided, edgeText),
          };
        }
      }
    }
  }
  return null;
};

/** What flows back over one edge was divided by the slope where it is multiplied. */
export const dividedBySlope: Explainer = (unexplained) => {
  const { sites } = unexplained;
  for (const edge of sites?.edges ?? []) {
    const { operation, inputs } = edge.node;
    if (!operation.elementwise || inputs.length !== 1) continue;
    const steps = (i: number) => new Set(nodesAtSite(unexplained, i, edge).map(({ node }) => node));
    const fits = comesOut(unexplained, (i) => {
      const nodes = steps(i);
      return sweptGradient(unexplained.runs[i]!, unexplained.wrt, (node, place, upstream) => {
        const contribution = byTheRule(node, place, upstream);
        // g²/(g·s) = g/s
        return nodes.has(node) ? upstream.mul(upstream).div(contribution) : contribution;
      });
    });
    if (!fits) continue;
    const edgeText = sites!.edgeTextAt(edge, "every");
    return { kind: "wrong-rule", where: edgeText.outer, message: messages.dividedBySlope(edgeText) };
  }
  return null;
};

/** What flows back to the entries of a step was added up or averaged over them, and each was given that. */
export const runTogether: Explainer = (unexplained) => {
  const { sites } = unexplained;
  // The nearest to the result that fits: it is the same for all inputs behind it.
  for (const edge of sites?.edges.toReversed() ?? []) {
    const edgeText = sites!.edgeTextAt(edge, "every");
    const rank = edge.node.inputs[edge.input]!.dim;
    if (rank === 0) continue;
    const axes = Array.from({ length: rank }, (_, axis) => axis);
    for (const along of [axes, ...(rank > 1 ? axes.map((axis) => [axis]) : [])]) {
      for (const averaged of [false, true]) {
        const change = () => (contribution: Tensor) =>
          (averaged ? contribution.mean(along, true) : contribution.sum(along, true)).expand(
            contribution.shape,
          );
        if (isChangedBy(unexplained, edge, change)) {
          return {
            kind: "summed-too-far",
            where: edgeText.inner,
            message: messages.runTogether(edgeText, averaged, along.length === rank ? null : along[0]!),
          };
        }
      }
    }
  }
  return null;
};

const isReduction = ({ operation }: Node): boolean =>
  operation === sum.operation || operation === mean.operation;

/** What flows back over an edge whose upstream gradient has kept apart what should have been added up. */
export function keptApart(node: Node, place: number, upstream: Tensor): Tensor {
  if (sameShape(upstream.shape, node.out.shape)) return byTheRule(node, place, upstream);
  if (!isReduction(node)) return unreduced(node, place, upstream)!;
  return ruleFor(node.operation, place)(ones(node.out.shape, { dtype: "float64" }), node).mul(upstream);
}

/** What flows back into a step that all entries share is not added up, and goes on entry by entry. */
export const notAddedUp: Explainer = (unexplained) => {
  const { sites, runs, wrt } = unexplained;
  for (const edge of sites?.edges ?? []) {
    if (sameShape(edge.node.inputs[edge.input]!.shape, edge.node.out.shape)) continue;
    const fits = comesOut(unexplained, (i) => {
      const nodes = new Set(nodesAtSite(unexplained, i, edge).map(({ node }) => node));
      return sweptGradient(runs[i]!, wrt, (node, place, upstream) =>
        (nodes.has(node) && place === edge.input ? unreduced : keptApart)(node, place, upstream),
      );
    });
    if (!fits) continue;
    const edgeText = sites!.edgeTextAt(edge, "every");
    return {
      kind: "not-reduced",
      where: `d(${edgeText.outer})/d(${edgeText.inner})`,
      message: messages.notSummed(
        edgeText,
        sharers(runs, (i) =>
          sites!.nodesIn(i, edge.role, "every").map((node) => ({ node, input: edge.input })),
        ),
      ),
    };
  }
  return null;
};
