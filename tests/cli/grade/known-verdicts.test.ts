import { expect, test } from "vitest";
import type { AnswerResult } from "#cli/grade/result-row.ts";
import { KnownVerdicts } from "#cli/grade/known-verdicts.ts";

const correct: AnswerResult = { verdict: "correct", diagnosis: null, message: "Right." };

test("equal answers are graded once, those that come while the first is at work too", async () => {
  const known = new KnownVerdicts();
  const work = Promise.withResolvers<AnswerResult>();
  let times = 0;
  const find = () => {
    times++;
    return work.promise;
  };
  const asked = [known.get("a", find), known.get("a", find)];
  work.resolve(correct);
  expect(await Promise.all([...asked, known.get("a", find)])).toEqual([correct, correct, correct]);
  await known.get("b", find);
  expect(times).toBe(2);
});

test("a verdict that did not come is asked for again", async () => {
  const known = new KnownVerdicts();
  expect(await known.get("a", () => Promise.resolve(null))).toBeNull();
  await expect(known.get("a", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await known.get("a", () => Promise.resolve(correct))).toBe(correct);
});
