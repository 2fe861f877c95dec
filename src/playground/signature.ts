/** Reads a function's name and parameters off its code, without running it. */
import type { Language } from "#reading/language.ts";

export interface Signature {
  name: string;
  params: readonly string[];
}

/** Definitions at the margin: `def f(…)`, `function f(…)`, `const f = (…) =>`, `const f = x =>`. */
const definitions: Readonly<Record<Language, RegExp>> = {
  python: /^def[ \t]+([A-Za-z_]\w*)[ \t]*\(([^]*?)\)[ \t]*(?:->[^\n]*)?:/gm,
  javascript:
    /^(?:async[ \t]+)?(?:function[ \t]+([A-Za-z_$][\w$]*)[ \t]*\(([^)]*)\)|(?:const|let|var)[ \t]+([A-Za-z_$][\w$]*)[ \t]*=[ \t]*(?:function[ \t]*\w*[ \t]*)?(?:\(([^)]*)\)|([A-Za-z_$][\w$]*)[ \t]*=>))/gm,
};

/** Splits at commas that stand in no bracket. */
function parts(text: string): string[] {
  const pieces = [""];
  let depth = 0;
  for (const character of text) {
    if ("([{".includes(character)) depth++;
    if (")]}".includes(character)) depth--;
    if (character === "," && depth === 0) pieces.push("");
    else pieces[pieces.length - 1]! += character;
  }
  return pieces;
}

/** `x: float = 1` is the parameter x; stars and what follows them alone are none. */
const paramNames = (text: string): string[] =>
  parts(text.replace(/#.*|\/\/.*/g, "")).flatMap((part) => {
    const named = /^\s*([A-Za-z_]\w*)\s*(?:[:=].*)?$/s.exec(part);
    return named ? [named[1]!] : [];
  });

/** The last function that the code defines at its margin: those before it are what it uses. Null if there is none. */
export function signatureOf(code: string, language: Language): Signature | null {
  const last = [...code.matchAll(definitions[language])].at(-1);
  if (!last) return null;
  const [, name = last[3], params = last[4] ?? last[5] ?? ""] = last;
  return { name: name!, params: [...new Set(paramNames(params))] };
}
