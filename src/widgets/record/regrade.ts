/** Grades answers that came without a verdict, in the sandbox like any other. */
import type { Attempt, AttemptRecord } from "#learner/attempt.ts";
import type { LearnerStore } from "#learner/store.ts";
import { exerciseIds, graphExerciseIds } from "#course/definitions.ts";
import { loadGraphGrader } from "#widgets/graph-exercise/graph-grader.ts";
import { loadGrading } from "#widgets/grading.ts";

/** Those that can be graded: the course has their exercise. */
export const gradable = (attempts: readonly AttemptRecord[]): AttemptRecord[] =>
  attempts.filter(
    ({ verdict, exercise, language }) =>
      verdict === null && (language === "graph" ? graphExerciseIds : exerciseIds).includes(exercise),
  );

/** Grades one after the other, the earliest first, and stores each verdict at once. Ends early when `signal` says so. */
export async function regrade(
  attempts: readonly AttemptRecord[],
  store: LearnerStore,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const inOrder = [...attempts].sort((a, b) => Date.parse(a.submittedAt) - Date.parse(b.submittedAt));
  for (const [done, { exercise, language, code, submittedAt }] of inOrder.entries()) {
    onProgress(done);
    let grade: Attempt["grade"];
    if (language === "graph") {
      const { marks: _, ...graded } = (await loadGraphGrader(exercise)).grade(code);
      grade = graded;
    } else {
      grade = await (await loadGrading(exercise))({ language, code }, signal);
    }
    if (signal.aborted) return;
    await store.grade({ exercise, language, code, submittedAt, grade });
  }
  onProgress(inOrder.length);
}
