import type { ForwardRun } from "#grader/forward-run.ts";
import type { Derivation } from "#grader/steps/derivation.ts";
import type { Meaning } from "#grader/steps/meaning.ts";
import type { StepNames } from "#grader/steps/naming.ts";
import type { Place } from "#grader/steps/places.ts";
import type { RecordedLine } from "#grader/steps/recorded-lines.ts";
import type { Language } from "#reading/language.ts";

/** What is known of an answer's lines. */
export interface Known {
  lines: readonly RecordedLine[];
  /** What each of them is rightly. */
  fitting: ReadonlyMap<RecordedLine, readonly Meaning[]>;
  places: readonly Place[];
  names: StepNames;
  truth: readonly Derivation[];
  runs: readonly ForwardRun[];
  language: Language;
}
