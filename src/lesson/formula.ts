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
 * A formula as HTML, for the eye and as MathML. `\val{…}` marks a value of the forward pass, `\grad{…}` a gradient. Throws if KaTeX
 * doesn't understand it.
 */
export const renderFormula = (formula: string, { displayMode }: { displayMode: boolean }): string =>
  katex.renderToString(formula, { ...options, displayMode });
