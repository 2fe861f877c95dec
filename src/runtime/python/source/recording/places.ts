/** Where a value is kept that was assigned to a part of something: `dh[t]`, `self.dW[i, j]`, `grads["W"]`. */
import type { SyntaxNode } from "#reading/syntax-tree.ts";
import { childrenOf } from "#reading/program-nodes.ts";

/** What leads from a name to a part of its value, one attribute or index at a time. */
export interface Place {
  root: string;
  steps: readonly Step[];
}

type Step = { attribute: string } | { key: readonly SyntaxNode[] };

/** Null where no name stands at the beginning, as in `f(x)[0]`. */
export function placeOf(node: SyntaxNode, code: string): Place | null {
  const text = code.slice(node.from, node.to);
  if (node.name === "VariableName") return { root: text, steps: [] };
  if (node.name !== "MemberExpression") return null;
  const [object, mark, ...rest] = childrenOf(node);
  const whole = object && placeOf(object, code);
  if (!whole || mark === undefined) return null;
  const step =
    mark.name === "["
      ? { key: rest.slice(0, -1) }
      : { attribute: code.slice(node.lastChild!.from, node.lastChild!.to) };
  return { root: whole.root, steps: [...whole.steps, step] };
}

/** All that comes before the first index: `J` of `J[i][j]`, `self.dW` of `self.dW[i]`. */
export function containerOf({ root, steps }: Place): Place {
  const first = steps.findIndex((step) => "key" in step);
  return { root, steps: first === -1 ? [] : steps.slice(0, first) };
}

/** The place as the hook reads it: attributes as texts, and each index in a tuple of its own. */
export function stepsOf({ steps }: Place, hook: string, code: string): string {
  const written = steps.map((step) =>
    "key" in step ? `(${hook}_key[${keyText(step.key, code)}],)` : JSON.stringify(step.attribute),
  );
  return `(${written.map((step) => `${step}, `).join("")})`;
}

/** An index on one line. */
function keyText(key: readonly SyntaxNode[], code: string): string {
  return onOneLine(code.slice(key[0]!.from, key.at(-1)!.to));
}

/** Code whose line breaks, which stand in brackets, are spaces. */
export const onOneLine = (text: string): string => text.replace(/\\?\s*[\n\r]\s*/g, " ");

/** What an index is made of, if to evaluate it once more does nothing else: names, numbers, arithmetic and slices. */
export interface Plainness {
  names: readonly string[];
  /** Whether it computes with names, which is harmless only where these are numbers. */
  computes: boolean;
}

/** Null where an index is more than that. */
export function plainnessOf({ steps }: Place, code: string): Plainness | null {
  const names = new Set<string>();
  let computes = false;
  const isPlain = (node: SyntaxNode): boolean => {
    const text = code.slice(node.from, node.to);
    switch (node.name) {
      case "VariableName":
        names.add(text);
        return true;
      case "UnaryExpression":
      case "BinaryExpression":
        computes = true;
        return childrenOf(node).every(isPlain);
      case "ParenthesizedExpression":
        return childrenOf(node).every(isPlain);
      case "ArithOp":
        return /^(?:[-+*%]|\/\/?)$/.test(text);
      case "String":
        return /^(?:"[^"\\\n]*"|'[^'\\\n]*')$/.test(text);
      default:
        return ["Number", "None", "Ellipsis", ",", ":", "(", ")"].includes(node.name);
    }
  };
  const plain = steps.every((step) => !("key" in step) || (step.key.length > 0 && step.key.every(isPlain)));
  return plain ? { names: [...names], computes } : null;
}
