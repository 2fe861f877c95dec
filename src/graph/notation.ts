/** How operations are drawn, and their local derivatives in words. */
import type { Node, Tensor } from "#autodiff/index.ts";
import { subscript } from "#graph/subscript.ts";

interface Notation {
  /** What stands in the node; where it depends on what the operation was told besides its inputs, it is asked the node. */
  label: string | ((node: Node) => string);
  /** The local derivative with respect to each input, in terms of `in`, `out` and `other`, the other input. */
  local: readonly (string | ((node: Node) => string))[];
  /** The rule multiplies entry by entry, so that the local derivative has entries of its own. */
  entrywise: boolean;
}

const entrywise = (label: Notation["label"], ...local: Notation["local"]): Notation => ({
  label,
  local,
  entrywise: true,
});
const joint = (label: Notation["label"], ...local: Notation["local"]): Notation => ({
  label,
  local,
  entrywise: false,
});

const sub = entrywise("−", "1", "−1");
const product = joint("@", "@ otherᵀ", "otherᵀ @");
const sum = joint("sum", "1 for every entry");
const mean = joint("mean", "1/n for every entry");
const rearranged = (label: string) => joint(label, "1, each entry back to its place");

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** `in²`; exponents that aren't a digit stand on the line. */
function power(base: string, exponent: number): string {
  if (exponent === 1) return base;
  return Number.isInteger(exponent) && Math.abs(exponent) < 10
    ? `${base}${exponent < 0 ? "⁻" : ""}${superscripts[Math.abs(exponent)]!}`
    : `${base}^${signed(String(exponent))}`;
}

const slopeOfPower = (exponent: number): string =>
  exponent === 1 ? "1" : `${signed(String(exponent))} × ${power("in", exponent - 1)}`;

/** By PyTorch's name of the backward function. */
const notations: Readonly<Record<string, Notation>> = {
  AddBackward0: entrywise("+", "1", "1"),
  SubBackward0: sub,
  RsubBackward1: sub,
  MulBackward0: entrywise("×", "other", "other"),
  DivBackward0: entrywise("÷", "1 / other", "−out / in"),
  NegBackward0: entrywise("−( )", "−1"),
  ReciprocalBackward0: entrywise("1/( )", "−out²"),
  PowBackward0: entrywise(
    ({ at }) => power("( )", at as number),
    ({ at }) => slopeOfPower(at as number),
  ),
  PowBackward1: entrywise("^", "exponent × base^(exponent − 1)", "out × log base"),
  MaximumBackward0: entrywise("max", "1 where it is the larger", "1 where it is the larger"),
  MinimumBackward0: entrywise("min", "1 where it is the smaller", "1 where it is the smaller"),
  ExpBackward0: entrywise("exp", "out"),
  LogBackward0: entrywise("log", "1 / in"),
  SqrtBackward0: entrywise("√", "1 / (2 × out)"),
  AbsBackward0: entrywise("| |", "the sign of in"),
  TanhBackward0: entrywise("tanh", "1 − out²"),
  SigmoidBackward0: entrywise("σ", "out × (1 − out)"),
  ReluBackward0: entrywise("relu", "1 where in > 0, else 0"),
  SinBackward0: entrywise("sin", "cos in"),
  CosBackward0: entrywise("cos", "−sin in"),
  SumBackward0: sum,
  SumBackward1: sum,
  MeanBackward0: mean,
  MeanBackward1: mean,
  MmBackward0: product,
  BmmBackward0: product,
  MvBackward0: joint("@", "outer product with the vector", "matrixᵀ @"),
  DotBackward0: joint("·", "other", "other"),
  ExpandBackward0: entrywise("repeat", "1"),
  TBackward0: rearranged("( )ᵀ"),
  PermuteBackward0: rearranged("( )ᵀ"),
  TransposeBackward0: rearranged("( )ᵀ"),
  ReshapeAliasBackward0: rearranged("reshape"),
  ViewBackward0: rearranged("reshape"),
  UnsqueezeBackward0: rearranged("reshape"),
  SqueezeBackward0: rearranged("reshape"),
  SqueezeBackward1: rearranged("reshape"),
  SelectBackward0: joint(subscript, "1 for the chosen entry, 0 elsewhere"),
  SliceBackward0: joint(subscript, "1 for the chosen entries, 0 elsewhere"),
};

const notationOf = ({ gradFn }: Node): Notation =>
  notations[gradFn] ?? joint(gradFn.replace(/Backward\d$/, "").toLowerCase(), "");

/** A number of the drawing: with a true minus sign. */
export const signed = (text: string): string => text.replaceAll("-", "−");

/** A constant that is written into the node that it goes into, instead of being a node of its own. */
export const isWrittenIn = (tensor: Tensor, names: ReadonlyMap<Tensor, string>): boolean =>
  !tensor.node && !tensor.requiresGrad && tensor.numel === 1 && !names.has(tensor);

/** What stands in the node: `σ`, `( )²`, and with a constant beside it `− 10` or `1 +`. */
export function labelOf(node: Node, names: ReadonlyMap<Tensor, string>): string {
  const { label } = notationOf(node);
  const sign = typeof label === "string" ? label : label(node);
  const constants = node.inputs.map((input) =>
    isWrittenIn(input, names) ? signed(String(Number(input.item().toPrecision(4)))) : null,
  );
  const [first, second] = constants;
  if (first != null) return `${first} ${sign}`;
  if (second == null) return sign;
  return second.startsWith("−") ? `${sign} (${second})` : `${sign} ${second}`;
}

/** The longest expression that stands for itself in a rule. */
const longestOperand = 8;

/**
 * The local derivative with respect to one input, in words: `2 × in`. Empty for an operation that isn't known here.
 * @param write the text of a tensor
 */
export function localInWords(node: Node, input: number, write: (tensor: Tensor) => string): string {
  const rule = notationOf(node).local[input] ?? "";
  const words = typeof rule === "string" ? rule : rule(node);
  const other = node.inputs[1 - input];
  if (!other || !/\bother/.test(words)) return words;
  const text = signed(write(other));
  return words.replaceAll(
    "other",
    text.length <= longestOperand ? text : words === "other" ? "the other" : "other",
  );
}

/** Whether the rule of this node multiplies entry by entry. */
export const isEntrywise = (node: Node): boolean => notationOf(node).entrywise;
