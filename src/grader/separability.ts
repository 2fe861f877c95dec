/** Whether an exercise's cases can tell the truth from everything that is not it. */
import type { Exercise } from "#exercise/index.ts";
import { casesFor, otherCases } from "#grader/cases.ts";
import { agreeEverywhere, magnitude, type Numbers } from "#grader/compare.ts";
import { runCase, numbers, trueGradients } from "#grader/forward-run.ts";
import { mistakesAbout, type MistakeWithAnswers } from "#grader/mistakes.ts";

export interface SeparabilityReport {
  /** What a wrong answer could pass by, in words that state the remedy. Empty for a good exercise. */
  problems: readonly string[];
  /** Groups of mistakes that lead to the same answer, so that the learner is told of more than one. */
  coincidences: readonly (readonly MistakeWithAnswers[])[];
}

/** More cases than any coincidence survives. */
const many = 40;

/** Compares the truth, over the cases that are used, with zero, the forward value and every mistake. */
export function separability(exercise: Exercise): SeparabilityReport {
  const used = casesFor(exercise).map((each) => runCase(exercise, each));
  const others = otherCases(exercise, many).map((each) => runCase(exercise, each));
  const all = [...used, ...others];
  const problems: string[] = [];
  const coincidences: MistakeWithAnswers[][] = [];
  for (const wrt of exercise.wrt) {
    const truth = trueGradients(all, wrt);
    const overUsed = <Item>(list: readonly Item[]) => list.slice(0, used.length);
    if (magnitude(overUsed(truth)) === 0) {
      problems.push(`d/d${wrt} is 0 in every case, so that an answer of 0 passes. Choose other inputs.`);
    }
    const forward: Numbers[] = used.map(({ value }) => numbers(value));
    if (agreeEverywhere(overUsed(truth), forward)) {
      problems.push(`d/d${wrt} equals the forward value in every case. Choose other inputs.`);
    }
    const mistakes = mistakesAbout(exercise, all, wrt, "python");
    for (const mistake of mistakes) {
      if (!agreeEverywhere(overUsed(mistake.answers), overUsed(truth))) continue;
      problems.push(
        `For d/d${wrt}, the cases can't tell the truth from an answer that ${mistake.kind} explains (${mistake.where ?? mistake.description}). Add an edge case or widen a range.`,
      );
    }
    coincidences.push(...coinciding(mistakes));
  }
  return { problems, coincidences };
}

function coinciding(mistakes: readonly MistakeWithAnswers[]): MistakeWithAnswers[][] {
  const groups: MistakeWithAnswers[][] = [];
  for (const mistake of mistakes) {
    const group = groups.find(([first]) => agreeEverywhere(first!.answers, mistake.answers));
    if (group) group.push(mistake);
    else groups.push([mistake]);
  }
  return groups.filter((group) => group.length > 1);
}
