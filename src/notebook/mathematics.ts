/**
 * The course's `\val{…}` and `\grad{…}` for Jupyter, which knows no macros of ours. `{\color{c}{x}}` colours x in MathJax 2, where
 * `\color` takes what it colours, and in MathJax 3 and KaTeX, where it holds to the end of the group. The hues can be read on white
 * and on black.
 */
const hues: Readonly<Record<string, string>> = { val: "#2b7bc0", grad: "#c45d1a" };

const macro = /\\(val|grad)(?![a-zA-Z])\s*/;

/** A formula with `\val{…}` and `\grad{…}` written out as colours. Throws an Error where a brace is never closed. */
export function forMathJax(formula: string): string {
  const match = macro.exec(formula);
  if (!match) return formula;
  const before = formula.slice(0, match.index);
  const rest = formula.slice(match.index + match[0].length);
  const length = argumentLength(rest);
  const argument = forMathJax(withoutBraces(rest.slice(0, length)));
  return `${before}{\\color{${hues[match[1]!]}}{${argument}}}${forMathJax(rest.slice(length))}`;
}

/** How long the macro's argument is: a group in braces, a command, or a single character. */
function argumentLength(text: string): number {
  if (!text.startsWith("{")) return /^(\\[a-zA-Z]+|\\.|.)/s.exec(text)?.[0].length ?? 0;
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/\\.|[{}]/gs)) {
    if (token === "{") depth++;
    else if (token === "}" && --depth === 0) return index + 1;
  }
  throw new Error(`A formula opens a brace that it does not close: ${text}`);
}

const withoutBraces = (argument: string): string =>
  argument.startsWith("{") ? argument.slice(1, -1) : argument;
