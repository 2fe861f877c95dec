import { unusedName } from "#reading/unused-name.ts";
import type { Language } from "#reading/language.ts";

/** A program that holds many. */
export interface Variants {
  code: string;
  /** Its function, which takes the number of one of them before that one's arguments. What fails returns nothing. */
  name: string;
  /** What that is called with: the number, and as many arguments as there are. */
  params: readonly string[];
}

/**
 * Puts programs into one, so that one sandbox can run them all. What they print is nowhere to be seen.
 * @param name the function that is asked for in each
 */
export function variantsOf(programs: readonly string[], name: string, language: Language): Variants {
  const tried = unusedName(programs.join("\n"), "_tried");
  return {
    code: (language === "python" ? inPython : inJavaScript)(programs, name, tried),
    name: tried,
    params: ["variant", "values"],
  };
}

function inPython(programs: readonly string[], name: string, tried: string): string {
  const made = programs.map(
    (program, i) => `def ${tried}_${i}():
 def print(*values, **options): pass
${program.replace(/^/gm, " ")}
 return ${name}`,
  );
  return `${made.join("\n")}
${tried}_all = [${programs.map((_, i) => `${tried}_${i}`).join(", ")}]
${tried}_ready = {}
def ${tried}(variant, *values):
 try:
  if variant not in ${tried}_ready:
   ${tried}_ready[variant] = ${tried}_all[variant]()
  return ${tried}_ready[variant](*values)
 except Exception:
  return None
`;
}

function inJavaScript(programs: readonly string[], name: string, tried: string): string {
  const made = programs.map((program) => `(console) => {\n${program}\nreturn ${name};\n}`);
  return `const ${tried}_all = [${made.join(",\n")}];
const ${tried}_ready = new Map();
const ${tried}_silent = { log() {}, info() {}, warn() {}, error() {}, debug() {} };
function ${tried}(variant, ...values) {
  try {
    if (!${tried}_ready.has(variant)) ${tried}_ready.set(variant, ${tried}_all[variant](${tried}_silent));
    return ${tried}_ready.get(variant)(...values);
  } catch {
    return null;
  }
}
`;
}
