/** Other ways to write a solution: each must be as correct as the solution itself. */
import type { Random } from "#exercise/index.ts";
import type { Language } from "#reading/language.ts";
import { readSolution, type Expression, type SolutionSource } from "#grader/proof/solution-source.ts";
import { replaceSpan } from "#reading/program-nodes.ts";

const bracketed = ({ text }: Expression): string => `(${text})`;

/** An expression without the brackets around it. */
const bare = (expression: Expression): Expression =>
  expression.name === "ParenthesizedExpression" ? bare(expression.parts[0]!) : expression;

const isBinary = (expression: Expression, ...operators: string[]): boolean =>
  expression.name === "BinaryExpression" && operators.includes(expression.operator ?? "");

/** What any number can be replaced by. */
const ofNumber = (e: string): string[] => [
  `1 * ${e}`,
  `${e} * 1`,
  `0 + ${e}`,
  `${e} + 0`,
  `${e} - 0`,
  `-(-${e})`,
  `2 * ${e} - ${e}`,
  `${e} + ${e} - ${e}`,
];

function ofBinary({ operator, parts }: Expression): string[] {
  const [left, right] = parts.map(bare) as [Expression, Expression];
  const [a, b] = [bracketed(left), bracketed(right)];
  const inner = (expression: Expression) => expression.parts.map(bracketed) as [string, string];
  switch (operator) {
    case "+":
      return [
        `${b} + ${a}`,
        `${a} - (-${b})`,
        ...(isBinary(left, "+") ? [`${inner(left)[0]} + (${inner(left)[1]} + ${b})`] : []),
      ];
    case "-":
      return [
        `-(${b} - ${a})`,
        `${a} + (-${b})`,
        `-${b} + ${a}`,
        ...(isBinary(left, "+") ? [`${inner(left)[0]} + (${inner(left)[1]} - ${b})`] : []),
      ];
    case "*":
      return [
        `${b} * ${a}`,
        `-(-${a} * ${b})`,
        `-${a} * -${b}`,
        ...(isBinary(left, "*") ? [`${inner(left)[0]} * (${inner(left)[1]} * ${b})`] : []),
        ...(isBinary(left, "+", "-")
          ? [`${inner(left)[0]} * ${b} ${left.operator!} ${inner(left)[1]} * ${b}`]
          : []),
        ...(isBinary(right, "+", "-")
          ? [`${a} * ${inner(right)[0]} ${right.operator!} ${a} * ${inner(right)[1]}`]
          : []),
        ...(left.text === right.text ? [`${a} ** 2`] : []),
        ...(left.text === "2" ? [`${b} + ${b}`] : []),
        ...(right.text === "2" ? [`${a} + ${a}`] : []),
      ];
    case "/":
      return [
        `${a} * (1 / ${b})`,
        `-(${a} / -${b})`,
        ...(isBinary(left, "/") ? [`${inner(left)[0]} / (${inner(left)[1]} * ${b})`] : []),
        ...(isBinary(left, "*") ? [`${inner(left)[0]} * (${inner(left)[1]} / ${b})`] : []),
      ];
    case "**":
      if (right.text === "2") return [`${a} * ${a}`, `(-${a}) ** 2`];
      return /^[3-9]$/.test(right.text) ? [`${a} ** ${Number(right.text) - 1} * ${a}`] : [];
    default:
      return [];
  }
}

/** What an array with methods can be replaced by. */
const ofArray = (e: string): string[] => [
  `${e}.mul(1)`,
  `${e}.add(0)`,
  `${e}.sub(0)`,
  `${e}.div(1)`,
  `${e}.neg().neg()`,
  `${e}.mul(2).div(2)`,
  `${e}.add(${e}).sub(${e})`,
];

function ofMethod({ operator, parts }: Expression): string[] {
  const [object, argument] = parts;
  if (!object || !argument || object.kind !== "array") return [];
  const [a, b] = [bracketed(object), bracketed(argument)];
  const withNumber = argument.kind === "number";
  if (!withNumber && argument.kind !== "array") return [];
  switch (operator) {
    case "mul":
      if (!withNumber) return [`${b}.mul(${a})`, `${a}.neg().mul(${b}).neg()`];
      return [`${a}.mul(-${b}).neg()`, ...(argument.text === "2" ? [`${a}.add(${a})`] : [])];
    case "add":
      return withNumber ? [`${a}.sub(-${b})`] : [`${b}.add(${a})`, `${a}.sub(${b}.neg())`];
    case "sub":
      return withNumber ? [`${a}.add(-${b})`] : [`${a}.add(${b}.neg())`, `${b}.sub(${a}).neg()`];
    case "div":
      return withNumber ? [`${a}.mul(1 / ${b})`] : [];
    case "pow":
      return argument.text === "2" ? [`${a}.mul(${a})`] : [];
    default:
      return [];
  }
}

function namedFirst({ code, language }: SolutionSource, expression: Expression): string | null {
  const { statement, text } = expression;
  if (!statement || text.includes("\n")) return null;
  const line = code.lastIndexOf("\n", statement.from - 1) + 1;
  const indentation = code.slice(line, statement.from);
  if (indentation.trim() !== "") return null;
  let name = "part";
  for (let i = 1; new RegExp(`\\b${name}\\b`).test(code); i++) name = `part${i}`;
  const changed = replaceSpan(code, expression, name);
  const definition = language === "python" ? `${name} = ${text}` : `const ${name} = ${text};`;
  return replaceSpan(changed, { from: line, to: line }, `${indentation}${definition}\n`);
}

/** Every program that is one rewrite away. */
export function rewritesOf(source: SolutionSource): string[] {
  const { code, expressions } = source;
  return expressions.flatMap((expression) => {
    const { kind, name } = expression;
    if (kind === "unknown") return [];
    const replacements =
      kind === "array"
        ? [...ofArray(bracketed(expression)), ...(name === "CallExpression" ? ofMethod(expression) : [])]
        : [...ofNumber(bracketed(expression)), ...(name === "BinaryExpression" ? ofBinary(expression) : [])];
    const temporary = namedFirst(source, expression);
    return [
      ...replacements.map((text) => replaceSpan(code, expression, `(${text})`)),
      ...(temporary === null ? [] : [temporary]),
    ];
  });
}

/** A program longer than this has been rewritten often enough. */
const longest = 1_500;

/** Different ways to write a program: up to `count`, some one rewrite away, others several. */
export function manyRewrites(
  code: string,
  language: Language,
  arrays: ReadonlySet<string>,
  count: number,
  random: Random,
): string[] {
  const one = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const programs = new Set<string>();
  for (let attempt = 0; attempt < 4 * count && programs.size < count; attempt++) {
    let program = code;
    for (let steps = 1 + (attempt % 4); steps > 0 && program.length < longest; steps--) {
      program = one(rewritesOf(readSolution(program, language, arrays))) ?? program;
    }
    if (program !== code) programs.add(program);
  }
  return [...programs];
}
