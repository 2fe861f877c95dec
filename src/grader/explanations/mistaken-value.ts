/** Explains an answer by right rules that look at the wrong values. */
import { Node, ones, sameShape, zeros, type Tensor } from "#autodiff/index.ts";
import { nameIn } from "#exercise/index.ts";
import { comesOut, type Explainer, type Unexplained } from "#grader/explanations/explanation.ts";
import { appliedTo } from "#grader/explanations/apply-again.ts";
import { knownValues, nodesAtSite, type KnownValue } from "#grader/explanations/known-values.ts";
import type { OperationSite } from "#grader/fault-sites.ts";
import { messages } from "#grader/messages.ts";
import type { Numbers } from "#grader/compare.ts";
import type { ForwardRun } from "#grader/forward-run.ts";
import { byTheRule, sweptGradient } from "#grader/explanations/sweep.ts";

/** The nodes whose rules look at something else, with what they look at. */
type AlteredNodes = ReadonlyMap<Node, Node>;

/** The gradient by these rules. Throws an EngineError where their shapes don't let the sweep go on. */
const alteredGradient = (run: ForwardRun, wrt: string, altered: AlteredNodes): Numbers =>
  sweptGradient(run, wrt, (node, place, upstream) => byTheRule(altered.get(node) ?? node, place, upstream));

/**
 * What the rules look at where some values are mistaken for others: those after them see what is computed from the others. Throws an
 * EngineError where that can't be computed.
 */
function withValues({ nodes }: ForwardRun, mistaken: ReadonlyMap<Tensor, Tensor>): AlteredNodes {
  const altered = new Map<Node, Node>();
  const values = new Map<Tensor, Tensor>(mistaken);
  for (const node of nodes) {
    const operands = node.inputs.map((input) => values.get(input) ?? input);
    if (operands.every((operand, i) => operand === node.inputs[i])) continue;
    const seen = appliedTo(node, operands);
    altered.set(node, seen);
    if (!values.has(node.out)) values.set(node.out, seen.out.detach());
  }
  return altered;
}

/** What a value may be taken as that is left out: a factor as 1, a term as 0. */
const neutralValues = [
  { text: "1", at: (_: number, __: number, { shape }: Tensor) => ones(shape, { dtype: "float64" }) },
  { text: "0", at: (_: number, __: number, { shape }: Tensor) => zeros(shape, { dtype: "float64" }) },
];

/** What each node at a site looks at instead, if one value stands where another belongs; null where that has another shape. */
function lookingAt(
  unexplained: Unexplained,
  index: number,
  site: OperationSite,
  value: Pick<KnownValue, "at">,
  replaced: (node: Node) => Tensor,
  look: (node: Node, value: Tensor) => Node,
): AlteredNodes | null {
  const altered = new Map<Node, Node>();
  for (const { node, step } of nodesAtSite(unexplained, index, site)) {
    const other = value.at(index, step, replaced(node));
    if (!other || !sameShape(other.shape, replaced(node).shape)) return null;
    altered.set(node, look(node, other));
  }
  return altered;
}

const withOperand =
  (place: number) =>
  (node: Node, value: Tensor): Node =>
    appliedTo(
      node,
      node.inputs.map((input, i) => (i === place ? value : input)),
    );

const withResult = (node: Node, value: Tensor): Node =>
  new Node(node.operation, node.x, node.y, node.params, value);

/** In the rule of one operation, another step's value stands in the place of an operand or of the result. */
export const mistakenInRule: Explainer = (unexplained) => {
  const { sites, runs, wrt } = unexplained;
  if (!sites) return null;
  const known = knownValues(unexplained);
  for (const site of sites.operations) {
    const { inputs, operation } = site.node;
    if (typeof operation.vjp === "function") continue;
    const places = [
      ...inputs.keys().map((place) => ({
        right: sites.edgeTextAt({ ...site, input: place }, "every").inner,
        replaced: (node: Node) => node.inputs[place]!,
        look: withOperand(place),
      })),
      { right: site.text, replaced: ({ out }: Node) => out, look: withResult },
    ];
    for (const { right, replaced, look } of places) {
      const value = [...known, ...neutralValues].find(
        (each) =>
          each.text !== right &&
          comesOut(unexplained, (i) => {
            const altered = lookingAt(unexplained, i, site, each, replaced, look);
            return altered && alteredGradient(runs[i]!, wrt, altered);
          }),
      );
      if (value) {
        return {
          kind: "wrong-value",
          where: site.text,
          message: messages.mistakenInRule(value.text, right, site.text),
        };
      }
    }
  }
  return null;
};

/** The value of a step or an input is another than it should be, and so is all that is computed from it. */
export const mistakenOnwards: Explainer = (unexplained) => {
  const { sites, runs, wrt, language } = unexplained;
  if (!sites) return null;
  const known = knownValues(unexplained);
  const places = [
    ...Object.keys(runs[0]!.inputs).map((name) => ({
      text: nameIn(language, name),
      of: (i: number) => [{ tensor: runs[i]!.inputs[name]!, step: 0 }],
    })),
    ...sites.operations.map((site) => ({
      text: site.text,
      of: (i: number) =>
        nodesAtSite(unexplained, i, site).map(({ node, step }) => ({ tensor: node.out, step })),
    })),
  ];
  for (const { text, of } of places) {
    const value = [...known, ...neutralValues].find(
      (each) =>
        each.text !== text &&
        comesOut(unexplained, (i) => {
          const values = new Map<Tensor, Tensor>();
          for (const { tensor, step } of of(i)) {
            const other = each.at(i, step, tensor);
            if (!other || !sameShape(other.shape, tensor.shape)) return null;
            values.set(tensor, other);
          }
          return alteredGradient(runs[i]!, wrt, withValues(runs[i]!, values));
        }),
    );
    if (value)
      return { kind: "other-function", where: text, message: messages.mistakenOnwards(value.text, text) };
  }
  return null;
};
