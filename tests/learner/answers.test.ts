import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAnswers } from "#learner/answers.ts";

const answer = {
  exercise: "scalar/square",
  language: "python",
  code: "def d_x_square(x):\n    return 2*x\n",
  submittedAt: "2026-11-23T08:00:00Z",
};

const file = (changes: object) =>
  JSON.stringify({ format: "handgrad-answers", version: 1, learner: "Ada", answers: [answer], ...changes });

describe("parseAnswers", () => {
  it("reads an export", () => {
    expect(parseAnswers(file({}))).toEqual({ learner: "Ada", answers: [answer], problems: [] });
  });

  it("reads what editors make of it: a byte order mark, an offset in the time, fields of their own", () => {
    const written = { ...answer, submittedAt: "2026-11-23T09:00:00.250+01:00" };
    const text = `\uFEFF${file({ answers: [{ ...written, note: "late" }], course: "B" })}`;
    expect(parseAnswers(text)).toEqual({ learner: "Ada", answers: [written], problems: [] });
  });

  it.each([
    ["nothing", "", /empty/],
    ["only blanks", " \n", /empty/],
    ["text", "def d_x_square(x):", /not JSON/],
    ["half a file", file({}).slice(0, -5), /not JSON/],
    ["a list", "[]", /"format": "handgrad-answers"/],
    ["null", "null", /"format": "handgrad-answers"/],
    ["another format", file({ format: "jupyter" }), /"format": "handgrad-answers"/],
    ["a later version", file({ version: 2 }), /version 2 .* reads version 1/],
    ["a version in words", file({ version: "1" }), /no version that is a number/],
    ["no version", file({ version: undefined }), /no version that is a number/],
    ["no list of answers", file({ answers: { 0: answer } }), /"answers" must be a list/],
  ])("refuses %s with the reason", (_, text, reason) => {
    const { answers, problems } = parseAnswers(text);
    expect(answers).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(reason);
  });

  it.each([
    [
      "another language",
      { ...answer, language: "ruby" },
      /answers\[1\].*language must be “python” or “javascript”, for a graph exercise “graph”/,
    ],
    ["a time that is none", { ...answer, submittedAt: "yesterday" }, /answers\[1\].*submittedAt must be/],
    ["code that is no text", { ...answer, code: ["return 2*x"] }, /answers\[1\].*code must be a string/],
    ["no exercise", { ...answer, exercise: undefined }, /answers\[1\].*exercise must be/],
    ["an empty exercise", { ...answer, exercise: "" }, /answers\[1\].*exercise must not be empty/],
    ["a bare string", "scalar/square", /answers\[1\] must be an object/],
    ["null", null, /answers\[1\] must be an object/],
  ])("leaves out an answer with %s and keeps its neighbours", (_, malformed, reason) => {
    const { answers, problems } = parseAnswers(file({ answers: [answer, malformed, answer] }));
    expect(answers).toEqual([answer, answer]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(reason);
  });

  it("keeps the answers of someone without a name", () => {
    const { learner, answers, problems } = parseAnswers(file({ learner: 7 }));
    expect({ learner, answers }).toEqual({ learner: "", answers: [answer] });
    expect(problems[0]).toMatch(/"learner" must be a string/);
  });

  const answers = fc.array(
    fc.record({
      exercise: fc.string({ minLength: 1 }),
      language: fc.constantFrom("python", "javascript", "graph"),
      code: fc.string({ unit: "binary" }),
      submittedAt: fc
        .date({ noInvalidDate: true, min: new Date(0), max: new Date("9999-12-31") })
        .map((date) => date.toISOString()),
    }),
  );

  it("gives back any answers unchanged and in order", () => {
    fc.assert(
      fc.property(fc.string(), answers, (learner, given) => {
        expect(parseAnswers(file({ learner, answers: given }))).toEqual({
          learner,
          answers: given,
          problems: [],
        });
      }),
    );
  });

  it("accounts for every entry, whatever it is: kept, or named as a problem", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(answer), fc.jsonValue())), (entries) => {
        const { answers: kept, problems } = parseAnswers(file({ answers: entries }));
        expect(kept.length + problems.length).toBe(entries.length);
      }),
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseAnswers(text).answers).toEqual([]);
      }),
    );
  });
});
