/** The forward computation as text: `(x**2 - y_actual)**2`, to say where in it a mistake is. */
import type { Node, Tensor } from "#autodiff/index.ts";
import { binding, formOf } from "#autodiff/notation.ts";
import { subscript } from "#graph/subscript.ts";

interface Text {
  text: string;
  /** How tightly it holds together. */
  binding: number;
}

/** Longer expressions are cut short inside. */
const longest = 48;

const whole = (text: string): Text => ({ text, binding: binding.whole });

/**
 * Writes expressions over named inputs. What takes more than 48 characters is cut to 24 and an ellipsis.
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
    const { x, y, inputs } = node;
    const form = formOf(node);
    switch (form.kind) {
      case "call":
        return whole(`${form.name}(${inputs.map((input) => write(input).text).join(", ")})`);
      case "infix":
        return { text: bracketed(x, form.left) + form.sign + bracketed(y, form.right), binding: form.own };
      case "prefix":
        return { text: form.sign + bracketed(x, form.right), binding: form.own };
      case "suffix":
        return { text: bracketed(x, binding.whole) + form.sign, binding: form.own };
      case "subscript":
        return whole(bracketed(x, binding.whole) + subscriptOf(node));
      case "silent":
        return write(x);
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
