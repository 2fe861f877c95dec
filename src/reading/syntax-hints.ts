/** What is wrong with code that its language can't read, as far as the code itself shows, and what to type. */
import { mayHaveStrays, strayMessage, straysIn, withoutStrays } from "#reading/characters.ts";
import type { Language } from "#reading/language.ts";
import { bareProducts, hats, applyCorrections } from "#reading/products.ts";
import { lineAt, lineOf, nodesOf, syntaxTree, withoutText } from "#reading/syntax-tree.ts";

/** Begins small: it stands after "Your code can't be read on line 3:". */
export interface SyntaxHint {
  message: string;
  line: number;
}

/** What came along with the code from where it was copied. */
const wrappings: readonly { looks: RegExp; message: string }[] = [
  {
    looks: /^\s*(?:```|~~~)/,
    message: "three backquotes mark code in a chat or a note, and don’t belong to it. Delete this line.",
  },
  {
    looks: /^\s*(?:>>>|\.\.\.(?=\s))/,
    message: "`>>>` and `...` are what Python’s prompt shows. Delete them wherever they begin a line.",
  },
  {
    looks: /^\s*(?:In|Out)\s*\[\d*\]:/,
    message: "`In [1]:` is what a notebook shows beside the code. Delete it.",
  },
  {
    looks: /^\s*(?:%%?[a-z]\w*(?=\s|$)|!(?:pip|conda|apt|apt-get|wget|curl|git)\b)/,
    message:
      "a line that begins with `%` or `!` tells a notebook what to do, and nothing to Python. Delete it.",
  },
];

const wrappingAt = (text: string): string | null =>
  wrappings.find(({ looks }) => looks.test(text))?.message ?? null;

/** What can be seen before the code is run: signs that no program is made of. */
export async function hintBeforeRunning(code: string, language: Language): Promise<SyntaxHint | null> {
  return wrappingHint(code) ?? (mayHaveStrays(code) ? strayHint(code, language) : null);
}

function wrappingHint(code: string): SyntaxHint | null {
  const lines = code.split("\n");
  const first = lines.findIndex((line) => line.trim() !== "");
  const message = wrappingAt(lines[first] ?? "");
  return message === null ? null : { message, line: first + 1 };
}

async function strayHint(code: string, language: Language): Promise<SyntaxHint | null> {
  const text = withoutText(code, await syntaxTree(code, language));
  const strays = straysIn(text, language);
  const [first] = strays;
  if (!first || isInForeignComment(text, first.at, language)) return null;
  const line = lineAt(code, first.at);
  const start = code.lastIndexOf("\n", first.at - 1) + 1;
  const own = strays.filter((stray) => lineAt(code, stray.at) === line);
  const plain = own.every(({ write }) => write !== null)
    ? await correctedLine(withoutStrays(code, strays), language, line)
    : null;
  return { line, message: strayMessage(first, code.slice(start, first.at), plain, language) };
}

/** What was meant for a comment is no sign of anything: JavaScript's parser says what is wrong with its beginning. */
const isInForeignComment = (code: string, at: number, language: Language): boolean =>
  language === "javascript" && /#(?!\w)/.test(code.slice(code.lastIndexOf("\n", at - 1) + 1, at));

/** `sin x` */
const application =
  /(?<![\w.])(sin|cos|tan|tanh|exp|log|ln|sqrt|abs|sigmoid) +((?!and\b|or\b|if\b|else\b|for\b|in\b|is\b)[A-Za-z]\w*|\d[\d.]*)\b(?!\s*\()/;

/** `|x|`, where an operand is due. */
const absolute = /(?<=(?:^|[=>(,[+\-*/]|\breturn)\s*)\|([^|]+)\|/;

/** A line that can't be read because it is written as on paper, or to a notebook. */
export async function paperNotationHint(
  code: string,
  language: Language,
  line: number,
): Promise<SyntaxHint | null> {
  const tree = await syntaxTree(code, language);
  const text = lineOf(withoutText(code, tree), line);
  const wrapping = wrappingAt(text);
  if (wrapping !== null) return { line, message: wrapping };
  const inside = absolute.exec(text)?.[1]?.trim();
  if (inside !== undefined) {
    const call = language === "python" ? "abs" : "Math.abs";
    return { line, message: `an absolute value is written \`${call}(${inside})\`.` };
  }
  const applied = application.exec(text);
  if (applied) {
    const [written, name, to] = applied as unknown as [string, string, string];
    return { line, message: `\`${written}\` needs brackets: type \`${name}(${to})\`.` };
  }
  const product = bareProducts(tree, code).find(({ from }) => lineAt(code, from) === line);
  if (!product || isInForeignComment(code, product.at, language)) return null;
  const needs = `\`${product.text}\` needs a \`*\` between its factors.`;
  if (/(?:\/|\*\*|\^)\s*$/.test(code.slice(0, product.at))) {
    const end = product.at + product.text.length;
    const whole = code.slice(product.at, product.from) + product.write + code.slice(product.to, end);
    return { line, message: `${needs} Type it with brackets if all of it is meant here: \`(${whole})\`.` };
  }
  const plain = await correctedLine(code, language, line);
  return { line, message: `${needs}${plain === null ? "" : ` Type ${plain}.`}` };
}

/** Where a line stops making sense: what stands there, or that something is missing. Null where that can't be told. */
export async function describeFirstError(
  code: string,
  language: Language,
  line: number,
): Promise<string | null> {
  const tree = await syntaxTree(code, language);
  const error = nodesOf(tree).find(({ type, from }) => type.isError && lineAt(code, from) === line);
  if (!error) return null;
  const start = code.lastIndexOf("\n", error.from - 1) + 1;
  const rest = /^[^\n]*/.exec(code.slice(error.from))![0].trim();
  const before = code.slice(start, error.from).trim();
  if (rest.includes("`") || before.includes("`")) return null;
  if (rest !== "") return `\`${rest.length > 24 ? `${rest.slice(0, 24)}…` : rest}\` was not expected`;
  return before === "" ? null : `something is missing after \`${before.slice(-24)}\``;
}

/** Longer lines don't help in a message. */
const longest = 70;

/** The line as it would be with products and powers written out, as code in a sentence; null where it is too long to show. */
export async function correctedLine(code: string, language: Language, line: number): Promise<string | null> {
  const tree = await syntaxTree(code, language);
  const corrections = [...bareProducts(tree, code), ...hats(tree, code)].filter(
    ({ from }) => lineAt(code, from) === line,
  );
  const text = lineOf(applyCorrections(code, corrections), line).trim();
  return text === "" || text.length > longest || text.includes("`") ? null : `\`${text}\``;
}
