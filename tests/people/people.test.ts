/** The bank itself: that it can be read, is recorded, and is as broad as it claims to be. */
import { afterAll, describe, expect, test } from "vitest";
import { allIds, exerciseIds, loadExercise } from "#course/files.ts";
import { answeredIds, parsePeople, peoplesAnswers } from "#course/people.ts";
import { casesFor } from "#grader/index.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";
import { runAnswer } from "./record.ts";
import { hashOfCases, keyOf, outcomeIn, readRecording, resultOf, valueAt, ValuePool } from "./recording.ts";
import type { CallResult, Value } from "#runtime/runtime.ts";

const ids = await exerciseIds();

test("people's answers are kept of every exercise", async () => {
  expect(await answeredIds()).toEqual(await allIds());
});

describe("the bank is as broad as it claims to be:", async () => {
  const all = (await Promise.all(ids.map(peoplesAnswers))).flat();
  const wrong = all.filter(({ verdict }) => verdict === "incorrect");
  /** Lines that give something a name. */
  const steps = (code: string) => code.match(/^\s*(?:const |let )?[\w, [\]]+ [-+*]?= /gm)?.length ?? 0;
  const share = <Item>(list: readonly Item[], holds: (item: Item) => boolean) =>
    list.filter(holds).length / list.length;

  test("wrong and right answers of every exercise, in both languages", () => {
    expect(wrong.length).toBeGreaterThanOrEqual(360);
    expect(all.filter(({ verdict }) => verdict === "correct").length).toBeGreaterThanOrEqual(200);
    expect(share(all, ({ language }) => language === "javascript")).toBeGreaterThan(0.3);
  });

  test("many of the wrong ones are derivations of several lines, of which one is to blame", () => {
    const long = wrong.filter(({ line, code }) => line !== undefined && steps(code) >= 3);
    expect(long.length).toBeGreaterThanOrEqual(140);
  });
});

test.each(ids)("%s: what is recorded belongs to its answers and its cases", async (id) => {
  const { cases, answers } = await readRecording(id);
  const current = (await peoplesAnswers(id)).map(keyOf);
  expect(new Set(current).size, "two answers are the same").toBe(current.length);
  expect({ cases, answers: Object.keys(answers).sort() }, "Run npm run record-people.").toEqual({
    cases: hashOfCases(casesFor(await loadExercise(id))),
    answers: current.sort(),
  });
});

describe("what is recorded is what comes back", () => {
  const runtime = createNodeRuntime({ warm: false });
  afterAll(() => runtime.close());

  test.each([
    ["scalar/sigmoid", 0],
    ["recursive/rnn", 0],
    ["vector/softmax-cross-entropy", 0],
    ["batch-norm/layer", 1],
  ])("%s, answer %i of either language", async (id, place) => {
    const exercise = await loadExercise(id);
    const cases = casesFor(exercise);
    const recording = await readRecording(id);
    const answers = await peoplesAnswers(id);
    for (const language of ["python", "javascript"]) {
      const answer = answers.filter((each) => each.language === language)[place]!;
      const result = await runAnswer(exercise, answer, cases, runtime);
      expect(result).toMatchObject(resultOf(recording, recording.answers[keyOf(answer)]!));
    }
  });
});

test("a pool keeps every value there is, and each once", () => {
  const number = (value: number): Value => ({ kind: "number", value, integer: false });
  const values: Value[] = [
    ...[1.5, 0.1 + 0.2, -0, NaN, Infinity, -Infinity, 5e-324].map(number),
    { kind: "number", value: 3, integer: true },
    { kind: "number", value: 1, integer: true, type: "bool" },
    { kind: "array", shape: [2, 1], data: [NaN, -0] },
    { kind: "array", shape: [2], data: [1, 2], type: "list" },
    { kind: "tuple", items: [number(1.5), { kind: "tuple", items: [] }] },
    { kind: "other", type: "NoneType", text: "None" },
  ];
  const pool = new ValuePool();
  const places = values.map((value) => pool.add(value));
  const kept = JSON.parse(JSON.stringify(pool.values)) as unknown[];
  expect(places.map((place) => valueAt(kept, place))).toEqual(values);
  expect(values.map((value) => pool.add(value))).toEqual(places);
});

test("what a run came to is kept with what its lines came to", () => {
  const dz: Value = { kind: "array", shape: [2], data: [1, NaN] };
  const result: CallResult = {
    ok: true,
    stdout: "",
    results: [dz],
    records: [
      [
        { line: 3, name: "dz", value: dz },
        { line: 4, name: null, place: 1, value: dz },
      ],
    ],
  };
  const pool = new ValuePool();
  const outcome = outcomeIn(pool, result);
  expect(pool.values).toHaveLength(1);
  expect(resultOf({ values: JSON.parse(JSON.stringify(pool.values)) as unknown[] }, outcome)).toEqual(result);
});

describe("a file of answers that can't be read is told with what is wrong:", () => {
  const file = (lines: string) => `- language: python\n  verdict: incorrect\n${lines}`;
  const rest = "  note: n\n  source: s\n  code: |\n    a = 1\n    return a\n";
  test.each([
    [file(`  kinds: [sign]\n  line: 2\n${rest}`), null],
    [file(rest), /answer 1: “kinds” is missing/],
    [file(`  kinds: [none]\n${rest}`), /answer 1: “none” names no mistake/],
    [file(`  kinds: [sing]\n${rest}`), /answer 1: “kinds.0” has to be one of sign, /],
    [file(`  kinds: [sign]\n  line: 3\n${rest}`), /answer 1: “line” is beyond/],
    [file(`  kinds: [sign]\n  lines: 1\n${rest}`), /answer 1: “lines” is unknown/],
    [file(`  kinds: [sign]\n  note: n\n  code: "1"\n`), /answer 1: “source” is missing/],
    ["note: n\n", /has to be a list/],
  ])("%#", (text, problem) => {
    const read = () => parsePeople(text, "x.people.yaml");
    if (problem === null) expect(read()).toHaveLength(1);
    else expect(read).toThrow(problem);
  });
});
