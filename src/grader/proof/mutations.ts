/** Programs that differ from a solution by a slip of the pen: wrong unless they happen to compute the same. */
import type { Random } from "#exercise/index.ts";
import type { Language } from "#reading/language.ts";
import { readSolution, type Expression, type SolutionSource } from "#grader/proof/solution-source.ts";
import { replaceSpan, type Span } from "#reading/program-nodes.ts";

const otherOperators: Readonly<Record<string, readonly string[]>> = {
  "+": ["-", "*"],
  "-": ["+", "*"],
  "*": ["+", "-", "/"],
  "/": ["*", "-"],
  "**": ["*", "+"],
  "@": ["*"],
};

const otherNames: Readonly<Record<string, readonly string[]>> = {
  exp: ["log", "sqrt"],
  log: ["exp"],
  sqrt: ["exp"],
  tanh: ["exp"],
  sum: ["mean"],
  mean: ["sum"],
  ones: ["zeros"],
  add: ["sub", "mul"],
  sub: ["add", "rsub"],
  mul: ["add", "div"],
  div: ["mul"],
  pow: ["mul"],
  matmul: ["mul"],
};

const otherSigns: Readonly<Record<string, readonly string[]>> = {
  ">": ["<"],
  "<": [">"],
  ">=": ["<="],
  "<=": [">="],
  "==": ["!="],
  "===": ["!=="],
  True: ["False"],
  False: ["True"],
  true: ["false"],
  false: ["true"],
};

/** Where an expression's operator stands: between its two operands. */
function operatorSpan({ code }: SolutionSource, { parts, operator }: Expression): Span | null {
  const [left, right] = parts;
  if (!left || !right || operator === null) return null;
  const from = code.indexOf(operator, left.to);
  return from === -1 || from >= right.from ? null : { from, to: from + operator.length };
}

function ofExpression(source: SolutionSource, expression: Expression): string[] {
  const { code, names } = source;
  const { name, text, parts, operator, kind } = expression;
  const instead = (...texts: string[]) => texts.map((other) => replaceSpan(code, expression, `(${other})`));
  const drawn: string[] = [];
  if (kind === "number")
    drawn.push(...instead(`-(${text})`, `2 * (${text})`, `(${text}) + 1`, `(${text}) ** 2`));
  if (kind === "array") {
    drawn.push(...instead(`(${text}).neg()`, `(${text}).mul(2)`, `(${text}).add(1)`, `(${text}).pow(2)`));
  }
  switch (name) {
    case "Number": {
      const value = Number(text);
      drawn.push(...instead(String(value + 1), String(value - 1), "0", String(value / 2)));
      break;
    }
    case "VariableName":
      drawn.push(...instead(...names.filter((other) => other !== text), "1", "0"));
      break;
    case "UnaryExpression":
      drawn.push(...instead(parts[0]!.text));
      break;
    case "BinaryExpression": {
      const [left, right] = parts as [Expression, Expression];
      const span = operatorSpan(source, expression);
      drawn.push(...instead(left.text, right.text, `(${right.text}) ${operator ?? "+"} (${left.text})`));
      if (span)
        drawn.push(...(otherOperators[operator!] ?? []).map((other) => replaceSpan(code, span, other)));
      break;
    }
    case "CallExpression": {
      drawn.push(...instead(...parts.map((part) => part.text)));
      const [first] = parts;
      const end = code.indexOf("(", first?.from === expression.from ? first.to : expression.from);
      const called = { from: end - (operator ?? "").length, to: end };
      drawn.push(...(otherNames[operator ?? ""] ?? []).map((other) => replaceSpan(code, called, other)));
      break;
    }
    case "MemberExpression":
      if (operator === "T") drawn.push(...instead(parts[0]!.text));
      break;
    case "TupleExpression":
    case "ArrayExpression":
      if (parts.length > 1) {
        const [open, close] = [text[0]!, text.at(-1)!];
        const turned = [...parts.slice(1), parts[0]!].map((part) => part.text).join(", ");
        drawn.push(replaceSpan(code, expression, `${open}${turned}${close}`));
      }
  }
  return drawn;
}

/** Every program that is one mutation away. */
export function mutationsOf(source: SolutionSource): string[] {
  const { code, language, expressions, signs, statements } = source;
  const emptied = language === "python" ? "pass" : ";";
  return [
    ...new Set([
      ...expressions.flatMap((expression) => ofExpression(source, expression)),
      ...signs.flatMap((sign) =>
        (otherSigns[sign.text] ?? []).map((other) => replaceSpan(code, sign, other)),
      ),
      ...statements.map((statement) => replaceSpan(code, statement, emptied)),
    ]),
  ].filter((program) => program !== code);
}

/** Different mutants of a program, up to `count`: those one mutation away, then some that are two away. */
export function manyMutations(
  code: string,
  language: Language,
  arrays: ReadonlySet<string>,
  count: number,
  random: Random,
): string[] {
  const shuffled = <Item>(items: readonly Item[]): Item[] =>
    items
      .map((item) => ({ item, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  const singles = shuffled(mutationsOf(readSolution(code, language, arrays)));
  const programs = new Set(singles.slice(0, count));
  for (let attempt = 0; attempt < count && programs.size < count && singles.length > 0; attempt++) {
    const first = singles[Math.floor(random() * singles.length)]!;
    const [second] = shuffled(mutationsOf(readSolution(first, language, arrays)));
    if (second !== undefined && second !== code) programs.add(second);
  }
  return [...programs];
}
