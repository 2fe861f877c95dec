/** `export` and `import`, which belong to files of a program. An answer stands alone. */
import { parse, type Program } from "acorn";

/**
 * The code without the word `export`, every character in its place: what is exported is there all the same. Code that imports, or
 * exports what has no name, stays as it is, and can't be read.
 */
export function withoutExports(code: string): string {
  const program = /\bexport\b/.test(code) ? parseModule(code) : null;
  if (!program || moduleFault(program) !== null) return code;
  let plain = code;
  for (const statement of program.body) {
    if (statement.type !== "ExportNamedDeclaration" && statement.type !== "ExportDefaultDeclaration")
      continue;
    const end = statement.declaration?.start ?? statement.end;
    const blank = code.slice(statement.start, end).replace(/[^\n\r\u2028\u2029]/g, " ");
    plain = plain.slice(0, statement.start) + blank + plain.slice(end);
  }
  return plain;
}

/** Why code that is a module can't be an answer, or null where it is none. */
export function whyNoModule(code: string): string | null {
  const program = parseModule(code);
  return program && moduleFault(program);
}

function parseModule(code: string): Program | null {
  try {
    return parse(code, { ecmaVersion: "latest", sourceType: "module" });
  } catch {
    return null;
  }
}

function moduleFault({ body }: Program): string | null {
  for (const statement of body) {
    if (statement.type === "ImportDeclaration" || statement.type === "ExportAllDeclaration") return importing;
    if (statement.type === "ExportNamedDeclaration" && statement.source) return importing;
    if (statement.type !== "ExportDefaultDeclaration") continue;
    const { declaration } = statement;
    if (!("id" in declaration && declaration.id) && declaration.type !== "Identifier") return nameless;
  }
  return null;
}

const importing =
  "there is nothing to import here. `Math` is there without it, and arrays bring their operations along, such as `x.exp()`. Delete this line.";

const nameless =
  "what is exported here has no name, so it can’t be called. Delete `export default` and give it one: `function name(…) { … }`.";
