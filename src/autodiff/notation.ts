/** How an operation is written in a line of Python, drawn as a node of a graph, and differentiated in words. */
import type { Node } from "#autodiff/operation.ts";

/** How tightly a piece of text holds together: the sum in `a + b` needs brackets as a factor. */
export const binding = { sum: 1, product: 2, sign: 3, power: 4, whole: 5 } as const;

/** What a line of Python looks like. */
export type Form =
  | { kind: "call"; name: string }
  /** An operator between two operands. `left` and `right` say how tightly these must hold together, `own` how the whole does. */
  | { kind: "infix"; sign: string; left: number; right: number; own: number }
  /** An operator before its operand, such as `1/`. */
  | { kind: "prefix"; sign: string; right: number; own: number }
  /** Something after its operand, such as `**2` or `.T`. */
  | { kind: "suffix"; sign: string; own: number }
  /** Which entries are taken, in brackets. */
  | { kind: "subscript" }
  /** Nothing: the operation rearranges entries, and is written as what it rearranges. */
  | { kind: "silent" };

/** A part of a notation that may depend on what the operation was given besides its inputs. */
export type ByNode<Part> = Part | ((node: Node) => Part);

/** The part as it is for this node. */
export const partOf = <Part>(part: ByNode<Part>, node: Node): Part =>
  typeof part === "function" ? (part as (node: Node) => Part)(node) : part;

export interface Notation {
  form: ByNode<Form>;
  /** What stands in the node. */
  label: ByNode<string>;
  /**
   * The local derivative with respect to each input, in terms of `in`, `out` and `other`, the other input. Empty where no few words
   * say it.
   */
  local: readonly ByNode<string>[];
}

/** What a line of Python looks like for this node. */
export const formOf = (node: Node): Form => partOf(node.operation.notation.form, node);

type Local = readonly ByNode<string>[];

/** `tanh(x)`, drawn with its name or a shorter sign. */
export const call = (name: string, local: Local = [], label: ByNode<string> = name): Notation => ({
  form: { kind: "call", name },
  label,
  local,
});

/** The same under a name that depends on the parameters. */
export const callBy = (name: (params: never) => string, local: Local = []): Notation => ({
  form: ({ params }) => ({ kind: "call", name: name(params as never) }),
  label: ({ params }) => name(params as never),
  local,
});

/** `x + y` */
export const infix = (
  sign: string,
  label: string,
  local: Local,
  own: number,
  right: number = own,
  left: number = own,
): Notation => ({ form: { kind: "infix", sign, left, right, own }, label, local });

/** `x.view(…)`, written as `x`. */
export const silent = (label: ByNode<string>, local: Local): Notation => ({
  form: { kind: "silent" },
  label,
  local,
});

/** `index_select` for PyTorch's `IndexSelect`. */
export const snakeCase = (name: string): string => name.replaceAll(/(?<=.)[A-Z]/g, "_$&").toLowerCase();

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A number of a drawing: with a true minus sign. */
export const signed = (text: string): string => text.replaceAll("-", "−");

/** `in²`; exponents that aren't a digit stand on the line. */
export function powerText(base: string, exponent: number): string {
  if (exponent === 1) return base;
  return Number.isInteger(exponent) && Math.abs(exponent) < 10
    ? `${base}${exponent < 0 ? "⁻" : ""}${superscripts[Math.abs(exponent)]!}`
    : `${base}^${signed(String(exponent))}`;
}
