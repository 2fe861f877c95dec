/** Reads a learner's JavaScript before it runs: its syntax, and which functions it defines. */
import {
  parse,
  type AnonymousFunctionDeclaration,
  type Expression,
  type FunctionDeclaration,
  type Pattern,
  type Program,
} from "acorn";
import { explain, lineAt, options } from "#runtime/javascript/syntax.ts";
import type { Failure, TraceRequest } from "#runtime/runtime.ts";

export { withoutExports } from "#runtime/javascript/modules.ts";

/** A learner's code runs in strict mode, and so it is read in strict mode. It stays on the line it is on. */
export const strict = '"use strict";';

/**
 * Learner code as an async function in strict mode, on the lines where the learner wrote it. It returns the function
 * called `name`, if one is asked for. The code must have passed `parseJavaScript`: text that is no whole program could
 * end the function and go on outside it.
 * @param options.given code whose functions the learner's may call; they are declared, so that they can stand below it
 * @param options.hook the name by which the code calls what records its values: then a function that takes that and returns the async one
 */
export function wrapJavaScript(
  code: string,
  name: string | null,
  { given = "", hook = null }: { given?: string; hook?: string | null } = {},
): string {
  const result = name === null ? "" : `return ${name};`;
  const program = `async function () { ${strict}${code}\n${result}}`;
  const made = `(function (${hook ?? ""}) { ${strict} return ${program};\n${given}\n})`;
  return hook === null ? `(${made})()` : made;
}

/**
 * Code that returns the value of the expression that it ends with, for a notebook shows it. What sets a variable shows nothing. The code
 * must have passed `parseJavaScript`.
 */
export function returningLastValue(code: string): string {
  const last = parse(strict + code, options).body.at(-1);
  if (last?.type !== "ExpressionStatement" || last.directive !== undefined) return code;
  if (last.expression.type === "AssignmentExpression" || last.expression.type === "UpdateExpression")
    return code;
  const [from, to] = [last.start - strict.length, last.end - strict.length];
  const value = code.slice(from, to).replace(/;$/, "");
  return `${code.slice(0, from)}return (${value});${code.slice(to)}`;
}

/** What can be said against the code without running it, or null. Throws only what is no syntax error. */
export function parseJavaScript(code: string, call: TraceRequest | null): Failure | null {
  let program: Program;
  try {
    program = parse(strict + code, options);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return syntaxFailure(code, error as AcornError);
  }
  if (!call) return null;

  const bindings = topLevelBindings(program);
  const binding = bindings.get(call.name);
  if (binding === undefined) {
    const defined = [...bindings].flatMap(([name, { isFunction }]) => (isFunction ? [name] : []));
    return {
      kind: "missing-function",
      type: "MissingFunction",
      message: `There is no function called ${call.name}.`,
      line: null,
      defined,
    };
  }
  if (binding.takes && !binding.takes(call.params)) {
    return {
      kind: "wrong-parameters",
      type: "WrongParameters",
      message: `${call.name} is called as ${call.name}(${call.params.join(", ")}).`,
      line: lineAt(code, binding.start - strict.length),
    };
  }
  return null;
}

interface Binding {
  start: number;
  /** Whether it is plainly a function. What a call or a condition returned can be one too. */
  isFunction: boolean;
  /** Whether it can be meant to be called with these arguments, where that shows. */
  takes: ((names: readonly string[]) => boolean) | null;
}

function topLevelBindings(program: Program): Map<string, Binding> {
  const bindings = new Map<string, Binding>();
  for (const statement of program.body) {
    if (statement.type === "FunctionDeclaration") {
      bindings.set(statement.id.name, bindingOf(statement, statement.start));
    } else if (statement.type === "VariableDeclaration") {
      for (const { id, init, start } of statement.declarations) {
        if (id.type === "Identifier") bindings.set(id.name, bindingOf(init ?? null, start));
      }
    }
  }
  return bindings;
}

function bindingOf(
  value: Expression | FunctionDeclaration | AnonymousFunctionDeclaration | null,
  start: number,
): Binding {
  if (
    value?.type !== "FunctionDeclaration" &&
    value?.type !== "FunctionExpression" &&
    value?.type !== "ArrowFunctionExpression"
  ) {
    return { start, isFunction: false, takes: null };
  }
  const { params } = value;
  const optional = (param: Pattern) => param.type === "AssignmentPattern" || param.type === "RestElement";
  const required = params.filter((param) => !optional(param)).length;
  // JavaScript drops arguments that a function has no parameter for. That they are the last is what their names may deny.
  const takesFirst = (names: readonly string[]) =>
    params.every((param, i) => param.type !== "Identifier" || [-1, i].includes(names.indexOf(param.name)));
  return {
    start,
    isFunction: true,
    takes: (names) => required <= names.length && (params.length >= names.length || takesFirst(names)),
  };
}

interface AcornError extends SyntaxError {
  /** Where in the text the error is. */
  pos: number;
}

function syntaxFailure(code: string, error: AcornError): Failure {
  const position = error.pos - strict.length;
  return {
    kind: "syntax",
    type: "SyntaxError",
    message: explain(code, position, error.message.replace(/ \(\d+:\d+\)$/, "")),
    line: lineAt(code, code.slice(position).trim() === "" ? code.trimEnd().length : position),
  };
}
