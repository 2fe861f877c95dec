/** Lines that count: how many rows or entries there are. */
import { axisLengths, type InputLength } from "#grader/input-lengths.ts";
import type { ForwardRun } from "#grader/forward-run.ts";
import type { RecordedLine } from "#grader/steps/recorded-lines.ts";
import type { Language } from "#reading/language.ts";

/** All that can be counted of the inputs. */
export const countsOf = (runs: readonly ForwardRun[], language: Language): InputLength[] =>
  Object.keys(runs[0]!.inputs).flatMap((name) => axisLengths(name, runs[0]!, language));

/** What a line counts, wherever it is reached; null if it is no count. */
export function countIn(
  { passes }: RecordedLine,
  runs: readonly ForwardRun[],
  language: Language,
): InputLength | null {
  const found = countsOf(runs, language).find(({ of }) =>
    passes.every((each, i) =>
      each.every(({ shape, data }) => shape.length === 0 && data[0] === of(runs[i]!)),
    ),
  );
  return found ?? null;
}
