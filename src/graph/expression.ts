/** The forward computation as text: `(x**2 - y_actual)**2`, to say where in it a mistake is. */
import type { Node, Tensor } from "#autodiff/index.ts";
import { isSubscript, subscript } from "#graph/subscript.ts";

/** How tightly a piece of text holds together: the sum in `a + b` needs brackets as a factor. */
const binding = { sum: 1, product: 2, sign: 3, power: 4, whole: 5 } as const;

interface Text {
  text: string;
  binding: number;
}

/** Longer expressions are cut short inside. */
const longest = 48;

const whole = (text: string): Text => ({ text, binding: binding.whole });

/** Operations that read as a function's call. */
const calls: Readonly<Record<string, string>> = {
  ExpBackward0: "exp",
  LogBackward0: "log",
  SqrtBackward0: "sqrt",
  AbsBackward0: "abs",
  SignBackward0: "sign",
  TanhBackward0: "tanh",
  SigmoidBackward0: "sigmoid",
  ReluBackward0: "relu",
  SinBackward0: "sin",
  CosBackward0: "cos",
  SumBackward0: "sum",
  SumBackward1: "sum",
  MeanBackward0: "mean",
  MeanBackward1: "mean",
  MaximumBackward0: "maximum",
  MinimumBackward0: "minimum",
  MaxBackward1: "max",
  MinBackward1: "min",
  AmaxBackward0: "max",
  AminBackward0: "min",
};

/** Operations that read as an operator between two operands, and what the right one must bind. */
const operators: Readonly<Record<string, readonly [string, number, number]>> = {
  AddBackward0: [" + ", binding.sum, binding.sum],
  SubBackward0: [" - ", binding.sum, binding.product],
  RsubBackward1: [" - ", binding.sum, binding.product],
  MulBackward0: ["*", binding.product, binding.product],
  DivBackward0: ["/", binding.product, binding.sign],
  MmBackward0: [" @ ", binding.product, binding.sign],
  MvBackward0: [" @ ", binding.product, binding.sign],
  DotBackward0: [" @ ", binding.product, binding.sign],
  BmmBackward0: [" @ ", binding.product, binding.sign],
  PowBackward1: ["**", binding.whole, binding.sign],
};

/** Operations that only rearrange entries: written as what they rearrange. */
const silent = /^(ReshapeAlias|View|UnsafeView|Expand|Unsqueeze|Squeeze|Clone|ToCopy)Backward0$/;

/** Operations that pick entries by lists of places. */
const picking = /^(Index|Gather|Take|IndexSelect|MaskedSelect)Backward0$/;

/**
 * Writes expressions over named inputs.
 * @param subscriptOf how a selection or a slice is written; by its numbers, if nothing else is asked for
 */
export function expressionsOver(
  names: ReadonlyMap<Tensor, string>,
  subscriptOf: (node: Node) => string = subscript,
): (tensor: Tensor) => string {
  // A value that is used twice is written once: a chain of doublings has as many uses as 2ⁿ.
  const written = new Map<Tensor, Text>();

  const bracketed = (tensor: Tensor, least: number): string => {
    const { text, binding: own } = write(tensor);
    return own < least ? `(${text})` : text;
  };

  const constant = ({ data }: Tensor): string => {
    const value = typeof data === "number" ? data : data.length === 1 ? data[0]! : null;
    return value === null ? "…" : String(Number(value.toPrecision(6)));
  };

  const ofNode = (node: Node): Text => {
    const { gradFn, inputs, x } = node;
    const call = calls[gradFn];
    if (call) return whole(`${call}(${inputs.map((input) => write(input).text).join(", ")})`);
    const operator = operators[gradFn];
    if (operator) {
      const [sign, own, right] = operator;
      return {
        text: bracketed(x, own) + sign + bracketed(node.y, right),
        binding: own === binding.whole ? binding.power : own,
      };
    }
    if (silent.test(gradFn)) return write(x);
    if (isSubscript(node)) return whole(bracketed(x, binding.whole) + subscriptOf(node));
    if (picking.test(gradFn)) return whole(`${bracketed(x, binding.whole)}[…]`);
    switch (gradFn) {
      case "NegBackward0":
        return { text: `-${bracketed(x, binding.sign)}`, binding: binding.sign };
      case "ReciprocalBackward0":
        return { text: `1/${bracketed(x, binding.sign)}`, binding: binding.product };
      case "PowBackward0": {
        const exponent = node.at as number;
        return {
          text: `${bracketed(x, binding.whole)}**${exponent < 0 ? `(${exponent})` : exponent}`,
          binding: binding.power,
        };
      }
      case "TBackward0":
      case "PermuteBackward0":
      case "TransposeBackward0":
        return whole(`${bracketed(x, binding.whole)}.T`);
      default:
        return whole(
          `${gradFn.replace(/Backward\d$/, "").toLowerCase()}(${inputs.map((input) => write(input).text).join(", ")})`,
        );
    }
  };

  const write = (tensor: Tensor): Text => {
    const name = names.get(tensor);
    if (name !== undefined) return whole(name);
    if (!tensor.node) return whole(constant(tensor));
    const earlier = written.get(tensor);
    if (earlier) return earlier;
    const full = ofNode(tensor.node);
    const text = full.text.length > longest ? whole(`${full.text.slice(0, longest / 2)}…`) : full;
    written.set(tensor, text);
    return text;
  };

  return (tensor) => write(tensor).text;
}
