/** How operations are drawn, and their local derivatives in words. */
import type { Node, Tensor } from "#autodiff/index.ts";
import { partOf, signed } from "#autodiff/notation.ts";
import { isSubscript, subscript } from "#graph/subscript.ts";

/** A constant that is written into the node that it goes into, instead of being a node of its own. */
export const isInlineConstant = (tensor: Tensor, names: ReadonlyMap<Tensor, string>): boolean =>
  !tensor.node && !tensor.requiresGrad && tensor.numel === 1 && !names.has(tensor);

/** What stands in the node: `σ`, `( )²`, and with a constant beside it `− 10` or `1 +`. */
export function labelOf(node: Node, names: ReadonlyMap<Tensor, string>): string {
  const sign = isSubscript(node) ? subscript(node) : partOf(node.operation.notation.label, node);
  const constants = node.inputs.map((input) =>
    isInlineConstant(input, names) ? signed(String(Number(input.item().toPrecision(4)))) : null,
  );
  const [first, second] = constants;
  if (first != null) return `${first} ${sign}`;
  if (second == null) return sign;
  return second.startsWith("−") ? `${sign} (${second})` : `${sign} ${second}`;
}

/** The longest expression that stands for itself in a rule. */
const longestOperand = 8;

/**
 * The local derivative with respect to one input, in words: `2 × in`. Empty where no few words say it.
 * @param write the text of a tensor
 */
export function localInWords(node: Node, input: number, write: (tensor: Tensor) => string): string {
  const words = partOf(node.operation.notation.local[input] ?? "", node);
  const other = node.inputs[1 - input];
  if (!other || !/\bother\b/.test(words)) return words;
  const text = signed(write(other));
  return words.replaceAll(
    /\bother\b/g,
    text.length <= longestOperand ? text : words === "other" ? "the other" : "other",
  );
}
