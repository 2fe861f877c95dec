/**
 * Differentiation from the input on, a step at a time, as people do it on paper: of every step it is known how fast it changes when one
 * entry of the input does. A calculus says how the derivative of a step follows from those of its operands.
 */
import {
  fromEntries,
  grad,
  noGrad,
  ones,
  ruleFor,
  unbroadcast,
  zeros,
  type Node,
  type Tensor,
} from "#autodiff/index.ts";
import { appliedTo } from "#grader/explanations/apply-again.ts";
import type { ForwardRun } from "#grader/forward-run.ts";

/** A step with its derivative by one entry of the input. All three have one shape. */
export interface Dual {
  value: Tensor;
  derivative: Tensor;
  /** 1 where an entry depends on that entry of the input, 0 where it is a constant. */
  depends: Tensor;
}

/** The derivative of a node's result from those of its operands, or null where the right one is meant. */
export type DerivativeRule = (node: Node, operands: readonly Dual[], variable: Dual) => Tensor | null;

const nothing = ({ shape }: Tensor): Tensor => zeros(shape, { dtype: "float64" });

/** What an operand contributes to the derivative of a node's result: its Jacobian times the operand's derivative. */
function contribution(node: Node, input: number, derivative: Tensor): Tensor {
  const { operation, out } = node;
  const rule = ruleFor(operation, input);
  if (operation.elementwise)
    return noGrad(() => rule(ones(out.shape, { dtype: "float64" }), node).mul(derivative));
  // A vector–Jacobian product is linear in its vector: differentiating it by that gives the Jacobian (J. Townsend, 2017).
  const alone = appliedTo(node, node.inputs);
  const upstream = zeros(out.shape, { dtype: "float64", requiresGrad: true });
  const back = unbroadcast(rule(upstream, alone), derivative.shape);
  if (!back.requiresGrad) return nothing(out);
  return grad(back.mul(derivative).sum(), [upstream], { allowUnused: true })[0]?.detach() ?? nothing(out);
}

const total = (parts: readonly Tensor[]): Tensor => parts.reduce((sum, part) => sum.add(part));

/** Whether a step depends on the entry of the input at all. */
export const moves = ({ depends }: Dual): boolean => depends.entries().some((entry) => entry !== 0);

/** A node's result with its derivative, by the rule where it has one. */
function dualOf(node: Node, operands: readonly Dual[], variable: Dual, rule: DerivativeRule): Dual {
  const { operation, out } = node;
  const moving = [...operands.entries()].filter(([, operand]) => moves(operand));
  if (moving.length === 0) return { value: out.detach(), derivative: nothing(out), depends: nothing(out) };
  const depends = total(
    moving.map(([input, each]) =>
      operation.elementwise ? each.depends : contribution(node, input, each.depends),
    ),
  )
    .add(nothing(out))
    .ne(0)
    .to("float64");
  const derivative =
    rule(node, operands, variable)?.mul(depends) ??
    total(moving.map(([input, each]) => contribution(node, input, each.derivative)));
  return { value: out.detach(), derivative: derivative.add(nothing(out)), depends };
}

/**
 * The derivative of the result, if it is an array of the sum of its entries, by one entry of an input, as it comes out by this rule.
 * Throws an EngineError where that can't be followed to the end.
 */
export function derivativeByEntry(
  { inputs, nodes, value }: ForwardRun,
  wrt: string,
  entry: number,
  rule: DerivativeRule,
): number {
  const input = inputs[wrt]!;
  const direction = fromEntries(
    Array.from({ length: input.numel }, (_, i) => Number(i === entry)),
    input.shape,
  );
  const variable: Dual = { value: input.detach(), derivative: direction, depends: direction };
  const duals = new Map<Tensor, Dual>([[input, variable]]);
  const dual = (tensor: Tensor): Dual =>
    duals.get(tensor) ?? { value: tensor.detach(), derivative: nothing(tensor), depends: nothing(tensor) };
  for (const node of nodes) duals.set(node.out, dualOf(node, node.inputs.map(dual), variable, rule));
  return dual(value).derivative.sum().item();
}
