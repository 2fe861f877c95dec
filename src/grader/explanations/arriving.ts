/** Explains an answer by what arrives at a step on the way back: its own value, or the share of one row alone. */
import { fromEntries, type Node, type Tensor } from "#autodiff/index.ts";
import { comesOut, type Explainer, type Unexplained } from "#grader/explanations/explanation.ts";
import { nodesAtSite } from "#grader/explanations/known-values.ts";
import { byTheRule, sweptGradient } from "#grader/explanations/sweep.ts";
import type { OperationSite } from "#grader/fault-sites.ts";
import { messages } from "#grader/messages.ts";

/** What arrives at a node instead of what should, in one case and one step of a recurrence; null where nothing fits there. */
type Arriving = (index: number, step: number, upstream: Tensor) => Tensor | null;

/** Whether the answer comes out if this arrives at the nodes of a site. */
function arrivesAs(unexplained: Unexplained, site: OperationSite, arriving: Arriving): boolean {
  const { runs, wrt } = unexplained;
  return comesOut(unexplained, (i) => {
    const steps = new Map<Node, number>(
      nodesAtSite(unexplained, i, site).map(({ node, step }) => [node, step]),
    );
    let isPossible = true as boolean;
    const gradient = sweptGradient(runs[i]!, wrt, (node, place, upstream) => {
      const step = steps.get(node);
      const instead = step === undefined ? upstream : arriving(i, step, upstream);
      if (instead) return byTheRule(node, place, instead);
      isPossible = false;
      return null;
    });
    return isPossible ? gradient : null;
  });
}

/** A step's own value stands where what flows back into it belongs: `Z` for `dZ`. */
export const valueForGradient: Explainer = (unexplained) => {
  const { sites, runs } = unexplained;
  // Into the result flows 1: there it is a factor too many.
  const isResult = (each: OperationSite) =>
    runs.every(({ value }, i) => nodesAtSite(unexplained, i, each).some(({ node }) => node.out === value));
  const site = sites?.operations.find(
    (each) =>
      !isResult(each) &&
      arrivesAs(
        unexplained,
        each,
        (i, step) => nodesAtSite(unexplained, i, each)[step]?.node.out.detach() ?? null,
      ),
  );
  return site
    ? { kind: "wrong-value", where: site.text, message: messages.valueForGradient(site.text) }
    : null;
};

/** Zeros but for the first or the last along an axis. */
function onlyAt(tensor: Tensor, axis: number, first: boolean): Tensor {
  const { shape } = tensor;
  const length = shape[axis]!;
  const after = shape.slice(axis + 1).reduce((product, each) => product * each, 1);
  const kept = first ? 0 : length - 1;
  const entries = tensor.entries().map((entry, i) => (Math.floor(i / after) % length === kept ? entry : 0));
  return fromEntries(entries, shape);
}

/** Of what flows back into the rows or columns of a step only one is there, as where each takes the place of the one before. */
export const oneShareOnly: Explainer = (unexplained) => {
  for (const site of unexplained.sites?.operations.toReversed() ?? []) {
    for (const axis of site.node.out.shape.keys()) {
      for (const first of [false, true]) {
        if (arrivesAs(unexplained, site, (_, __, upstream) => onlyAt(upstream, axis, first)))
          return {
            kind: "missing-path",
            where: site.text,
            message: messages.oneShareOnly(site.text, axis, site.node.out.dim, first),
          };
      }
    }
  }
  return null;
};
