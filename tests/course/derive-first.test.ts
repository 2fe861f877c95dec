/** Readers derive before they are shown: above an exercise nothing that is unfolded says what it asks for. */
import { glob, readFile } from "node:fs/promises";
import type { Nodes } from "mdast";
import { expect, test } from "vitest";
import { loadExercise } from "#course/files.ts";
import { isGraphExercise, nameIn, type Exercise } from "#exercise/index.ts";
import { parseLesson } from "#lesson/parse-lesson.ts";
import { languages } from "#reading/language.ts";

const content = new URL("../../content/", import.meta.url);

/** Code or a formula without what makes no difference: blanks, products' signs, brackets of LaTeX, colours, powers' two spellings. */
function plain(text: string): string {
  let result = text
    .replace(/#.*|\/\/.*/g, "")
    .replace(/\\(?:val|grad|mathbf|text|operatorname|mathrm)\s*\{([^{}]*)\}/g, "$1")
    .replace(/\\(?:left|right|,|;|!|quad|qquad)/g, "")
    .replace(/\\[dt]?frac\s*\{((?:[^{}]|\{[^{}]*\})*)\}\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g, "($1)/($2)")
    .replace(/\*\*|\^/g, "↑")
    .replace(/\\cdot|\\times|[*\s{}]|np\.|Math\./g, "");
  // Brackets around a single name or number say nothing.
  for (let before = ""; before !== result;) {
    before = result;
    result = result.replace(/(?<![\w])\((\w+)\)/g, "$1");
  }
  return result;
}

/** What a page has read to its reader before its exercises: code and formulas, in their order, those in a fold left out. */
function* shownAbove(node: Nodes): Generator<{ exercise: string } | { text: string }> {
  if (node.type === "mdxJsxFlowElement") {
    if (node.name === "Compare") return;
    const id = node.attributes.find((each) => each.type === "mdxJsxAttribute" && each.name === "id");
    if (node.name === "Exercise" && typeof id?.value === "string") yield { exercise: id.value };
  }
  if ("value" in node && /^(?:code|inlineCode|math|inlineMath)$/.test(node.type)) yield { text: node.value };
  if ("children" in node) for (const child of node.children) yield* shownAbove(child);
}

/** What the solution's own function returns, where it takes more than a name to say it. */
function answersOf({ asks, solution }: Exercise): string[] {
  const returned = languages.flatMap((language) => {
    const code = solution[language];
    const own = code.slice(code.search(new RegExp(`(def|function) ${nameIn(language, asks.name)}\\b`)));
    return [...own.matchAll(/^\s*return (.+?);?$/gm)].map(([, value]) => plain(value!));
  });
  return [...new Set(returned)].filter((value) => /[-+*/↑(]|\d[a-z]/.test(value) && value.length > 2);
}

const pages = (await Array.fromAsync(glob("*.mdx", { cwd: content }))).sort();

test.each(pages)("%s gives no answer away above its exercise", async (page) => {
  const above: string[] = [];
  const given: string[] = [];
  for (const part of shownAbove(parseLesson(await readFile(new URL(page, content), "utf8")))) {
    if ("text" in part) {
      above.push(plain(part.text));
      continue;
    }
    if (isGraphExercise(part.exercise)) continue;
    const answers = answersOf(await loadExercise(part.exercise));
    for (const answer of answers)
      for (const text of above)
        if (text.includes(answer)) given.push(`${part.exercise}: ${answer} in ${text}`);
  }
  expect(given).toEqual([]);
});
