import { highlightCode, tagHighlighter, tags } from "@lezer/highlight";
import { escapeHtml, stillLines } from "#widgets/still-lines.ts";
import type { Language } from "#reading/language.ts";

// A grammar is the larger part of a highlighter, and most learners need one.
const grammars = {
  python: () => import("@lezer/python"),
  javascript: () => import("@lezer/javascript"),
};

/** The editor's own grammar and classes, so that code looks the same before and after the editor has loaded. */
export const highlighter = tagHighlighter([
  { tag: tags.comment, class: "hg-token-comment" },
  { tag: [tags.keyword, tags.operatorKeyword, tags.self], class: "hg-token-keyword" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp, tags.escape], class: "hg-token-string" },
  { tag: [tags.number, tags.bool, tags.null], class: "hg-token-constant" },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName))],
    class: "hg-token-function",
  },
  { tag: [tags.punctuation, tags.operator], class: "hg-token-punctuation" },
]);

/** The code as HTML, a `span` for every line, one of them perhaps marked. Rejects if the grammar can't be fetched. */
export async function highlight(
  code: string,
  language: Language,
  wrongLine: number | null = null,
): Promise<string> {
  const { parser } = await grammars[language]();
  const lines = [""];
  highlightCode(
    code,
    parser.parse(code),
    highlighter,
    (text, classes) => {
      const html = escapeHtml(text);
      lines[lines.length - 1]! += classes ? `<span class="${classes}">${html}</span>` : html;
    },
    () => lines.push(""),
  );
  return stillLines(code, lines, wrongLine);
}
