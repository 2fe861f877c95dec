/** Slips in what is called. */
import { reductions } from "#grader/repairs/rules/operands.ts";
import { instead, type Rule } from "#grader/repairs/slip.ts";
import { childrenOf } from "#reading/program-nodes.ts";

/** Functions that are taken for one another. */
const mixedUp: readonly (readonly string[])[] = [
  ["sum", "mean"],
  ["max", "min", "sum"],
  ["maximum", "minimum"],
  ["exp", "log"],
  ["sqrt", "square"],
  ["sinh", "sin", "cosh", "cos", "tanh"],
  ["floor", "ceil", "round"],
  ["zeros_like", "ones_like"],
  ["zeros", "ones"],
];

/** A function in the place of one that people mix it up with. */
export const otherFunction: Rule = (node, source) => {
  const callee = node.firstChild!;
  const name = callee.name === "MemberExpression" ? callee.lastChild! : callee;
  const called = source.text(name);
  const others = mixedUp.filter((group) => group.includes(called)).flat();
  const kind = reductions.test(called) ? "batch-factor" : "other-function";
  return instead("function", kind, name, source, others);
};

/** A reduction over everything that is meant to go along one axis. */
export const axisLeftOut: Rule = (node, source) => {
  const [callee, list] = childrenOf(node);
  if (callee?.name !== "MemberExpression" || !list) return [];
  const { text } = source;
  if (!reductions.test(text(callee.lastChild!)) || /\b(axis|dim)\b/.test(text(list))) return [];
  const given = childrenOf(list).filter(({ name }) => !/^[(),]$/.test(name));
  const ofArray = !/^(np|torch|numpy)$/.test(text(callee.firstChild!));
  if (given.length > (ofArray ? 0 : 1)) return [];
  const inner = ofArray ? "" : `${text(given[0]!)}, `;
  const isPython = !ofArray || source.language === "python";
  const written = [0, 1].flatMap((axis) =>
    isPython
      ? [`(${inner}axis=${axis})`, `(${inner}axis=${axis}, keepdims=True)`]
      : [`(${axis})`, `(${axis}, true)`],
  );
  return instead("axis", "summed-too-far", list, source, written).map((slip) => ({
    ...slip,
    found: text(node),
    meant: text(callee) + slip.text,
  }));
};
