import process from "node:process";
import { readArguments } from "#cli/arguments.ts";
import { problemsOf, type ExerciseCheckContext } from "#cli/check-exercise.ts";
import { problemsOfPage, type PageCheckContext } from "#cli/check-page.ts";
import { exerciseUses } from "#cli/check-page/exercise-uses.ts";
import { PageCache } from "#cli/check-page/page-cache.ts";
import type { Command } from "#cli/command.ts";
import { choose } from "#cli/unknown-names.ts";
import { allIds, courseRoot, loadExercise } from "#course/files.ts";
import { lessonSlugs, otherPages } from "#cli/pages.ts";
import { report } from "#cli/proof-report.ts";
import { UsageError } from "#cli/usage.ts";
import { isGraphExercise } from "#exercise/index.ts";
import { MachineBusy, separability } from "#grader/index.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";
import { lessons } from "../../content/curriculum.ts";

/**
 * `handgrad check`: checks lessons, the other pages and exercise definitions. The exit code is 1 if one of them has a fault.
 * For sound exercises named one by one it also lists the mistakes that lead to the same answer, of which a learner is told
 * together. Throws a UsageError for --write without --report or with names, and on running for a name that there isn't.
 */
export const check: Command = (args) => {
  const { flags, operands } = readArguments("check", args, ["report", "write"]);
  if (flags.write && (!flags.report || operands.length > 0)) {
    throw new UsageError("--write goes with --report, for all exercises at once.");
  }
  return async () => {
    const exercises = await allIds();
    if (flags.report) {
      return report(
        choose(operands, exercises).filter((id) => !isGraphExercise(id)),
        { write: flags.write },
      );
    }
    const pageCache = new PageCache(courseRoot);
    const slugs = await lessonSlugs(pageCache);
    const others = await otherPages(pageCache);
    const chosen = choose(operands, [...slugs, ...others, ...exercises]);
    const among = (names: readonly string[]) => chosen.filter((name) => names.includes(name));
    const runtime = createNodeRuntime();
    try {
      const uses = await exerciseUses(pageCache);
      const context = { pageCache, lessons, uses, runtime };
      const faulty =
        (await checkPages("lessons", among(slugs), context)) +
        (await checkPages("other pages", among(others), context)) +
        (await checkExercises(among(exercises), context, operands.length > 0));
      return faulty > 0 ? 1 : 0;
    } finally {
      runtime.close();
    }
  };
};

const tell = (name: string, problems: readonly string[]): void => {
  const sign = problems.length > 0 ? "✗" : "✓";
  process.stdout.write(`${sign} ${name}\n${problems.map((problem) => `    ${problem}\n`).join("")}`);
};

/**
 * What is wrong with something, or null if the computer had too little time to find out, which is then said. Throws whatever
 * else `find` does.
 */
export async function unlessBusy(name: string, find: () => Promise<string[]>): Promise<string[] | null> {
  try {
    return await find();
  } catch (error) {
    if (!(error instanceof MachineBusy)) throw error;
    process.stdout.write(`? ${name}\n    It could not be checked: ${error.message}. Check it again.\n`);
    return null;
  }
}

/** How many of them have a fault, or could not be checked. */
async function checkPages(
  kind: "lessons" | "other pages",
  names: readonly string[],
  context: PageCheckContext,
): Promise<number> {
  if (names.length === 0) return 0;
  let sound = 0;
  for (const name of names) {
    const problems = await unlessBusy(name, () =>
      problemsOfPage(name, context, { lesson: kind === "lessons" }),
    );
    if (!problems) continue;
    tell(name, problems);
    if (problems.length === 0) sound++;
  }
  process.stdout.write(`${sound} of ${names.length} ${kind} are sound.\n`);
  return names.length - sound;
}

/** The same of exercises. With `named`, more is said about the sound ones. */
async function checkExercises(
  ids: readonly string[],
  context: ExerciseCheckContext,
  named: boolean,
): Promise<number> {
  if (ids.length === 0) return 0;
  let sound = 0;
  for (const id of ids) {
    const problems = await unlessBusy(id, () => problemsOf(id, context));
    if (!problems) continue;
    tell(id, problems);
    if (problems.length > 0) continue;
    sound++;
    if (!named || isGraphExercise(id)) continue;
    for (const group of separability(await loadExercise(id)).coincidences) {
      const labels = group.map(({ kind, where }) => (where === null ? kind : `${kind} at ${where}`));
      process.stdout.write(`    same answer: ${labels.join("; ")}\n`);
    }
  }
  process.stdout.write(`${sound} of ${ids.length} exercises are sound.\n`);
  return ids.length - sound;
}
