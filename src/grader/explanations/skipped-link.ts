/** Explains an answer by a link that one branch of the sweep passed over, and another did not. */
import type { Node, Tensor } from "#autodiff/index.ts";
import { add, sub } from "#autodiff/operations/arithmetic.ts";
import { sameShape } from "#autodiff/index.ts";
import { joinWithAnd } from "#exercise/index.ts";
import { comesOut, type Explainer, type Unexplained } from "#grader/explanations/explanation.ts";
import { nodesAtSite } from "#grader/explanations/known-values.ts";
import { byTheRule, sweptGradient } from "#grader/explanations/sweep.ts";
import type { EdgeSite } from "#grader/fault-sites.ts";
import { messages } from "#grader/messages.ts";

/** So many operations after that of the edge may be passed over. */
const mostSkipped = 3;

/** What uses the result of a node, where that is one operation only. */
function onlyConsumer(nodes: readonly Node[], { out }: Node): Node | null {
  const consumers = nodes.filter(({ inputs }) => inputs.includes(out));
  return consumers.length === 1 ? consumers[0]! : null;
}

/** The operations after a node, as long as there is only one to go on to. */
function consumersAfter(nodes: readonly Node[], node: Node): Node[] {
  const chain: Node[] = [];
  for (
    let next = onlyConsumer(nodes, node);
    next && chain.length < mostSkipped;
    next = onlyConsumer(nodes, next)
  )
    chain.push(next);
  return chain;
}

/** Whether the answer comes out if what arrives behind so many operations is what the edge hands on. */
function isHandedOn(unexplained: Unexplained, edge: EdgeSite, skipped: number): boolean {
  const { runs, wrt } = unexplained;
  return comesOut(unexplained, (i) => {
    const nodes = new Set(nodesAtSite(unexplained, i, edge).map(({ node }) => node));
    const arrived = new Map<Node, Tensor>();
    let isPossible = true as boolean;
    const gradient = sweptGradient(runs[i]!, wrt, (node, place, upstream) => {
      arrived.set(node, upstream);
      if (!nodes.has(node) || place !== edge.input) return byTheRule(node, place, upstream);
      const last = consumersAfter(runs[i]!.nodes, node)[skipped - 1];
      const handedOn = last && arrived.get(last);
      if (handedOn && sameShape(handedOn.shape, upstream.shape)) return byTheRule(node, place, handedOn);
      isPossible = false;
      return null;
    });
    return isPossible ? gradient : null;
  });
}

const changesNothing = ({ operation }: Node): boolean =>
  operation === add.operation || operation === sub.operation;

/**
 * What goes on over one edge does not have the slope of an operation that it has come through, while what goes to the operation's other
 * inputs does: a recurrence that hands on `dh` times the weight, and not `dz`.
 */
export const skippedLink: Explainer = (unexplained) => {
  const { sites, runs } = unexplained;
  const sample = runs.find(({ nodes }) => sites?.edges.some(({ node }) => nodes.includes(node)));
  for (const edge of sites?.edges ?? []) {
    const chain = consumersAfter(sample!.nodes, edge.node);
    for (const skipped of chain.keys()) {
      const last = sites!.operations.find(({ node }) => node === chain[skipped]);
      if (!last || changesNothing(last.node) || !isHandedOn(unexplained, edge, skipped + 1)) continue;
      const { inner, step } = sites!.edgeTextAt(edge, "every");
      const passed = chain.slice(0, skipped + 1).filter((node) => !changesNothing(node));
      const operations = joinWithAnd(passed.map(({ operation }) => `\`${operation.name}\``));
      const place = `d(${last.text})/d(${inner})`;
      return {
        kind: "missing-factor",
        where: step === null ? place : `${step}, ${place}`,
        message: messages.skippedLink({ outer: last.text, inner, step, carries: false }, operations),
      };
    }
  }
  return null;
};
