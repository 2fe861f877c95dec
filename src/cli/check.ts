import process from "node:process";
import { readArguments } from "#cli/arguments.ts";
import { findUses, problemsOf, type Course } from "#cli/check-exercise.ts";
import { checkLesson, type LessonCourse } from "#cli/check-lesson.ts";
import type { Command } from "#cli/command.ts";
import { allIds, choose, courseRoot, loadExercise } from "#cli/exercises.ts";
import { lessonSlugs, readLesson } from "#cli/lessons.ts";
import { report } from "#cli/report.ts";
import { UsageError } from "#cli/usage.ts";
import { isGraphExercise } from "#exercise/index.ts";
import { MachineBusy, separability } from "#grader/index.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";
import { lessons } from "../../content/curriculum.ts";

/**
 * `handgrad check`: checks lessons and exercise definitions. The exit code is 1 if one of them has a fault. For sound exercises named
 * one by one it also lists the mistakes that lead to the same answer, of which a learner is told together.
 */
export const check: Command = (args) => {
  const { flags, operands } = readArguments("check", args, ["report", "write"]);
  if (flags.write && (!flags.report || operands.length > 0)) {
    throw new UsageError("--write goes with --report, for all exercises at once.");
  }
  return async () => {
    const exercises = await allIds();
    const slugs = await lessonSlugs();
    const chosen = choose(operands, flags.report ? exercises : [...slugs, ...exercises]);
    if (flags.report) {
      return proveGrader(
        chosen.filter((id) => !isGraphExercise(id)),
        flags.write,
      );
    }
    const course = { lessons, exercises, read: readLesson(courseRoot) };
    const faulty =
      (await checkLessons(
        chosen.filter((id) => slugs.includes(id)),
        course,
      )) +
      (await checkExercises(
        chosen.filter((id) => exercises.includes(id)),
        operands.length > 0,
      ));
    return faulty > 0 ? 1 : 0;
  };
};

const tell = (name: string, problems: readonly string[]): void => {
  const sign = problems.length > 0 ? "✗" : "✓";
  process.stdout.write(`${sign} ${name}\n${problems.map((problem) => `    ${problem}\n`).join("")}`);
};

/** How many of them have a fault. */
async function checkLessons(slugs: readonly string[], course: LessonCourse): Promise<number> {
  if (slugs.length === 0) return 0;
  let faulty = 0;
  for (const slug of slugs) {
    const problems = await checkLesson(slug, course);
    if (problems.length > 0) faulty++;
    tell(slug, problems);
  }
  process.stdout.write(`${slugs.length - faulty} of ${slugs.length} lessons are sound.\n`);
  return faulty;
}

/** What is wrong with an exercise, or null if the computer had too little time to find out. */
async function judged(id: string, course: Course): Promise<string[] | null> {
  try {
    return await problemsOf(id, course);
  } catch (error) {
    if (!(error instanceof MachineBusy)) throw error;
    process.stdout.write(`? ${id}\n    It could not be checked: ${error.message}. Check it again.\n`);
    return null;
  }
}

/** How many of them have a fault, or could not be checked. With `named`, more is said about the sound ones. */
async function checkExercises(ids: readonly string[], named: boolean): Promise<number> {
  if (ids.length === 0) return 0;
  const course: Course = { runtime: createNodeRuntime(), uses: await findUses() };
  let sound = 0;
  try {
    for (const id of ids) {
      const problems = await judged(id, course);
      if (!problems) continue;
      tell(id, problems);
      if (problems.length > 0) continue;
      sound++;
      if (!named || isGraphExercise(id)) continue;
      for (const group of separability(await loadExercise(id)).coincidences) {
        const told = group.map(({ kind, where }) => (where === null ? kind : `${kind} at ${where}`));
        process.stdout.write(`    same answer: ${told.join("; ")}\n`);
      }
    }
  } finally {
    course.runtime.close();
  }
  process.stdout.write(`${sound} of ${ids.length} exercises are sound.\n`);
  return ids.length - sound;
}

/** `--report`: the grader itself is put to the proof. */
async function proveGrader(ids: readonly string[], write: boolean): Promise<number> {
  const runtime = createNodeRuntime();
  try {
    return await report(ids, runtime, { write });
  } finally {
    runtime.close();
  }
}
