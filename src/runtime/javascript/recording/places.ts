/** Where a value is kept that was assigned to a part of something: `dh[t]`, `J[i][j]`, `this.dW[0]`, `grads.W`. */
import type { Expression, MemberExpression, Node, PrivateIdentifier } from "acorn";
import type { Source } from "#runtime/javascript/recording/source.ts";

/** What leads from a name to a part of its value, one property or index at a time. */
export interface Place {
  /** A name, or `this`. */
  root: string;
  steps: readonly Step[];
}

type Step = { property: string } | { key: Expression };

/** Null where no name stands at the beginning, as in `f(x)[0]`, or a part has no name outside its class. */
export function placeOf(node: Node): Place | null {
  const { type, ...rest } = node as Expression | PrivateIdentifier;
  if (type === "Identifier") return { root: (rest as { name: string }).name, steps: [] };
  if (type === "ThisExpression") return { root: "this", steps: [] };
  if (type !== "MemberExpression") return null;
  const { object, property, computed } = rest as MemberExpression;
  const whole = placeOf(object);
  if (whole === null || property.type === "PrivateIdentifier") return null;
  const step = computed ? { key: property } : { property: (property as unknown as { name: string }).name };
  return { root: whole.root, steps: [...whole.steps, step] };
}

/** All that comes before the first index: `J` of `J[i][j]`, `this.dW` of `this.dW[i]`. */
export function containerOf({ root, steps }: Place): Place {
  const first = steps.findIndex((step) => "key" in step);
  return { root, steps: first === -1 ? [] : steps.slice(0, first) };
}

/** Whether it is an entry of something, or part of one. */
export const hasKey = ({ steps }: Place): boolean => steps.some((step) => "key" in step);

/** The place as the recorder reads it: a list of property names and indices. */
export const stepsOf = ({ steps }: Place, { text }: Source): string =>
  `[${steps.map((step) => ("key" in step ? text(step.key) : JSON.stringify(step.property))).join(", ")}]`;

/** What an index is made of, if to evaluate it once more does nothing else: names, numbers and arithmetic. */
export interface Plainness {
  names: readonly string[];
  /** Whether it computes with names, which is harmless only where these are numbers. */
  computes: boolean;
}

/** Null where an index is more than that. */
export function plainnessOf({ steps }: Place): Plainness | null {
  const names = new Set<string>();
  let computes = false;
  const isPlain = (node: Expression): boolean => {
    switch (node.type) {
      case "Identifier":
        names.add(node.name);
        return true;
      case "Literal":
        return typeof node.value === "number" || typeof node.value === "string";
      case "UnaryExpression":
        computes = true;
        return ["-", "+"].includes(node.operator) && isPlain(node.argument);
      case "BinaryExpression":
        computes = true;
        return (
          ["+", "-", "*", "/", "%"].includes(node.operator) &&
          node.left.type !== "PrivateIdentifier" &&
          isPlain(node.left) &&
          isPlain(node.right)
        );
      default:
        return false;
    }
  };
  return steps.every((step) => !("key" in step) || isPlain(step.key))
    ? { names: [...names], computes }
    : null;
}
