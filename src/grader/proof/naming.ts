/** Whether each mistake that the engine can make is taken for wrong, and called by its name. */
import type { Exercise } from "#exercise/index.ts";
import { casesFor, otherCases } from "#grader/cases.ts";
import { agreeEverywhere, rounding } from "#grader/compare.ts";
import { diagnose } from "#grader/diagnose.ts";
import { runCase, trueGradients } from "#grader/forward-run.ts";
import { isRight } from "#grader/judge.ts";
import { mistakesAbout } from "#grader/mistakes.ts";
import type { DiagnosisKind } from "#grader/verdict.ts";

export interface Naming {
  tried: number;
  /** Those that pass as the truth, in words. */
  accepted: readonly string[];
  named: number;
  /** Those that are not named, or by a name that holds in the graded cases only, in words. */
  unnamed: readonly string[];
}

/** Cases beyond the graded ones in which a name must hold. */
const further = 60;

const namesNothing: readonly DiagnosisKind[] = ["none", "wrong-shape", "finite-difference"];

/**
 * Grades the answers that every single mistake leads to. A mistake counts as named if the diagnosis holds over many more cases: then
 * it names that mistake, or another that leads to the same numbers everywhere.
 */
export function nameMistakes(exercise: Exercise): Naming {
  const cases = casesFor(exercise);
  const all = [...cases, ...otherCases(exercise, further)];
  const runs = all.map((each) => runCase(exercise, each));
  const used = <Item>(items: readonly Item[]) => items.slice(0, cases.length);
  const language = "python";
  const accepted: string[] = [];
  const unnamed: string[] = [];
  let tried = 0;
  for (const wrt of exercise.wrt) {
    const truth = trueGradients(runs, wrt);
    const mistakes = mistakesAbout(exercise, runs, wrt, language);
    for (const { answers, kind, where, description } of mistakes) {
      // What is infinite or not a number can't be graded at all.
      if (answers.some(({ data }) => data.some((value) => !Number.isFinite(value)))) continue;
      tried++;
      const text = `d/d${wrt}, ${kind}: you ${description}${where === null ? "" : ` (${where})`}`;
      const graded = { wrt, answers: used(answers), truth: used(truth) };
      if (isRight(graded)) {
        accepted.push(text);
        continue;
      }
      const diagnosis = diagnose(graded, { exercise, language, cases, runs: used(runs) });
      const holds =
        mistakes.some(
          (other) =>
            other.kind === diagnosis.kind &&
            other.where === diagnosis.where &&
            agreeEverywhere(other.answers, answers, rounding),
        ) ||
        diagnose({ wrt, answers, truth }, { exercise, language, cases: all, runs }).kind === diagnosis.kind;
      if (!holds || namesNothing.includes(diagnosis.kind))
        unnamed.push(`${text}, is called ${diagnosis.kind}`);
    }
  }
  return { tried, accepted, named: tried - accepted.length - unnamed.length, unnamed };
}
