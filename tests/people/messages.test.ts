/** What may never be said of an answer, held against everything that people answer. */
import { describe, expect, test } from "vitest";
import { answeredIds } from "#course/people.ts";
import { loadExercise } from "#course/files.ts";
import { isGraphExercise, nameIn, type Exercise } from "#exercise/index.ts";
import { casesFor } from "#grader/cases.ts";
import {
  agreeEverywhere,
  commonRatio,
  magnitude,
  numbersIn,
  rounding,
  type Numbers,
} from "#grader/compare.ts";
import { faultyGradient, runCase } from "#grader/forward-run.ts";
import type { Diagnosis } from "#grader/index.ts";
import type { Language } from "#reading/language.ts";
import { gradePeople, type GradedAnswer } from "./graded.ts";
import { readRecording, resultOf, keyOf } from "./recording.ts";

interface WrongOutput extends GradedAnswer {
  definition: Exercise;
  wrt: string;
  diagnosis: Diagnosis;
  answers: readonly Numbers[];
  truth: readonly Numbers[];
}

const ids = (await answeredIds()).filter((id) => !isGraphExercise(id));
const definitions = new Map(await Promise.all(ids.map(async (id) => [id, await loadExercise(id)] as const)));
const gradedWith = async (options: { steps: boolean }) =>
  (await Promise.all(ids.map((id) => gradePeople(id, options)))).flat();

/** An output that is wrong and has a diagnosis of its own. */
const wrongOutputs = (each: GradedAnswer): WrongOutput[] =>
  each.grade.outputs.flatMap(({ wrt, diagnosis }, place) =>
    diagnosis
      ? [
          {
            ...each,
            definition: definitions.get(each.exercise)!,
            wrt,
            diagnosis,
            answers: each.grade.cases.map(({ outputs }) => numbersIn(outputs[place]!.yours!)!),
            truth: each.grade.cases.map(({ outputs }) => numbersIn(outputs[place]!.autograd)!),
          },
        ]
      : [],
  );

const graded = await gradedWith({ steps: true });
const wrong = graded.flatMap(wrongOutputs);
/** What is said of answers as a whole, not of the line that they go wrong in. */
const asWholes = (await gradedWith({ steps: false })).flatMap(wrongOutputs);

const named = (list: readonly GradedAnswer[]): string[] => [
  ...new Set(list.map(({ exercise, answer }) => `${exercise}: ${answer.note}`)),
];
const ofKind = (kind: Diagnosis["kind"]) => asWholes.filter(({ diagnosis }) => diagnosis.kind === kind);
const saying = (pattern: RegExp) => graded.filter(({ grade }) => pattern.test(grade.message));
const flat = ({ data }: Numbers): Numbers => ({ shape: [data.length], data });
const scaled = (list: readonly Numbers[], factor: number): Numbers[] =>
  list.map(({ shape, data }) => ({ shape, data: data.map((value) => factor * value) }));

test("there is enough to look at", () => {
  expect(wrong.length).toBeGreaterThan(350);
});

describe("a mistake that changes nothing explains nothing:", () => {
  test("no answer is once the right one", () => {
    expect(named(saying(/\b[01](\.0+)? times (the|what)\b|NaN times|Infinity times/))).toEqual([]);
  });

  test("faults on the graph change the gradient, into the answer", () => {
    const idle = wrong.filter(
      ({ definition, wrt, diagnosis: { bends, at = 0, times = 1 }, answers, truth }) => {
        if (bends.length === 0) return false;
        const faulty = faultyGradient(runCase(definition, casesFor(definition)[at]!), wrt, bends);
        if (!faulty) return true;
        const scale = magnitude([...answers, ...truth]);
        const back = scaled([flat(faulty)], times);
        return (
          !agreeEverywhere(back, [flat(answers[at]!)], rounding, scale) ||
          agreeEverywhere(back, [flat(truth[at]!)], 1e-14, scale)
        );
      },
    );
    expect(named(idle)).toEqual([]);
  });
});

describe("what is said of the numbers is so:", () => {
  test("a constant factor is the same in every case, and neither 1 nor -1", () => {
    const ratios = ofKind("constant-factor").map(({ answers, truth }) => commonRatio(answers, truth));
    expect(ratios.every((ratio) => ratio !== null && Math.abs(Math.abs(ratio) - 1) > 1e-6)).toBe(true);
  });

  test("an opposite sign is that, and nothing else", () => {
    // With bends it is the sign of one step.
    const whole = ofKind("sign").filter(({ diagnosis }) => diagnosis.bends.length === 0);
    const otherwise = whole.filter(
      ({ answers, truth }) => !agreeEverywhere(answers, scaled(truth, -1), rounding),
    );
    expect(named(otherwise)).toEqual([]);
  });

  test("an approximation is close", () => {
    const far = ofKind("finite-difference").filter(
      ({ answers, truth }) => !agreeEverywhere(answers, truth, 0.05, magnitude(truth)),
    );
    expect(named(far)).toEqual([]);
  });

  test("what is right in part is right in some entry, and wrong in another", () => {
    const not = ofKind("partly-right").filter(({ answers, truth }) => {
      const distance = rounding * magnitude(truth);
      const entries = answers.flatMap(({ data }, i) =>
        data.map((entry, j) => Math.abs(entry - truth[i]!.data[j]!) <= distance),
      );
      return entries.every(Boolean) || !entries.some(Boolean);
    });
    expect(named(not)).toEqual([]);
  });
});

test("numbers that are right in a shape that is not are told as that", () => {
  const wrapped = wrong.filter(
    ({ answers, truth }) =>
      !answers.every((answer, i) => answer.shape.join() === truth[i]!.shape.join()) &&
      agreeEverywhere(answers.map(flat), truth.map(flat)),
  );
  expect(wrapped.length).toBeGreaterThan(3);
  const otherwise = wrapped.filter(
    ({ diagnosis: { kind, message } }) =>
      !["wrong-shape", "transposed"].includes(kind) || !message.includes("numbers are right"),
  );
  expect(named(otherwise)).toEqual([]);
});

test("what came back is named as what it is", async () => {
  const wrongly: GradedAnswer[] = [];
  for (const each of saying(/returned a number/)) {
    const recording = await readRecording(each.exercise);
    const result = resultOf(recording, recording.answers[keyOf(each.answer)]!);
    if (!result.ok || !result.results.some(({ kind }) => kind === "number")) wrongly.push(each);
  }
  expect(named(wrongly)).toEqual([]);
});

describe("a message is for the learner:", () => {
  test("it has no words of the machinery", () => {
    expect(named(saying(/ufunc|\[object|Traceback|undefined is not|NdArray\.prototype/))).toEqual([]);
  });

  test("it speaks of the parameters by their names in the learner's language", () => {
    const foreign = graded.filter(({ exercise, answer, grade }) => {
      const { params } = definitions.get(exercise)!.asks;
      const others = params.filter((param) => nameIn(answer.language as Language, param) !== param);
      return others.some((param) => new RegExp(`\\b${param}\\b`).test(grade.message));
    });
    expect(named(foreign)).toEqual([]);
  });

  test("it never holds the solution", () => {
    const told = graded.filter(({ exercise, answer, grade }) => {
      if (grade.verdict !== "incorrect") return false;
      const solution = definitions.get(exercise)!.solution[answer.language as Language];
      const returned = solution.split("\n").findLast((line) => line.trim().startsWith("return"))!;
      const expression = returned
        .trim()
        .replace(/^return\s+|;$/g, "")
        .replaceAll(" ", "");
      return expression.length > 3 && grade.message.replaceAll(" ", "").includes(expression);
    });
    expect(named(told)).toEqual([]);
  });

  test("an answer with a gradient that is right is told of it", () => {
    const untold = graded.filter(
      ({ grade: { outputs, message, verdict, diagnosis } }) =>
        verdict === "incorrect" &&
        diagnosis?.kind !== "order" &&
        outputs.some((output) => output.verdict === "correct") &&
        !/gradients? with respect to .* (is|are) right/.test(message),
    );
    expect(named(untold)).toEqual([]);
  });
});
