import { nameIn, type Exercise } from "#exercise/index.ts";
import type { Case } from "#grader/cases.ts";
import type { Language } from "#reading/language.ts";
import type { CallRequest } from "#runtime/runtime.ts";

export interface Submission {
  language: Language;
  code: string;
}

/** What the runtime is asked to do with a submission. */
export function callFor(
  { asks, wrt }: Pick<Exercise, "asks" | "wrt">,
  { language, code }: Submission,
  cases: readonly Pick<Case, "args">[],
): CallRequest {
  return {
    language,
    code,
    name: nameIn(language, asks.name),
    params: asks.params.map((param) => nameIn(language, param)),
    outputs: wrt.length,
    calls: cases.map(({ args }) => args),
  };
}
