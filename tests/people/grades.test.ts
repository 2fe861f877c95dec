/** What the grader makes of people's answers: no wrong verdict, and as many of their mistakes named as ever. */
import { expect, test } from "vitest";
import { outcomeOf, peopleFigures, peoplesLimits } from "#cli/people-figures.ts";
import { answeredIds } from "#course/people.ts";
import { gradePeople } from "./graded.ts";
import { missed } from "./open.ts";

const graded = (await Promise.all((await answeredIds()).map((id) => gradePeople(id)))).flat();
const settled = graded.filter(({ answer }) => answer.contested === undefined);

test("every verdict is right, but for those that are known not to be", () => {
  const wrong = settled.filter((each) => outcomeOf(each) === "missed");
  expect(wrong.map(({ exercise, answer }) => [exercise, answer.note]).sort()).toEqual([...missed].sort());
  expect(missed.length).toBeLessThanOrEqual(peoplesLimits.mostMissed);
});

test("no right answer is given a name of a mistake", () => {
  const blamed = graded.filter(({ grade }) => grade.verdict === "correct" && grade.diagnosis !== null);
  expect(blamed).toEqual([]);
});

test("no fewer of people's mistakes are named than ever before", () => {
  const { wrong, named } = peopleFigures(graded);
  expect(named / wrong).toBeGreaterThanOrEqual(peoplesLimits.leastNamed);
});
