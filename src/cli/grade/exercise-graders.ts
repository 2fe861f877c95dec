import { loadExercise, loadGraphExercise } from "#course/files.ts";
import { isGraphExercise } from "#exercise/index.ts";
import { gradeGraphAnswer } from "#grader/graph/index.ts";
import type { BriefGrade } from "#cli/grade/result-row.ts";
import { regradeSubmission } from "#grader/index.ts";
import type { Answer } from "#learner/answers.ts";
import type { Runtime } from "#runtime/runtime.ts";

type GradeAnswer = (answer: Answer, runtime: Runtime, signal: AbortSignal) => Promise<BriefGrade>;

const invalid = (message: string) => ({ verdict: "invalid" as const, diagnosis: null, message });

/**
 * The grader of one exercise's answers: the one that the page uses, and then fresh cases of this seed for what is right there. The
 * exercise must exist.
 */
export async function graderFor(id: string, seed: number): Promise<GradeAnswer> {
  if (isGraphExercise(id)) {
    const exercise = await loadGraphExercise(id);
    return ({ language, code }) =>
      Promise.resolve(
        language === "graph"
          ? gradeGraphAnswer(exercise, code)
          : invalid(
              `This exercise is answered on the graph, so the answer's language is “graph”, not “${language}”.`,
            ),
      );
  }
  const exercise = await loadExercise(id);
  return ({ language, code }, runtime, signal) =>
    language === "graph"
      ? Promise.resolve(invalid("This exercise is answered in “python” or “javascript”, not on the graph."))
      : regradeSubmission(exercise, { language, code }, runtime, seed, { signal });
}
