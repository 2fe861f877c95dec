/** Operators on what they don't take: products without a sign, hats for powers, nothing at all. */
import { bareProducts, callsOf, hatMessage, hats, applyCorrections } from "#reading/products.ts";
import { lineAt, lineOf, nodesOf, syntaxTree } from "#reading/syntax-tree.ts";
import { correctedLine } from "#reading/syntax-hints.ts";
import type { RaisedException } from "#grader/exceptions/raised-exception.ts";

const notCallable = /^'([\w.]+)' object is not callable$| is not a function\b/;

/** What can't be called, in words. */
const uncalled: Readonly<Record<string, string>> = {
  int: "a number",
  float: "a number",
  "numpy.float64": "a number",
  "numpy.ndarray": "an array",
  tuple: "a tuple",
  list: "a list",
  str: "a text",
  dict: "a dictionary",
  bool: "`True` or `False`",
  module: "a module",
};

const noOperand = /unsupported operand type|ufunc 'bitwise_xor' not supported|bitwise_xor/;

/** What to do about operands that don't fit, in place of the exception's words; null for any other exception. */
export async function explainOperator(exception: RaisedException): Promise<string | null> {
  const { message, code, language, line, params } = exception;
  if (line === null) return null;
  if (notCallable.test(message)) {
    const tree = await syntaxTree(code, language);
    const call = [
      ...bareProducts(tree, code).filter((product) => product.call),
      ...callsOf(tree, code, (name) => params.includes(name)),
    ].find(({ from }) => lineAt(code, from) === line);
    if (!call) return calledValue(exception);
    const plain = await correctedLine(applyCorrections(code, [call]), language, line);
    return `\`${call.text}\` calls what stands before the bracket, as if it were a function. A product takes a \`*\` between its factors${plain === null ? "" : `: ${plain}`}.`;
  }
  if (language === "javascript" && message.includes("can’t compute with arrays")) {
    return arrayOperator(exception);
  }
  if (noOperand.test(message)) {
    const tree = await syntaxTree(code, language);
    if (hats(tree, code).some(({ from }) => lineAt(code, from) === line)) return powerInstead(exception);
  }
  if (message.includes("'NoneType'")) {
    return "one of the values here is `None`. A function that returns nothing gives `None`: does one of yours lack its `return`?";
  }
  if (
    /can only concatenate (?:list|tuple)|can't multiply sequence|unsupported operand type\(s\) for .+: '(?:list|tuple)'|: '\w+' and '(?:list|tuple)'/.test(
      message,
    )
  ) {
    return "a list does not compute entry by entry. Make an array of it: `np.array(…)`.";
  }
  if (
    /can only concatenate str|did not contain a loop with signature|unsupported operand .*'str'/.test(message)
  ) {
    return language === "python"
      ? "one of the values here is a text, and texts can’t be computed with. Leave out the quotes around a number."
      : null;
  }
  if (message.includes("'function'")) {
    return "one of the values here is a function that was not called. Call it, with brackets: `f(x)`.";
  }
  return null;
}

const methods: Readonly<Record<string, string>> = {
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "div",
  "**": "pow",
};

const oneOperand = new Set(["VariableName", "Number", "MemberExpression"]);

/** What to write for the operator between an array that the function is given and a name or a number; null for anything else. */
async function arrayOperator({ code, line, arrays }: RaisedException): Promise<string | null> {
  const tree = await syntaxTree(code, "javascript");
  for (const node of nodesOf(tree)) {
    const [left, sign, right] = [node.firstChild, node.firstChild?.nextSibling, node.lastChild];
    if (node.name !== "BinaryExpression" || lineAt(code, node.from) !== line) continue;
    if (!left || !sign || !right || ![left, right].every(({ name }) => oneOperand.has(name))) continue;
    const [a, b, operator] = [left, right, sign].map(({ from, to }) => code.slice(from, to)) as [
      string,
      string,
      string,
    ];
    const turns = operator === "*" || operator === "+";
    const [array, other] = arrays.includes(a) ? [a, b] : turns && arrays.includes(b) ? [b, a] : [];
    const method = methods[operator];
    if (array === undefined || method === undefined) continue;
    return `JavaScript’s \`${operator}\` can’t compute with arrays, and \`${array}\` is one. Write \`${array}.${method}(${other!})\`.`;
  }
  return null;
}

/** Brackets after what is no function: because its name was given to something else, or by mistake. */
function calledValue({ message, language, code, line, params }: RaisedException): string | null {
  const text = lineOf(code, line!);
  const names = [...text.matchAll(/(?<![\w.$])([A-Za-z_$][\w$]*)\s*\(/g)].map(([, name]) => name!);
  const called = names.find((name) => params.includes(name) || lineOfAssignment(code, name) !== null);
  if (called !== undefined && !params.includes(called)) {
    return `\`${called}\` was given a value on line ${lineOfAssignment(code, called)!}, so it is no function any more. Call that value something else.`;
  }
  if (called !== undefined)
    return `\`${called}\` is a value that your function is given, not a function. Leave out the brackets after it.`;
  const type = language === "python" ? notCallable.exec(message)?.[1] : undefined;
  return type !== undefined && Object.hasOwn(uncalled, type)
    ? `what stands before the brackets is ${uncalled[type]!}, not a function. Leave out the brackets, or name the function that is meant.`
    : null;
}

/** Where a name is first given a value that is no function, counted from 1. */
function lineOfAssignment(code: string, name: string): number | null {
  const assignment = new RegExp(
    `^\\s*(?:(?:const|let|var)\\s+)?${name.replaceAll("$", "\\$")}\\s*=(?!=)(?!\\s*(?:lambda\\b|function\\b|async\\b|[^=]*=>))`,
  );
  const at = code.split("\n").findIndex((text) => assignment.test(text));
  return at === -1 ? null : at + 1;
}

/** What to write for a hat; as code, if the line is short. */
export async function powerInstead({
  code,
  language,
}: Pick<RaisedException, "code" | "language">): Promise<string> {
  const tree = await syntaxTree(code, language);
  const [hat] = hats(tree, code);
  const plain = hat ? await correctedLine(code, language, lineAt(code, hat.from)) : null;
  return `${hatMessage(language)}${plain === null ? "." : `: ${plain}.`}`;
}

/** The line of the first hat in the code, or null. */
export async function lineOfHat({
  code,
  language,
}: Pick<RaisedException, "code" | "language">): Promise<number | null> {
  if (!code.includes("^")) return null;
  const [hat] = hats(await syntaxTree(code, language), code);
  return hat ? lineAt(code, hat.from) : null;
}
