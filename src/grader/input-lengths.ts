import { nameIn } from "#exercise/index.ts";
import type { ForwardRun } from "#grader/forward-run.ts";
import type { Language } from "#reading/language.ts";

/** A length that may differ from case to case. */
export interface InputLength {
  /** `the number of rows of X`, the name in backquotes. */
  text: string;
  of: (run: ForwardRun) => number;
}

/** The lengths of an input's axes, as many as it has in this run. */
export function axisLengths(name: string, { inputs }: ForwardRun, language: Language): InputLength[] {
  const dims = inputs[name]!.dim;
  return Array.from({ length: dims }, (_, axis) => {
    const items = dims === 1 ? "entries" : (["rows", "columns"][axis] ?? `entries along axis ${axis}`);
    return {
      text: `the number of ${items} of \`${nameIn(language, name)}\``,
      of: (run) => run.inputs[name]!.shape[axis]!,
    };
  });
}
