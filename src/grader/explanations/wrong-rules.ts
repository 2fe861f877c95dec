/** Rules of differentiation that people believe in, and that are wrong wherever they are followed. */
import { noGrad, ones, ruleFor, sameShape, type Node, type Tensor } from "#autodiff/index.ts";
import { add, div, mul, neg, pow, reciprocal, sub } from "#autodiff/operations/arithmetic.ts";
import { appliedTo } from "#grader/explanations/apply-again.ts";
import { moves, type DerivativeRule } from "#grader/explanations/forward-mode.ts";

/** A wrong rule for the derivative of a step. */
export interface WrongRule {
  /** What somebody does who follows it, after "you". */
  description: (variable: string) => string;
  /** A function whose derivative anybody knows, and that it gives another for. */
  trial: string;
  derivative: DerivativeRule;
}

const isOf =
  (...declared: readonly { readonly operation: unknown }[]) =>
  ({ operation }: Node): boolean =>
    declared.some((each) => each.operation === operation);

const isProduct = isOf(mul);
const isQuotient = isOf(div);
const isReciprocal = isOf(reciprocal);
const isAddition = isOf(add);
const isSum = isOf(add, sub);
const isPower = isOf(pow);
const isNegation = isOf(neg);

/** Whether it is a function of one operand, entry by entry, that is no multiple of it. */
const isCurved = (node: Node): boolean =>
  node.operation.elementwise === true &&
  node.inputs.length === 1 &&
  !isNegation(node) &&
  !(isPower(node) && node.params === 1);

const slope = (node: Node): Tensor =>
  noGrad(() => ruleFor(node.operation, 0)(ones(node.out.shape, { dtype: "float64" }), node));

/** A node's local derivative if its operand were this. */
const slopeAt = (node: Node, operand: Tensor): Tensor => slope(appliedTo(node, [operand]));

/** A sum's derivative if that of its constant term were this. */
const constantTerm =
  (derivativeOf: (constant: Tensor) => Tensor): DerivativeRule =>
  (node, [u, v]) => {
    if (!isSum(node) || moves(u!) === moves(v!)) return null;
    const [du, dv] = [u!, v!].map((each) => (moves(each) ? each.derivative : derivativeOf(each.value)));
    return isAddition(node) ? du!.add(dv!) : du!.sub(dv!);
  };

/** The exponent of a node that is a power of its operand. */
const exponentOf = (node: Node): number | null =>
  isPower(node) ? (node.params as number) : isReciprocal(node) ? -1 : null;

/** A power's derivative by a rule for (uⁿ)′ that is still multiplied by u′. */
const ofPower =
  (derivativeOf: (u: Tensor, n: number) => Tensor): DerivativeRule =>
  (node, [u]) => {
    const n = exponentOf(node);
    return n === null ? null : derivativeOf(u!.value, n).mul(u!.derivative);
  };

/** What a term becomes that is integrated instead of differentiated: powers of the variable, their multiples, their sums. */
const integrated: DerivativeRule = (node, operands, variable) => {
  const x = variable.value;
  const [u, v] = operands.map((each) =>
    each === variable ? x.mul(x).div(2) : moves(each) ? each.derivative : each.value.mul(x),
  );
  if (isNegation(node)) return u!.neg();
  if (isSum(node)) return isAddition(node) ? u!.add(v!) : u!.sub(v!);
  const n = exponentOf(node);
  if (n !== null && operands[0] === variable) return n === -1 ? x.abs().log() : x.pow(n + 1).div(n + 1);
  if (isProduct(node)) {
    const [factor, term] = moves(operands[0]!) ? [operands[1]!, u!] : [operands[0]!, v!];
    return moves(factor) ? null : factor.value.mul(term);
  }
  return null;
};

/** All of them; where two come to the same, the first is told. */
export const wrongRules: readonly WrongRule[] = [
  {
    description: () => "multiply the derivatives of the two factors",
    trial: "x*x",
    derivative: (node, [u, v]) =>
      isProduct(node) && moves(u!) && moves(v!) ? u!.derivative.mul(v!.derivative) : null,
  },
  {
    description: () => "take a constant factor as 0, as if its derivative were the factor",
    trial: "3*x",
    derivative: (node, [u, v]) =>
      (isProduct(node) && moves(u!) !== moves(v!)) || (isQuotient(node) && !moves(v!))
        ? node.out.detach().mul(0)
        : null,
  },
  {
    description: () => "divide the derivative of the numerator by that of the denominator",
    trial: "x**2/x",
    derivative: (node, [u, v]) =>
      isQuotient(node) && moves(u!) && moves(v!) ? u!.derivative.div(v!.derivative) : null,
  },
  {
    description: () => "do not square the denominator",
    trial: "x**2/x",
    derivative: (node, [u, v]) =>
      isQuotient(node) && moves(v!)
        ? u!.derivative.mul(v!.value).sub(u!.value.mul(v!.derivative)).div(v!.value)
        : null,
  },
  {
    description: () => "swap the two terms in the numerator of the quotient rule",
    trial: "x**2/x",
    derivative: (node, [u, v]) =>
      isQuotient(node) && moves(u!) && moves(v!)
        ? u!.value.mul(v!.derivative).sub(u!.derivative.mul(v!.value)).div(v!.value.mul(v!.value))
        : null,
  },
  {
    description: () => "take one over the derivative of the denominator",
    trial: "1/(1/x)",
    derivative: (node, [u, v]) =>
      isReciprocal(node)
        ? u!.derivative.reciprocal()
        : isQuotient(node) && moves(v!) && !moves(u!)
          ? u!.value.div(v!.derivative)
          : null,
  },
  {
    description: () => "forget to bring exponents down",
    trial: "x**2",
    derivative: ofPower((u, n) => u.pow(n - 1)),
  },
  {
    description: () => "bring exponents down and leave the powers as they are",
    trial: "x**1",
    derivative: ofPower((u, n) => u.pow(n).mul(n)),
  },
  {
    description: () => "raise exponents by one where they go down by one",
    trial: "x**1",
    derivative: ofPower((u, n) => u.pow(n + 1).mul(n)),
  },
  {
    description: () => "lower exponents by two",
    trial: "x**1",
    derivative: ofPower((u, n) => u.pow(n - 2).mul(n)),
  },
  {
    description: () => "keep powers and multiply by the derivative of what is inside",
    trial: "x**1",
    derivative: ofPower((u, n) => u.pow(n)),
  },
  { description: () => "integrate instead of differentiating", trial: "3*x", derivative: integrated },
  {
    description: () => "take the derivative of the outer function at the derivative of the inner one",
    trial: "(2*x)**2",
    derivative: (node, [g], variable) =>
      isCurved(node) && g !== variable ? slopeAt(node, g!.derivative) : null,
  },
  {
    description: (variable) => `take the derivative of the outer function at \`${variable}\` itself`,
    trial: "(2*x)**2",
    derivative: (node, [g], variable) =>
      isCurved(node) && g !== variable && sameShape(g!.value.shape, variable.value.shape)
        ? slopeAt(node, variable.value).mul(g!.derivative)
        : null,
  },
  {
    description: () => "put the derivative of the inner function into the outer one",
    trial: "(2*x)**2",
    derivative: (node, [g], variable) =>
      isCurved(node) && g !== variable ? appliedTo(node, [g!.derivative]).out.detach() : null,
  },
  {
    description: () => "keep a term that is a constant",
    trial: "x + 5",
    derivative: constantTerm((constant) => constant),
  },
  {
    description: () => "differentiate a constant term to 1",
    trial: "x + 5",
    derivative: constantTerm((constant) => ones(constant.shape, { dtype: "float64" })),
  },
  {
    description: () => "add the slopes along a path",
    trial: "3*(2*x)",
    derivative: (node, [u, v], variable) => {
      if (isCurved(node) && u !== variable) return slope(node).add(u!.derivative);
      if (!isProduct(node) || moves(u!) === moves(v!)) return null;
      const [factor, moving] = moves(u!) ? [v!, u!] : [u!, v!];
      return moving === variable ? null : factor.value.add(moving.derivative);
    },
  },
];
