/** Where a function's code takes a number out of a tensor, so that autograd no longer follows it. */
import { lineAt, syntaxTree, withoutText } from "#reading/syntax-tree.ts";
import type { Language } from "#reading/language.ts";

export interface GraphBreak {
  /** As it stands in the code. */
  text: string;
  /** Counted from 1. */
  line: number;
}

const exits: Readonly<Record<Language, RegExp>> = {
  python:
    /[\w.]*\.(?:item|detach|detach_|numpy|tolist)\(\)|[\w.]*\.data\b|(?<![\w.])(?:float|int|round)\([^()\n]*\)|\btorch\.(?:tensor|no_grad|as_tensor)\([^()\n]*\)/,
  javascript:
    /[\w.]*\.(?:item|detach|toList|entries)\(\)|(?<![\w.])Number\([^()\n]*\)|\btorch\.(?:tensor|noGrad)\([^()\n]*\)/,
};

/** The first of them, or null where none is to be seen. */
export async function findGraphBreak(code: string, language: Language): Promise<GraphBreak | null> {
  const match = exits[language].exec(withoutText(code, await syntaxTree(code, language)));
  return match && { text: match[0], line: lineAt(code, match.index) };
}
