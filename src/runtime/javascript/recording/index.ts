/**
 * JavaScript that tells what its lines come to. Behind a statement stands a call that is given what the statement named: `x = e;`
 * becomes `x = e;_recorded.named(3, "x", x);`. A value that is returned passes through such a call. No line moves.
 */
import { parse, type AnyNode, type ArrowFunctionExpression, type Expression } from "acorn";
import { applyEdits, insertAfter, insertBefore, wrapIn, type Edit } from "#runtime/edits.ts";
import { unusedName } from "#reading/unused-name.ts";
import { strict } from "#runtime/javascript/parse-javascript.ts";
import { assignedIn, callsForAssigned } from "#runtime/javascript/recording/assigned.ts";
import { callsForInPlace } from "#runtime/javascript/recording/in-place-calls.ts";
import { childrenOf, type Source } from "#runtime/javascript/recording/source.ts";
import { lineAt, options } from "#runtime/javascript/syntax.ts";
import type { ReturnMode } from "#runtime/sandbox/recorder.ts";

/** The function that is asked for, and how many values it should return. */
interface Asked {
  name: string;
  outputs: number;
}

/** The code and the name by which it calls what records. The code must have passed `parseJavaScript`. */
export function recordingJavaScript(code: string, { name, outputs }: Asked): { code: string; hook: string } {
  const program = strict + code;
  const source: Source = {
    hook: unusedName(code),
    text: (node) => program.slice(node.start, node.end),
    lineOf: ({ start }) => lineAt(program, start),
  };
  const edits: Edit[] = [];
  const visit = (node: AnyNode, path: readonly AnyNode[]) => {
    edits.push(...editsOf(node, path, source, { name, outputs }));
    const inner = [...path, node];
    for (const child of childrenOf(node)) visit(child, inner);
  };
  visit(parse(program, options), []);
  return { code: applyEdits(program, edits).slice(strict.length), hook: source.hook };
}

function editsOf(node: AnyNode, path: readonly AnyNode[], source: Source, asked: Asked): Edit[] {
  const around = path.findLast(isFunction);
  switch (node.type) {
    case "ExpressionStatement":
    case "VariableDeclaration": {
      if (!around || !isInBody(node, path)) return [];
      const calls =
        node.type === "ExpressionStatement" && node.expression.type === "CallExpression"
          ? callsForInPlace(node.expression, source, source.lineOf(node))
          : callsForAssigned(assignedIn(node), source, source.lineOf(node));
      return calls.length === 0 ? [] : followedBy(node, calls, isAlone(node, path), source);
    }
    case "ReturnStatement": {
      if (!around || !node.argument) return [];
      const mode = returnMode(around, path, asked);
      return returning(node.argument, source.lineOf(node), mode, source);
    }
    case "ArrowFunctionExpression": {
      return node.body.type === "BlockStatement" ? [] : bodyEdits(node, node.body, path, source, asked);
    }
    default:
      return [];
  }
}

/** `{ x = e;calls; }` with braces where the statement is all that a branch or a loop has. */
function followedBy(node: AnyNode, calls: readonly string[], alone: boolean, { text }: Source): Edit[] {
  const semicolon = text(node).endsWith(";") ? "" : ";";
  return [
    ...(alone ? [insertBefore(node.start, "{")] : []),
    insertAfter(node.end, `${semicolon}${calls.join(";")};${alone ? "}" : ""}`),
  ];
}

const returning = (value: AnyNode, line: number, mode: ReturnMode, { hook }: Source): Edit[] =>
  wrapIn({ from: value.start, to: value.end }, `${hook}.returned(${line}, "${mode}", (`, "))");

/**
 * An arrow function whose body is an expression. What one returns that is handed straight to a call, as in `xs.map((x) => 2 * x)`, is
 * no step of its own, but what it assigns is.
 */
function bodyEdits(
  arrow: ArrowFunctionExpression,
  body: Expression,
  path: readonly AnyNode[],
  source: Source,
  asked: Asked,
): Edit[] {
  const parent = path.at(-1)!;
  const isHandedOn =
    (parent.type === "CallExpression" || parent.type === "NewExpression") && parent.callee !== arrow;
  const line = source.lineOf(body);
  const assigned = callsForAssigned(assignedIn(body), source, line);
  return [
    ...(isHandedOn ? [] : returning(body, line, returnMode(arrow, path, asked), source)),
    ...(assigned.length === 0
      ? []
      : wrapIn({ from: body.start, to: body.end }, "[", `, ${assigned.join(", ")}][0]`)),
  ];
}

type FunctionNode = Extract<
  AnyNode,
  { type: "FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression" }
>;

const isFunction = (node: AnyNode): node is FunctionNode =>
  ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"].includes(node.type);

/** Whether a statement is one of a list, or all that a branch or a loop has; a loop's own variable is neither. */
function isInBody(node: AnyNode, path: readonly AnyNode[]): boolean {
  const parent = path.at(-1)!;
  return (
    ["Program", "BlockStatement", "StaticBlock", "SwitchCase"].includes(parent.type) || isAlone(node, path)
  );
}

function isAlone(node: AnyNode, path: readonly AnyNode[]): boolean {
  const parent = path.at(-1)!;
  switch (parent.type) {
    case "IfStatement":
      return parent.consequent === node || parent.alternate === node;
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
    case "LabeledStatement":
      return parent.body === node;
    default:
      return false;
  }
}

/** How what a function returns is taken apart. `path` leads to it, or to something in it. */
function returnMode(around: FunctionNode, path: readonly AnyNode[], { name, outputs }: Asked): ReturnMode {
  const at = path.indexOf(around);
  const outer = at === -1 ? path : path.slice(0, at);
  const owner = outer.at(-1)!;
  const own = around.type === "FunctionDeclaration" ? around.id : null;
  const given = owner.type === "AssignmentExpression" ? owner.left : own;
  const declared = owner.type === "VariableDeclarator" ? owner.id : given;
  const isAsked = !outer.some(isFunction) && declared?.type === "Identifier" && declared.name === name;
  if (!isAsked) return "helper";
  return outputs > 1 ? "several" : "whole";
}
