/** Grades what people answer to an exercise, and says which answers the grader doesn't do justice to. */
import { kindsIn, outcomeOf, type Graded } from "#cli/people-figures.ts";
import type { PeoplesAnswer } from "#course/people.ts";
import type { Exercise } from "#exercise/index.ts";
import { gradeSubmission } from "#grader/index.ts";
import type { Language } from "#reading/language.ts";
import type { Runtime } from "#runtime/runtime.ts";

/** Grades these answers, as the page would. Rejects with `MachineBusy` where they can't be run. */
export async function gradeAnswers(
  exercise: Exercise,
  answers: readonly PeoplesAnswer[],
  runtime: Runtime,
): Promise<Graded[]> {
  const graded: Graded[] = [];
  for (const answer of answers) {
    const submission = { language: answer.language as Language, code: answer.code };
    graded.push({ answer, grade: await gradeSubmission(exercise, submission, runtime) });
  }
  return graded;
}

/** What is to be said of an answer in the report, or null if the grader says what its label does. */
export function peopleText({ answer, grade }: Graded): string | null {
  const whose = `of people's, ${answer.language}, “${answer.note}”`;
  if (answer.contested !== undefined) return null;
  switch (outcomeOf({ answer, grade })) {
    case "missed":
      return `${whose}: labelled ${answer.verdict}, graded ${grade.verdict}:\n${answer.code}`;
    case "misnamed":
      return `${whose}: labelled ${answer.kinds.join(" or ")}, is called ${kindsIn(grade).join(", ")}`;
    case "unexplained":
      return `not explained ${whose}`;
    default:
      return null;
  }
}
