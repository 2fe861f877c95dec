/** People's answers, graded by what was recorded of them. */
import { peoplesAnswers, type PeoplesAnswer } from "#course/people.ts";
import { loadExercise, loadGraphExercise } from "#course/files.ts";
import { isGraphExercise } from "#exercise/index.ts";
import { gradeGraphAnswer } from "#grader/graph/index.ts";
import { casesFor, gradeOn, type Grade } from "#grader/index.ts";
import type { Language } from "#reading/language.ts";
import type { Runtime } from "#runtime/runtime.ts";
import { keyOf, readRecording, repairIn, resultOf } from "./recording.ts";

export interface GradedAnswer {
  exercise: string;
  answer: PeoplesAnswer;
  grade: Grade;
}

/**
 * Grades what people answer to an exercise, by its lines or, without `steps`, as a whole. Throws where an answer isn't recorded.
 */
export async function gradePeople(id: string, { steps = true } = {}): Promise<GradedAnswer[]> {
  const answers = await peoplesAnswers(id);
  if (isGraphExercise(id)) {
    const exercise = await loadGraphExercise(id);
    return answers.map((answer) => ({
      exercise: id,
      answer,
      grade: gradeGraphAnswer(exercise, answer.code),
    }));
  }
  const exercise = await loadExercise(id);
  const cases = casesFor(exercise);
  const recording = await readRecording(id);
  return Promise.all(
    answers.map(async (answer) => {
      const outcome = recording.answers[keyOf(answer)];
      if (!outcome) throw new Error(`${id}: “${answer.note}” is not recorded. Run npm run record-people.`);
      const submission = { language: answer.language as Language, code: answer.code };
      const replay: Pick<Runtime, "callFunction"> = {
        callFunction: ({ calls }) =>
          Promise.resolve(calls.length > 0 ? resultOf(recording, outcome) : notRecorded),
      };
      const repair = () => Promise.resolve(repairIn(outcome));
      const grade = await gradeOn(exercise, submission, replay, cases, () => [], { steps, repair });
      return { exercise: id, answer, grade };
    }),
  );
}

/** Where nothing explains an answer, it would be run on simpler cases, to show one. */
const notRecorded = {
  ok: false,
  stdout: "",
  error: { kind: "stopped", type: "Stopped", message: "", line: null },
} as const;
