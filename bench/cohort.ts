/**
 * Writes the answers of a class that doesn't exist, for timing `handgrad grade`: right and wrong programs, as the proof of the grader
 * makes them, and now and then one that can't be run or never ends.
 *
 *     node bench/cohort.ts FOLDER 10000               10,000 answers; as in a real class many are the same
 *     node bench/cohort.ts FOLDER 10000 --distinct    no two are the same
 *     npm run -s handgrad -- grade --json --jobs 2 FOLDER > /dev/null
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { exerciseIds, loadExercise } from "#course/files.ts";
import { nameIn, starter } from "#exercise/index.ts";
import type { Language } from "#reading/language.ts";
import { casesFor } from "#grader/index.ts";
import { randomFor } from "#grader/cases.ts";
import { manyMutations } from "#grader/proof/mutations.ts";
import { manyRewrites } from "#grader/proof/rewrites.ts";
import { answersFormat, answersVersion, type Answer } from "#learner/answers.ts";

const {
  positionals: [folder, countText],
  values: { distinct },
} = parseArgs({ allowPositionals: true, options: { distinct: { type: "boolean", default: false } } });
const count = Number(countText);
if (folder === undefined || !(count > 0))
  throw new Error("usage: node bench/cohort.ts FOLDER COUNT [--distinct]");

const answersEach = 20;
const random = randomFor("a class");
const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;

/** For every exercise and language: ways to be right, ways to be wrong, and the program to start from. */
const programs = await Promise.all(
  (await exerciseIds()).flatMap((id) =>
    (["python", "javascript"] as const).map(async (language: Language) => {
      const exercise = await loadExercise(id);
      const { args } = casesFor(exercise)[0]!;
      const arrays = new Set(
        exercise.asks.params
          .filter((_, i) => args[i]!.kind === "array")
          .map((param) => nameIn(language, param)),
      );
      const solution = exercise.solution[language];
      return {
        id,
        language,
        right: [solution, solution, ...manyRewrites(solution, language, arrays, 40, random)],
        wrong: manyMutations(solution, language, arrays, 80, random),
        unfinished: starter(exercise, language),
      };
    }),
  ),
);

const endless = { python: "while True:\n    pass\n", javascript: "for (;;);\n" };

function nextAnswer(number: number): Answer {
  const { id, language, right, wrong, unfinished } = oneOf(programs);
  const draw = random();
  const code =
    draw < 0.55 ? oneOf(right) : draw < 0.95 ? oneOf(wrong) : draw < 0.999 ? unfinished : endless[language];
  const mark = distinct ? `\n${language === "python" ? "#" : "//"} ${number}\n` : "";
  return { exercise: id, language, code: code + mark, submittedAt: "2026-11-23T08:00:00Z" };
}

await mkdir(folder, { recursive: true });
for (let first = 0; first < count; first += answersEach) {
  const answers = Array.from({ length: Math.min(answersEach, count - first) }, (_, i) =>
    nextAnswer(first + i),
  );
  const learner = `learner ${first / answersEach + 1}`;
  await writeFile(
    join(folder, `${String(first / answersEach + 1).padStart(6, "0")}.json`),
    JSON.stringify({ format: answersFormat, version: answersVersion, learner, answers }),
  );
}
