/** Where a function's code takes a number out of a tensor, so that autograd no longer follows it. */
import { lineAt, syntaxTree, withoutText } from "#reading/syntax-tree.ts";
import type { Language } from "#reading/language.ts";

export interface Exit {
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
export async function exitFrom(code: string, language: Language): Promise<Exit | null> {
  const found = exits[language].exec(withoutText(code, await syntaxTree(code, language)));
  return found && { text: found[0], line: lineAt(code, found.index) };
}
