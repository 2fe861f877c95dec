import { unknownExercise } from "#cli/unknown-names.ts";
import { graderFor } from "#cli/grade/exercise-graders.ts";
import { fingerprintsOf } from "#cli/grade/fingerprint.ts";
import { resultOf, type AnswerResult } from "#cli/grade/result-row.ts";
import type { KnownVerdicts } from "#cli/grade/known-verdicts.ts";
import { courseSeed, MachineBusy } from "#grader/index.ts";
import type { Answer } from "#learner/answers.ts";
import type { Runtime } from "#runtime/runtime.ts";

/** A verdict, and the fingerprint by which it can be known again; null if it is not one to keep, as where grading broke down. */
export interface PooledResult {
  result: AnswerResult;
  fingerprint: string | null;
}

/** What to say of an answer that has no verdict. Nothing of it is kept, so that it is graded again. */
const ungraded = (error: unknown): PooledResult => {
  const message =
    error instanceof MachineBusy
      ? `It could not be graded: ${error.message}. Grade it again when the computer has less to do.`
      : `Grading this answer broke down (${error instanceof Error ? error.message : String(error)}). That is no fault of the answer: grade it again, and report it if that happens again.`;
  return { result: { verdict: "invalid", diagnosis: null, message }, fingerprint: null };
};

export interface GradingOptions {
  /** Whether what is found of an answer's lines is told. */
  steps: boolean;
  /** Of the fresh cases. */
  seed: number;
}

/** Grades answers to any exercise, as many at once as it has runtimes: each is a lane. */
export class GradingPool {
  readonly #exercises: ReadonlySet<string>;
  readonly #known: KnownVerdicts;
  readonly #runtimes: readonly Runtime[];
  readonly #stop: AbortSignal;
  readonly #options: GradingOptions;
  readonly #graders = new Map<string, ReturnType<typeof graderWithFingerprints>>();

  /** @param options without steps, and with the course's own fresh cases, if nothing else is said */
  constructor(
    exercises: ReadonlySet<string>,
    known: KnownVerdicts,
    runtimes: readonly Runtime[],
    stop: AbortSignal,
    options: Partial<GradingOptions> = {},
  ) {
    this.#exercises = exercises;
    this.#known = known;
    this.#runtimes = runtimes;
    this.#stop = stop;
    this.#options = { steps: false, seed: courseSeed, ...options };
  }

  /** The verdict on an answer, or null if the run is stopped meanwhile. What goes wrong with one answer is told of that one. */
  async verdictOn(answer: Answer, lane: number): Promise<PooledResult | null> {
    const { exercise } = answer;
    if (!this.#exercises.has(exercise)) {
      const message = unknownExercise(exercise, [...this.#exercises]);
      return { result: { verdict: "invalid", diagnosis: null, message }, fingerprint: null };
    }
    try {
      return await this.#grade(answer, lane);
    } catch (error) {
      return this.#stop.aborted ? null : ungraded(error);
    }
  }

  async #grade(answer: Answer, lane: number): Promise<PooledResult | null> {
    const { exercise } = answer;
    const grader = this.#graders.get(exercise) ?? graderWithFingerprints(exercise, this.#options.seed);
    this.#graders.set(exercise, grader);
    const { gradeAnswer, fingerprintOf } = await grader;
    const fingerprint = fingerprintOf(answer);
    const result = await this.#known.get(fingerprint, async () => {
      const grade = await gradeAnswer(answer, this.#runtimes[lane]!, this.#stop);
      return this.#stop.aborted ? null : resultOf(grade, this.#options.steps);
    });
    return result && { result, fingerprint };
  }

  close(): void {
    for (const runtime of this.#runtimes) runtime.close();
  }
}

/** What it takes to grade the answers to one exercise. */
async function graderWithFingerprints(exercise: string, seed: number) {
  return {
    gradeAnswer: await graderFor(exercise, seed),
    fingerprintOf: await fingerprintsOf(exercise, seed),
  };
}
