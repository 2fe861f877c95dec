/**
 * Python that tells what its lines come to. Behind a statement stands a call that is given what the statement named: `x = e` becomes
 * `x = e;_recorded(3, "x", x)`. No value passes through a call of ours, and no line moves.
 */
import { insertAfter, insertBefore, replacement, type Edit } from "#runtime/edits.ts";
import type { SyntaxNode } from "#reading/syntax-tree.ts";
import { childrenOf } from "#reading/program-nodes.ts";
import { callsForInPlace } from "#runtime/python/source/recording/in-place-calls.ts";
import { callsForTargets, targetsOf } from "#runtime/python/source/recording/targets.ts";

/** What is to be recorded. */
export interface Recording {
  /** What the names begin with by which the code calls what records; it stands nowhere in the code. */
  hook: string;
  /** The function that is asked for, and how many values it should return. */
  name: string;
  outputs: number;
}

/** How what was returned is taken apart; `_recording.py` knows these. */
const returnModes = { whole: 0, several: 1, helper: 2 } as const;

/** @param nodes what of the code could be read, outer nodes before inner ones */
export function recordingCalls(nodes: readonly SyntaxNode[], code: string, recording: Recording): Edit[] {
  const lineOf = lineFinder(code);
  return nodes.flatMap((node) => {
    const record = recorders[node.name];
    return record === undefined ? [] : record(node, { ...recording, code, lineOf });
  });
}

interface Context extends Recording {
  code: string;
  lineOf: (at: number) => number;
}

type Recorder = (node: SyntaxNode, context: Context) => Edit[];

const recorders: Readonly<Record<string, Recorder>> = {
  AssignStatement: assignment,
  UpdateStatement: assignment,
  ExpressionStatement: statementCall,
  ReturnStatement: returned,
  LambdaExpression: lambda,
};

function assignment(statement: SyntaxNode, { hook, code, lineOf }: Context): Edit[] {
  if (definitionAround(statement)?.name !== "FunctionDefinition") return [];
  const calls = callsForTargets(targetsOf(statement), hook, lineOf(statement.from), code);
  return calls.length === 0 ? [] : [insertAfter(statement.to, `;${calls.join(";")}`)];
}

function statementCall(statement: SyntaxNode, { hook, code, lineOf }: Context): Edit[] {
  const [call, ...rest] = childrenOf(statement);
  if (call?.name !== "CallExpression" || rest.length > 0) return [];
  if (definitionAround(statement)?.name !== "FunctionDefinition") return [];
  const calls = callsForInPlace(call, hook, lineOf(statement.from), code);
  return calls.length === 0 ? [] : [insertAfter(statement.to, `;${calls.join(";")}`)];
}

/** `return e` becomes `_recorded_value = e;_recorded_return(3, 0, _recorded_value);return _recorded_value`. */
function returned(statement: SyntaxNode, context: Context): Edit[] {
  const [word, ...values] = childrenOf(statement);
  const around = definitionAround(statement);
  if (values.length === 0 || around?.name !== "FunctionDefinition") return [];
  const { hook, lineOf } = context;
  const name = around.getChild("VariableName");
  const mode = returnMode(around, name, context);
  const value = `${hook}_value`;
  return [
    replacement(word!, `${value} =`),
    insertAfter(
      statement.to,
      `;${hook}_return(${lineOf(statement.from)}, ${mode}, ${value});return ${value}`,
    ),
  ];
}

/** Of a function that has a name: `f = lambda x: e`. Its value is kept under a name of ours and handed on from there. */
function lambda(node: SyntaxNode, context: Context): Edit[] {
  const { parent, lastChild: body } = node;
  if (parent?.name !== "AssignStatement" || body === null) return [];
  const children = childrenOf(parent);
  const [target, sign] = children;
  if (children.length !== 3 || sign!.name !== "AssignOp" || target!.name !== "VariableName") return [];
  const { hook, lineOf } = context;
  const mode = returnMode(parent, target!, context);
  const value = `${hook}_value`;
  return [
    insertBefore(body.from, `[${value} := (`),
    insertAfter(body.to, `), ${hook}_return(${lineOf(body.from)}, ${mode}, ${value})][0]`),
  ];
}

function returnMode(
  definition: SyntaxNode,
  name: SyntaxNode | null,
  { code, name: asked, outputs }: Context,
): number {
  const isAsked =
    name !== null && code.slice(name.from, name.to) === asked && definitionAround(definition) === null;
  if (!isAsked) return returnModes.helper;
  return outputs > 1 ? returnModes.several : returnModes.whole;
}

/** The function or class that a node stands in, innermost; null at the top. */
function definitionAround({ parent }: SyntaxNode): SyntaxNode | null {
  if (parent === null) return null;
  return /^(?:Function|Class)Definition$|^LambdaExpression$/.test(parent.name)
    ? parent
    : definitionAround(parent);
}

/** Finds the line of a place, counted from 1. */
function lineFinder(code: string): (at: number) => number {
  const ends = [...code.matchAll(/\r\n|[\n\r]/g)].map(({ index }) => index);
  return (at) => 1 + ends.filter((end) => end < at).length;
}
