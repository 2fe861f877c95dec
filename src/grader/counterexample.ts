/** Of all inputs that an answer was tried on and got wrong, the one that is easiest to work out by hand. */
import { indicesOf } from "#autodiff/shape.ts";
import type { Exercise } from "#exercise/index.ts";
import type { Language } from "#reading/language.ts";
import { effort, type Case } from "#grader/cases.ts";
import { agree, leeway, type Numbers } from "#grader/compare.ts";
import { inputsText } from "#grader/inputs-text.ts";

/** An answer and the truth for one case, by what was differentiated by. */
export interface Trial {
  each: Case;
  answers: Readonly<Record<string, Numbers>>;
  truth: Readonly<Record<string, Numbers>>;
}

/** What is told of a failure: never the right value. */
export interface Counterexample {
  /** The inputs as text. */
  at: string;
  /** The entry that is wrong, such as `[0][1]`, or null for a single number. */
  entry: string | null;
  /** `too large`, `too small` or `of the wrong sign`. */
  direction: string;
}

function directionOf(yours: number, right: number): string {
  if (yours * right < 0) return "of the wrong sign";
  return yours > right ? "too large" : "too small";
}

/** The simplest input that fails, and how. The answer must be wrong in one of the cases. */
export function simplestCounterexample(
  { wrt, answers, truth }: { wrt: string; answers: readonly Numbers[]; truth: readonly Numbers[] },
  context: {
    exercise: Exercise;
    language: Language;
    cases: readonly Case[];
    further?: readonly Trial[] | undefined;
  },
): Counterexample {
  const { exercise, language, cases, further = [] } = context;
  const trials = [
    ...cases.map((each, i) => ({ each, answer: answers[i]!, right: truth[i]! })),
    ...further.map(({ each, ...by }) => ({ each, answer: by.answers[wrt]!, right: by.truth[wrt]! })),
  ];
  const distance = leeway(truth);
  const [simplest] = trials
    .filter(({ answer, right }) => !agree(answer, right, distance))
    .sort((a, b) => effort(a.each) - effort(b.each));
  const { each, answer, right } = simplest!;
  const wrong = right.data.findIndex((value, i) => Math.abs(answer.data[i]! - value) > distance);
  return {
    at: inputsText(exercise, each, language),
    entry:
      indicesOf(right.shape, wrong)
        .map((index) => `[${index}]`)
        .join("") || null,
    direction: directionOf(answer.data[wrong]!, right.data[wrong]!),
  };
}
