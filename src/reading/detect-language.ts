/** Which language code is written in, where the one that it was meant to be in can't read it. */
import { mayHaveStrays, straysIn, withoutStrays } from "#reading/characters.ts";
import { otherThan, type Language } from "#reading/language.ts";
import { nodesOf, syntaxTree, withoutText } from "#reading/syntax-tree.ts";

/** What only a program of that language has. */
const signs: Readonly<Record<Language, ReadonlySet<string>>> = {
  python: new Set(["FunctionDefinition", "ClassDefinition", "LambdaExpression", "ImportStatement"]),
  javascript: new Set([
    ...["FunctionDeclaration", "FunctionExpression", "ArrowFunction", "ClassDeclaration"],
    ...["VariableDeclaration", "ImportDeclaration", "ExportDeclaration"],
  ]),
};

/**
 * The other language, if the code is that: if it has what only a program of that language has, and reads better in it.
 * Null where it is the one chosen, or where that can't be told.
 */
export async function detectOtherLanguage(code: string, chosen: Language): Promise<Language | null> {
  const other = otherThan(chosen);
  const [here, there] = await Promise.all([read(code, chosen), read(code, other)]);
  if (!there.isProgram) return null;
  const reads = here.isProgram ? there.errors < here.errors : there.errors <= here.errors;
  return reads ? other : null;
}

async function read(code: string, language: Language): Promise<{ errors: number; isProgram: boolean }> {
  const tree = await syntaxTree(await plainly(code, language), language);
  const nodes = nodesOf(tree);
  return {
    errors: nodes.filter(({ type }) => type.isError).length,
    isProgram: nodes.some(({ name }) => signs[language].has(name)),
  };
}

/** What was pasted from a page reads as it looks. */
async function plainly(code: string, language: Language): Promise<string> {
  if (!mayHaveStrays(code)) return code;
  const tree = await syntaxTree(code, language);
  return withoutStrays(code, straysIn(withoutText(code, tree), language));
}
