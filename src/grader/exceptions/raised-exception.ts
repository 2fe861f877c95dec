import type { Language } from "#reading/language.ts";
import { nameIn, type Exercise } from "#exercise/index.ts";
import type { Case } from "#grader/cases.ts";
import type { Failure } from "#runtime/runtime.ts";

/** What an exception is explained by. */
export interface RaisedException {
  language: Language;
  code: string;
  /** Its message, in its language's words. */
  message: string;
  type: string;
  line: number | null;
  /** Whether the function had been called by then. */
  called: boolean;
  /** The function's parameters, and those of them that are arrays. */
  params: readonly string[];
  arrays: readonly string[];
  /** The functions that the page shows. */
  shown: readonly string[];
  /** Whether autograd is there to be used, as in a function that is traced. */
  autograd: boolean;
}

/** The functions that a piece of code of ours defines. */
const definedIn = (code: string): string[] =>
  [...code.matchAll(/^(?:def|function)\s+(\w+)|^(?:const|let)\s+(\w+)\s*=/gm)].map(
    ([, named, assigned]) => named ?? assigned!,
  );

/** An exception in an answer, with what its explanation needs. Which parameters are arrays is seen in the first case. */
export function raisedException(
  { asks, shown }: Exercise,
  { language, code }: { language: Language; code: string },
  cases: readonly Case[],
  { type, message, line, call }: Failure,
): RaisedException {
  const params = asks.params.map((param) => nameIn(language, param));
  return {
    ...{ language, code, type, message, line, params },
    called: call !== undefined,
    arrays: params.filter((_, place) => cases[0]?.args[place]?.kind === "array"),
    shown: definedIn(shown[language]),
    autograd: false,
  };
}
