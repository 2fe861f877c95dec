/**
 * A solution's source as places that can be changed: its expressions, with what is known of their values. Python and JavaScript
 * have the same grammar as far as a derivative needs it, and their trees the same names.
 */
import { parser as javascript } from "@lezer/javascript";
import { parser as python } from "@lezer/python";
import type { Language } from "#reading/language.ts";
import {
  childrenOf,
  counting,
  endsLoop,
  isForItsEffect,
  isWithinTarget,
  namesSomething,
  walk,
  type Span,
} from "#reading/program-nodes.ts";
import type { SyntaxNode } from "#reading/syntax-tree.ts";

/** `array` is an array that has methods in place of operators, as in JavaScript; Python's arrays are as good as numbers. */
export type ExpressionKind = "number" | "array" | "unknown";

/** An expression in the source. */
export interface Expression {
  name: string;
  from: number;
  to: number;
  text: string;
  kind: ExpressionKind;
  /** Operands, arguments, the object of a member: what it is made of, as far as those are expressions. */
  parts: readonly Expression[];
  /** The operator, the called function or method, or the member. */
  operator: string | null;
  /** The simple statement that it belongs to, if nothing decides whether it is computed at all. */
  statement: Span | null;
}

export interface SolutionSource {
  code: string;
  language: Language;
  /** All expressions, outer ones before inner ones, but for those that end a loop. */
  expressions: readonly Expression[];
  /** Names of values: parameters and variables. */
  names: readonly string[];
  statements: readonly Span[];
  /** Operators that compare, and the words for true and false. */
  signs: readonly (Span & { text: string })[];
}

const expressionNames = new Set([
  "Number",
  "VariableName",
  "BinaryExpression",
  "UnaryExpression",
  "CallExpression",
  "MemberExpression",
  "ParenthesizedExpression",
  "ConditionalExpression",
  "ArrayExpression",
  "TupleExpression",
]);

const simpleStatements = new Set([
  "AssignStatement",
  "UpdateStatement",
  "ReturnStatement",
  "ExpressionStatement",
  "VariableDeclaration",
]);

/** Whether what stands within it may not be computed, or not once. */
const decides = (node: SyntaxNode): boolean =>
  /^(ConditionalExpression|LambdaExpression|ArrowFunction|FunctionExpression)$|ComprehensionExpression$/.test(
    node.name,
  ) ||
  (node.name === "BinaryExpression" && childrenOf(node).some(({ name }) => /^(LogicOp|and|or)$/.test(name)));

/** Whether a variable changes while the statement is computed, so that it matters what is computed first. */
const changesOnTheWay = (statement: SyntaxNode, code: string): boolean =>
  walk(statement).some(
    (node) =>
      /^(NamedExpression|PostfixExpression)$/.test(node.name) ||
      (node.name === "UnaryExpression" && counting.test(code.slice(node.from))) ||
      (node.name === "AssignmentExpression" && node.parent?.name !== "ExpressionStatement"),
  );

const arrayMethods =
  /^(add|sub|rsub|mul|div|rdiv|pow|neg|exp|log|sqrt|abs|sign|tanh|sigmoid|square|reciprocal|matmul|sum|mean)$/;

/** Reads a program. `arrays` are the parameters that are arrays. */
export function readSolution(code: string, language: Language, arrays: ReadonlySet<string>): SolutionSource {
  const tree = (language === "python" ? python : javascript).parse(code);
  const text = ({ from, to }: Span) => code.slice(from, to);
  const kinds = new Map<string, ExpressionKind>();
  const arrayKind: ExpressionKind = language === "python" ? "number" : "array";

  const learn = (name: string, kind: ExpressionKind) =>
    kinds.set(name, kinds.has(name) && kinds.get(name) !== kind ? "unknown" : kind);

  function kindOfCall(node: SyntaxNode): ExpressionKind {
    const callee = node.firstChild!;
    if (callee.name === "VariableName") {
      return /^(exp|log|sqrt|tanh|abs|float|int|len)$/.test(text(callee)) ? "number" : "unknown";
    }
    const [object] = childrenOf(callee);
    if (/^(np|math|Math)$/.test(text(object!))) return "number";
    const method = text(callee.lastChild!);
    if (language === "python") return kindOf(object!);
    if (method === "item") return "number";
    return arrayMethods.test(method) && kindOf(object!) === "array" ? "array" : "unknown";
  }

  function kindOfMember(node: SyntaxNode): ExpressionKind {
    const object = node.firstChild!;
    const isIndex = text(node.lastChild!) === "]";
    if (isIndex && text(object).endsWith(".shape")) return "number";
    if (isIndex) return language === "python" ? kindOf(object) : "unknown";
    const member = text(node.lastChild!);
    if (/^(length|dim|numel|size|ndim)$/.test(member)) return "number";
    return member === "T" ? kindOf(object) : "unknown";
  }

  function kindOf(node: SyntaxNode): ExpressionKind {
    switch (node.name) {
      case "Number":
        return "number";
      case "VariableName":
        return kinds.get(text(node)) ?? "unknown";
      case "BinaryExpression":
      case "UnaryExpression": {
        const operator = childrenOf(node).find(({ name }) => name === "ArithOp");
        const parts = childrenOf(node).filter(({ name }) => expressionNames.has(name));
        const operands = node.name === "UnaryExpression" ? 1 : 2;
        return operator && parts.length === operands && parts.every((part) => kindOf(part) === "number")
          ? "number"
          : "unknown";
      }
      case "ParenthesizedExpression":
        return kindOf(node.firstChild!.nextSibling!);
      case "CallExpression":
        return kindOfCall(node);
      case "MemberExpression":
        return kindOfMember(node);
      default:
        return "unknown";
    }
  }

  const nodes = [...walk(tree.topNode)];
  for (const node of nodes) {
    if (node.name === "ParamList") {
      for (const child of childrenOf(node)) {
        if (/^Variable(Name|Definition)$/.test(child.name)) {
          learn(text(child), arrays.has(text(child)) ? arrayKind : "number");
        }
      }
    } else if (/^(AssignStatement|VariableDeclaration)$/.test(node.name)) {
      const children = childrenOf(node).filter(({ name }) => !/^(const|let|var|,|;)$/.test(name));
      const equals = children.findIndex(({ name }) => /^(AssignOp|Equals)$/.test(name));
      if (node.name === "VariableDeclaration" || equals !== 1 || children.length !== 3) {
        for (let i = 0; i + 2 < children.length; i++) {
          if (/^(AssignOp|Equals)$/.test(children[i + 1]!.name) && children[i]!.name.startsWith("Variable")) {
            learn(text(children[i]!), kindOf(children[i + 2]!));
          }
        }
      } else if (children[0]!.name === "VariableName") {
        learn(text(children[0]!), kindOf(children[2]!));
      }
    }
  }

  function statementOf(node: SyntaxNode): Span | null {
    for (let at: SyntaxNode | null = node; at; at = at.parent) {
      if (decides(at) && at !== node) return null;
      if (simpleStatements.has(at.name)) {
        return /^(Body|Block)$/.test(at.parent?.name ?? "") && !changesOnTheWay(at, code) ? at : null;
      }
    }
    return null;
  }

  function read(node: SyntaxNode): Expression {
    const children = childrenOf(node);
    const [first] = children;
    const isMethod = node.name === "CallExpression" && first?.name === "MemberExpression";
    const object = isMethod ? first.firstChild! : null;
    const argumentsOf = (list: SyntaxNode) => childrenOf(list).filter((each) => isExpression(each));
    const parts =
      node.name === "CallExpression"
        ? [...(object && isExpression(object) ? [object] : []), ...argumentsOf(node.lastChild!)]
        : children.filter((each) => isExpression(each));
    const operator =
      node.name === "CallExpression"
        ? text(isMethod ? first.lastChild! : first!)
        : node.name === "MemberExpression"
          ? text(node.lastChild!)
          : (children.map((child) => (child.name === "ArithOp" ? text(child) : null)).find(Boolean) ?? null);
    return {
      name: node.name,
      from: node.from,
      to: node.to,
      text: text(node),
      kind: kindOf(node),
      parts: parts.map(read),
      operator,
      statement: statementOf(node),
    };
  }

  const isExpression = (node: SyntaxNode): boolean =>
    expressionNames.has(node.name) &&
    !isForItsEffect(node) &&
    !namesSomething(node) &&
    !isWithinTarget(node, code) &&
    !endsLoop(node);

  return {
    code,
    language,
    expressions: nodes.filter(isExpression).map(read),
    names: [...kinds].flatMap(([name, kind]) => (kind === "unknown" ? [] : [name])),
    statements: nodes.filter(({ name }) => simpleStatements.has(name)),
    signs: nodes
      .filter((node) => /^(CompareOp|Boolean|BooleanLiteral)$/.test(node.name) && !endsLoop(node))
      .map(({ from, to }) => ({ from, to, text: code.slice(from, to) })),
  };
}
