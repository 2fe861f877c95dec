/**
 * Runs people's answers and keeps what they return: `npm run record-people`, after answers or cases have changed. With `-- --all`
 * those are run again that are recorded, as a change of the runtime asks for.
 */
import { availableParallelism } from "node:os";
import { mkdir, writeFile } from "node:fs/promises";
import { exerciseIds, loadExercise } from "#course/files.ts";
import { peoplesAnswers, type PeoplesAnswer } from "#course/people.ts";
import type { Exercise } from "#exercise/index.ts";
import { callFor, casesFor, gradeOn, MachineBusy, type Case, type Repair } from "#grader/index.ts";
import { findRepair } from "#grader/repairs/find-repair.ts";
import type { Language } from "#reading/language.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";
import type { CallResult, Runtime } from "#runtime/runtime.ts";
import {
  hashOfCases,
  keyOf,
  outcomeIn,
  readRecording,
  recordingFile,
  recordingText,
  repairIn,
  resultOf,
  type Outcome,
  ValuePool,
} from "./recording.ts";

/** Runs an answer on these cases. Rejects with `MachineBusy` where the computer has no time for it. */
export async function runAnswer(
  exercise: Exercise,
  { language, code, verdict }: PeoplesAnswer,
  cases: readonly Case[],
  runtime: Runtime,
): Promise<CallResult> {
  const submission = { language: language as Language, code };
  const recorded = verdict === "incorrect"; // the grader asks for the lines of wrong answers
  const result = await runtime.callFunction({ ...callFor(exercise, submission, cases), recorded });
  if (!result.ok && result.error.kind === "busy") throw new MachineBusy();
  return result;
}

/** The slip that is found in a wrong answer that returned this, if any. */
async function repairOf(
  exercise: Exercise,
  { language, code }: PeoplesAnswer,
  cases: readonly Case[],
  result: CallResult,
  runtime: Runtime,
): Promise<Repair | null> {
  let repair: Repair | null = null;
  const submission = { language: language as Language, code };
  const replay: Pick<Runtime, "callFunction"> = { callFunction: () => Promise.resolve(result) };
  await gradeOn(exercise, submission, replay, cases, () => [], {
    repair: async (broken, _, options) => (repair = await findRepair(broken, runtime, options)),
  });
  return repair;
}

/** What the answers come to, in their order; as many run at once as there are processors. */
async function runAll<Item, Result>(
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const work = async () => {
    for (const [i, item] of waiting) results[i] = await run(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

/** Records an exercise. Returns how many answers had to be run. */
async function record(id: string, runtime: Runtime, all: boolean): Promise<number> {
  const exercise = await loadExercise(id);
  const cases = casesFor(exercise);
  const before = await readRecording(id);
  const fresh = !all && before.cases === hashOfCases(cases);
  let ran = 0;
  const answers = await peoplesAnswers(id);
  const results = await runAll(answers, async (answer): Promise<[CallResult, Repair | null]> => {
    const known = fresh ? before.answers[keyOf(answer)] : undefined;
    if (known) return [resultOf(before, known), repairIn(known)];
    ran++;
    const result = await runAnswer(exercise, answer, cases, runtime);
    return [result, result.ok ? await repairOf(exercise, answer, cases, result, runtime) : null];
  });
  const pool = new ValuePool();
  const outcomes = results.map(([result, repair]): Outcome => ({
    ...outcomeIn(pool, result),
    ...(repair && { repair }),
  }));
  const text = recordingText({
    cases: hashOfCases(cases),
    values: pool.values,
    answers: Object.fromEntries(answers.map((answer, i) => [keyOf(answer), outcomes[i]!])),
  });
  await mkdir(new URL(".", recordingFile(id)), { recursive: true });
  await writeFile(recordingFile(id), text);
  return ran;
}

if (import.meta.main) {
  const runtime = createNodeRuntime({ warm: false });
  try {
    for (const id of await exerciseIds()) {
      const ran = await record(id, runtime, process.argv.includes("--all"));
      if (ran > 0) process.stdout.write(`${id}: ${ran} run\n`);
    }
  } finally {
    runtime.close();
  }
}
