import katex, { type KatexOptions } from "katex";

const hues = ["hg-value", "hg-gradient"];

const options: KatexOptions = {
  output: "htmlAndMathml",
  throwOnError: true,
  strict: (code: string) => (code === "htmlExtension" ? "ignore" : "error"),
  trust: (context) => {
    if (context.command === "\\htmlClass" && hues.includes(context.class)) return true;
    throw new Error(`${context.command} has no place in a formula here`);
  },
  macros: {
    "\\val": String.raw`\htmlClass{hg-value}{#1}`,
    "\\grad": String.raw`\htmlClass{hg-gradient}{#1}`,
  },
};

/**
 * A formula as HTML, for the eye and as MathML: in a sentence, or standing by itself. `\val{…}` marks a value of the forward pass,
 * `\grad{…}` a gradient. Throws if KaTeX doesn't understand it.
 */
export const renderFormula = (formula: string, { displayMode }: { displayMode: boolean }): string =>
  displayMode ? renderDisplay(formula) : katex.renderToString(formula, options);

/**
 * What `\qquad` sets apart can stand below each other, and a statement can go on in a new line before a relation, below its first
 * one. Nowhere else does a formula that stands by itself break.
 */
function renderDisplay(formula: string): string {
  const whole = katex.renderToString(formula, { ...options, output: "mathml", displayMode: true });
  const math = whole.slice(whole.indexOf("<math"), whole.lastIndexOf("</math>") + "</math>".length);
  const visible = (part: string) =>
    katex.renderToString(String.raw`\displaystyle ${part}`, { ...options, output: "html" });
  const lines = statements(formula).map(([first, ...relations]) => {
    const steps = relations.map((relation) => visible(`{}${relation}`)).join("");
    return `<span class="formula-statement">${visible(first!)}<span class="formula-steps">${steps}</span></span>`;
  });
  return `<span class="katex"><span class="katex-mathml">${math}</span></span><span class="formula-lines" aria-hidden="true">${lines.join("")}</span>`;
}

const opening = new Set(["{", "(", "[", "\\left", "\\begin"]);
const closing = new Set(["}", ")", "]", "\\right", "\\end"]);
const relation = new Set(["=", "<", ">", "\\le", "\\ge", "\\approx", "\\equiv"]);

/** The statements of a formula, each in its parts: what stands before its first relation, then each relation with what follows. */
export function statements(formula: string): string[][] {
  const result = [[""]];
  let depth = 0;
  for (const [token] of formula.matchAll(/\\[a-zA-Z]+\s*|\\?[^]/gu)) {
    const name = token.trimEnd();
    if (opening.has(name)) depth += 1;
    else if (closing.has(name)) depth -= 1;
    const parts = result.at(-1)!;
    if (depth === 0 && name === "\\qquad") result.push([""]);
    else if (depth === 0 && relation.has(name)) parts.push(token);
    else parts.push(parts.pop()! + token);
  }
  return result;
}
