import { nameIn, type Exercise } from "#exercise/index.ts";
import type { Case } from "#grader/cases.ts";
import type { Language } from "#reading/language.ts";
import type { CallRequest, Value } from "#runtime/runtime.ts";

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

/** The same, with what the submission's lines come to. */
export const recordedCallFor = (...asked: Parameters<typeof callFor>): CallRequest => ({
  ...callFor(...asked),
  recorded: true,
});

/** What a call returned, as one value per output; what is no tuple counts as the first of several. */
export const outputsOf = ({ wrt }: Pick<Exercise, "wrt">, returned: Value): readonly Value[] =>
  wrt.length > 1 && returned.kind === "tuple" ? returned.items : [returned];
