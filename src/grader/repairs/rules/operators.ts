/** Slips in how values are put together. JavaScript's arrays have methods for operators. */
import type { DiagnosisKind } from "#grader/verdict.ts";
import { instead, type AnswerSource, type Rule, type Slip, type SlipSort } from "#grader/repairs/slip.ts";
import { childrenOf, endsLoop, type Span } from "#reading/program-nodes.ts";
import type { SyntaxNode } from "#reading/syntax-tree.ts";

/** Two values and what is done with them. */
interface Operation {
  left: SyntaxNode;
  right: SyntaxNode;
  operator: Operator;
  /** Where the operator stands, and how another is written there. */
  span: Span;
  write: (operator: Operator) => string;
  /** How the operation is written with these two. */
  with: (left: string, right: string) => string;
}

type Operator = "+" | "-" | "*" | "/";

const methods = { "+": "add", "-": "sub", "*": "mul", "/": "div" } as const;
const operators = Object.keys(methods) as Operator[];

function operationAt(node: SyntaxNode, { text }: AnswerSource): Operation | null {
  const children = childrenOf(node);
  if (node.name === "BinaryExpression") {
    const [left, sign, right, ...rest] = children;
    const operator = operators.find((each) => sign && text(sign) === each);
    if (!left || !sign || !right || rest.length > 0 || operator === undefined) return null;
    const write = (each: Operator) => each;
    const joined = (a: string, b: string) => `(${a}) ${operator} (${b})`;
    return { left, right, operator, span: sign, write, with: joined };
  }
  const [callee, list] = children;
  const method = callee?.name === "MemberExpression" ? callee.lastChild! : null;
  const operator = operators.find((each) => method && text(method) === methods[each]);
  const [, right, closing] = list ? childrenOf(list) : [];
  if (!method || operator === undefined || !right || closing?.name !== ")") return null;
  const left = callee!.firstChild!;
  const write = (each: Operator) => methods[each];
  const joined = (a: string, b: string) => `(${a}).${methods[operator]}(${b})`;
  return { left, right, operator, span: method, write, with: joined };
}

const others: Readonly<Record<Operator, readonly [Operator, SlipSort, DiagnosisKind][]>> = {
  "+": [
    ["-", "sign", "sign"],
    ["*", "operator", "wrong-rule"],
  ],
  "-": [
    ["+", "sign", "sign"],
    ["*", "operator", "wrong-rule"],
  ],
  "*": [
    ["+", "operator", "wrong-rule"],
    ["/", "operator", "wrong-rule"],
    ["-", "operator", "wrong-rule"],
  ],
  "/": [["*", "operator", "wrong-rule"]],
};

/** Another operator between the same two. */
export const otherOperator: Rule = (node, source) => {
  const operation = operationAt(node, source);
  if (!operation) return [];
  const { span, write, operator } = operation;
  return others[operator].flatMap(([other, sort, kind]) =>
    instead(sort, kind, span, source, [write(other)]).map((slip) => ({
      ...slip,
      found: source.text(node),
    })),
  );
};

/** A term or a factor that doesn't belong. */
export const oneTooMany: Rule = (node, source) => {
  const operation = operationAt(node, source);
  if (!operation) return [];
  const { left, right, operator } = operation;
  const isTerm = operator === "+" || operator === "-";
  const [sort, kind] = isTerm ? (["term", "constant-term"] as const) : (["factor", "extra-factor"] as const);
  const without = (kept: SyntaxNode, dropped: SyntaxNode, text = source.text(kept)): Slip[] =>
    instead(sort, kind, node, source, [`(${text})`]).map((slip) => ({
      ...slip,
      found: source.text(dropped),
      meant: source.text(kept),
    }));
  if (operator === "/") return without(left, right);
  return [
    ...without(left, right),
    ...without(right, left, operator === "-" ? `-(${source.text(right)})` : undefined),
  ];
};

/** Two sides that changed places. */
export const turnedAround: Rule = (node, source) => {
  const operation = operationAt(node, source);
  if (!operation || operation.operator === "+" || operation.operator === "*") return [];
  const turned = operation.with(source.text(operation.right), source.text(operation.left));
  return operation.operator === "-"
    ? instead("sign", "sign", node, source, [turned])
    : instead("operator", "wrong-rule", node, source, [turned]);
};

/** Brackets that are missing: `2 * a - b` for `2 * (a - b)`, `a - b / n` for `(a - b) / n`. */
export const bracketsLost: Rule = (node, source) => {
  if (node.name !== "BinaryExpression") return [];
  const outer = operationAt(node, source);
  if (!outer) return [];
  const { left, right, operator } = outer;
  const [l, r] = [operationIn(left, source), operationIn(right, source)];
  const written = [
    ...(l
      ? [`${source.text(l.left)} ${l.operator} (${source.text(l.right)} ${operator} ${source.text(right)})`]
      : []),
    ...(r
      ? [`(${source.text(left)} ${operator} ${source.text(r.left)}) ${r.operator} ${source.text(r.right)}`]
      : []),
  ];
  return instead("brackets", "wrong-rule", node, source, written);
};

const operationIn = (node: SyntaxNode, source: AnswerSource): Operation | null =>
  node.name === "BinaryExpression" ? operationAt(node, source) : null;

/** A sign before a value that doesn't belong there. */
export const signTooMany: Rule = (node, source) => {
  const [sign, value, ...rest] = childrenOf(node);
  if (!sign || !value || rest.length > 0 || source.text(sign) !== "-") return [];
  return instead("sign", "sign", node, source, [`(${source.text(value)})`]);
};

const comparisons: Readonly<Record<string, readonly string[]>> = {
  ">": ["<", ">="],
  "<": [">", "<="],
  ">=": ["<=", ">"],
  "<=": [">=", "<"],
};

/** A condition the other way round, or with its edge on the other side. */
export const otherComparison: Rule = (node, source) =>
  endsLoop(node)
    ? []
    : instead("comparison", "partly-right", node, source, comparisons[source.text(node)] ?? []).map(
        (slip) => ({
          ...slip,
          found: source.text(node.parent!),
        }),
      );
