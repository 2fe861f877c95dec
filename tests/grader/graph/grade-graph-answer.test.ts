import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { graphExerciseIds, loadGraphExercise } from "#course/files.ts";
import { defineGraphExercise, type GraphExercise } from "#exercise/index.ts";
import {
  drawsOf,
  fillIn,
  gradeGraphAnswer,
  sheetFor,
  solve,
  writeAnswer,
  type Blank,
  type Draw,
  type Question,
} from "#grader/graph/index.ts";
import { twoSteps } from "./two-steps.ts";

/** Paths that meet in a value on the way, not only in an input. */
const meeting: GraphExercise = {
  id: "test/meeting-graph",
  ...defineGraphExercise({
    title: "Paths that meet on the way",
    inputs: { a: [2, 3, 5], b: [-4, 7] },
    forward: ({ a, b }) => {
      const product = a.mul(b);
      return product.mul(a).add(product.mul(3)).sub(product);
    },
    hints: [],
  }),
};

const exercises = [
  ...(await Promise.all((await graphExerciseIds()).map(loadGraphExercise))),
  twoSteps,
  meeting,
];

const anyExercise = fc.constantFrom(...exercises);
const anyDraw = anyExercise.chain((exercise) =>
  fc.constantFrom(...drawsOf(exercise)).map((draw) => ({ exercise, draw })),
);
const anyGradient = fc.double({ min: -50, max: 50, noNaN: true });

/** The gradients that are written when a learner fills in blank by blank. */
function written(exercise: GraphExercise, draw: Draw, fill: (question: Question) => number) {
  const gradients: Record<string, number> = {};
  fillIn(sheetFor(exercise, draw), (question) => (gradients[question.blank.key] = fill(question)));
  return gradients;
}

const gradeWritten = (exercise: GraphExercise, draw: Draw, fill: (question: Question) => number) =>
  gradeGraphAnswer(exercise, writeAnswer({ inputs: draw, gradients: written(exercise, draw, fill) }));

const blanksOf = (exercise: GraphExercise): Blank[] =>
  solve(sheetFor(exercise, drawsOf(exercise)[0]!)).map(({ blank }) => blank);

describe("the numbers that an exercise is set with", () => {
  test.each(exercises)("of $id are the same every time, each once", (exercise) => {
    const draws = drawsOf(exercise);
    expect(drawsOf(exercise)).toEqual(draws);
    expect(new Set(draws.map((draw) => JSON.stringify(draw))).size).toBe(draws.length);
  });

  test.each(exercises)("of $id aren't in the order of the definition", (exercise) => {
    const draws = drawsOf(exercise);
    const names = Object.keys(exercise.inputs);
    const places = draws.map((draw) => names.map((name) => exercise.inputs[name]!.indexOf(draw[name]!)));
    expect(places).not.toEqual(places.toSorted((p, q) => p[0]! - q[0]! || p[1]! - q[1]!));
  });
});

describe("the blanks", () => {
  test("go from the result back, the total after the last edge into a value that is used twice", () => {
    expect(blanksOf(twoSteps).map(({ key, outer, inner }) => [key, outer, inner])).toEqual([
      ["1:0", "w_h*w_h*h0", "w_h"],
      ["1:1", "w_h*w_h*h0", "w_h*h0"],
      ["0:0", "w_h*h0", "w_h"],
      ["0:1", "w_h*h0", "h0"],
      ["w_h", null, "w_h"],
    ]);
  });

  test("at a value on the way, the total comes before the edges that lead on from it", () => {
    const keys = blanksOf(meeting).map(({ key }) => key);
    expect(keys.indexOf("0")).toBeGreaterThan(keys.indexOf("1:0"));
    expect(keys.indexOf("0")).toBeLessThan(keys.indexOf("0:0"));
  });

  test("have the gradients that the engine finds", () => {
    const [, , , toX] = solve(
      sheetFor(
        exercises.find(({ id }) => id === "loss/squared-error-graph")!,
        { x: 2, y: 9 },
      ),
    );
    expect(toX).toMatchObject({ incoming: [-10], expected: -40, blank: { outer: "x**2", inner: "x" } });
  });
});

describe("grading", () => {
  test("the true gradients are correct, whatever the numbers", () => {
    fc.assert(
      fc.property(anyDraw, ({ exercise, draw }) => {
        const { verdict, marks } = gradeWritten(exercise, draw, ({ expected }) => expected);
        expect(verdict).toBe("correct");
        expect(new Set(marks.map(({ state }) => state))).toEqual(new Set(["right"]));
      }),
    );
  });

  test("errors carry forward: one wrong gradient is one wrong mark, what follows from it is right given that", () => {
    fc.assert(
      fc.property(anyDraw, fc.nat(), anyGradient, ({ exercise, draw }, place, error) => {
        fc.pre(Math.abs(error) > 0.05); // more than rounding
        const blanks = blanksOf(exercise);
        const { key } = blanks[place % blanks.length]!;
        const { verdict, marks, diagnosis, message } = gradeWritten(exercise, draw, ({ blank, expected }) =>
          blank.key === key ? expected + error : expected,
        );
        expect(verdict).toBe("incorrect");
        expect(marks.filter(({ state }) => state === "wrong").map((mark) => mark.key)).toEqual([key]);
        expect(diagnosis).not.toBeNull();
        expect(message.includes("right, given what you wrote")).toBe(
          marks.some(({ state }) => state === "follows"),
        );
      }),
    );
  });

  test("the first wrong gradient is the one that is named", () => {
    fc.assert(
      fc.property(
        anyDraw,
        fc.array(anyGradient, { minLength: 12, maxLength: 12 }),
        ({ exercise, draw }, numbers) => {
          let next = 0;
          const { marks, message } = gradeWritten(exercise, draw, () => numbers[next++]!);
          const first = marks.find(({ state }) => state === "wrong");
          fc.pre(first !== undefined);
          const { outer, inner } = blanksOf(exercise).find(({ key }) => key === first.key)!;
          expect(message).toContain(
            outer === null ? `in total at \`${inner}\`` : `from \`${outer}\` back to \`${inner}\``,
          );
          expect(message).toContain(`you wrote \`${first.yours}\`.`);
        },
      ),
    );
  });

  test("says the same of the same answer, in whatever order it is written down", () => {
    fc.assert(
      fc.property(
        anyDraw,
        fc.array(anyGradient, { minLength: 12, maxLength: 12 }),
        ({ exercise, draw }, numbers) => {
          let next = 0;
          const gradients = written(exercise, draw, () => numbers[next++]!);
          const turned = Object.fromEntries(Object.entries(gradients).reverse());
          expect(gradeGraphAnswer(exercise, writeAnswer({ inputs: draw, gradients: turned }))).toEqual(
            gradeGraphAnswer(exercise, writeAnswer({ inputs: draw, gradients })),
          );
        },
      ),
    );
  });
});

describe("numbers that can't be written in full", async () => {
  const neuron = await loadGraphExercise("linear/neuron-graph");
  const rounded = (exercise: GraphExercise, draw: Draw, digits: number) =>
    gradeWritten(exercise, draw, ({ expected }) => Number(expected.toPrecision(digits)));

  test("may be rounded to the digits that are asked for, and what follows may follow from that", () => {
    for (const draw of drawsOf(neuron)) {
      expect(rounded(neuron, draw, 3).verdict).toBe("correct");
      expect(rounded(neuron, draw, 1).verdict).toBe("incorrect");
    }
  });

  test("have to be right in full where no digits are said", () => {
    const { digits: _, ...exact } = neuron;
    for (const draw of drawsOf(exact)) expect(rounded(exact, draw, 3).verdict).toBe("incorrect");
  });

  test("aren't set with the output at ½, where the slope is its square; answers from when they were are graded", () => {
    const sums = drawsOf(neuron).map(({ w, x, b }) => w! * x! + b!);
    expect(sums).not.toContain(0);
    const before = { w: -4, x: 3, b: 12 };
    expect(rounded(neuron, before, 3).verdict).toBe("correct");
    expect(rounded(neuron, { ...before, b: 7 }, 3).verdict).toBe("invalid");
  });
});

describe("the first wrong gradient is explained", () => {
  const draw = { x: 2, y: 9 }; // u = -5; gradients -10 on the difference, -10, 10 and -40
  test.each<[string, string, number, string, string]>([
    ["the opposite sign", "2:0", 10, "sign", "opposite sign"],
    ["0", "1:0", 0, "missing-path", "nothing flows back"],
    ["the upstream gradient", "0:0", -10, "missing-factor", "passed on unchanged"],
    ["the local derivative", "0:0", 4, "missing-factor", "derivative of this step alone"],
    ["a slip of the operation", "2:0", -5, "wrong-rule", "did not bring the exponent down"],
    ["the value of the input", "1:1", 9, "not-differentiated", "way forward"],
    ["the minus lost", "1:1", -10, "sign", "Which signs meet here"],
    ["slopes added", "0:0", -6, "wrong-rule", "What happens to slopes along a path"],
    ["a gradient shared out", "1:1", 5, "constant-factor", "shared out among what goes into"],
    ["the next step taken already", "1:0", -20, "extra-factor", "which are still to come"],
    ["anything else", "0:0", -17, "none", "What arrives at this step"],
  ])("%s", async (_what, key, value, kind, description) => {
    const exercise = await loadGraphExercise("loss/squared-error-graph");
    const grade = gradeWritten(exercise, draw, ({ blank, expected }) =>
      blank.key === key ? value : expected,
    );
    expect(grade.diagnosis?.kind).toBe(kind);
    expect(grade.message).toContain(description);
  });

  test.each<[string, number, string, string]>([
    ["one path only", 6, "missing-path", "one path brings"],
    ["the paths multiplied", 36, "wrong-rule", "product of what the paths bring"],
    ["the opposite sign", -12, "sign", "opposite sign"],
  ])("at a total, %s", (_what, value, kind, description) => {
    const { diagnosis, message } = gradeWritten(twoSteps, { w_h: 2, h0: 3 }, ({ blank, expected }) =>
      blank.key === "w_h" ? value : expected,
    );
    expect(diagnosis).toMatchObject({ kind, where: "w_h", output: "w_h" });
    expect(message).toContain(description);
  });

  test("names the edge as the code exercises do", () => {
    const { diagnosis } = gradeWritten(twoSteps, { w_h: 2, h0: 3 }, ({ blank, expected }) =>
      blank.key === "0:1" ? 7 : expected,
    );
    expect(diagnosis).toMatchObject({ kind: "none", where: "d(w_h*h0)/d(h0)", output: "h0", bends: [] });
  });

  test("tells which fault in the sweep it is", () => {
    const bendsOf = (wrong: (question: Question) => number) =>
      gradeWritten(twoSteps, { w_h: 2, h0: 3 }, (question) =>
        question.blank.key === "0:1" ? wrong(question) : question.expected,
      ).diagnosis?.bends;
    expect(bendsOf(() => 0)).toEqual([{ node: 0, input: 1, change: "cut" }]);
    expect(bendsOf(({ incoming }) => incoming[0]!)).toEqual([{ node: 0, input: 1, change: "taken-as-one" }]);
    expect(bendsOf(() => 6)).toEqual([{ node: 0, input: 1, change: { slip: 1 } }]);
  });
});

describe("what can't be graded is invalid and says why", () => {
  const draw = { w_h: 2, h0: 3 };
  const gradients = written(twoSteps, draw, ({ expected }) => expected);
  test.each<[string, string, RegExp]>([
    ["nothing", "", /not JSON/],
    ["half an answer", '{"inputs": {', /not JSON/],
    ["a list", "[]", /“inputs” and “gradients”/],
    ["no gradients", JSON.stringify({ inputs: draw }), /“gradients” must be/],
    [
      "text for a gradient",
      JSON.stringify({ inputs: draw, gradients: { ...gradients, "1:0": "6" } }),
      /“gradients.1:0” must be a number/,
    ],
    [
      "a gradient beyond all numbers",
      JSON.stringify({ inputs: draw, gradients }).replace(/6/, "1e999"),
      /must be a number/,
    ],
    [
      "a gradient left open",
      JSON.stringify({ inputs: draw, gradients: { ...gradients, "1:0": undefined } }),
      /no gradient on the edge from `w_h\*w_h\*h0` back to `w_h` yet/,
    ],
    ["none filled in", JSON.stringify({ inputs: draw, gradients: {} }), /and 4 more are open/],
    [
      "an edge that isn't there",
      JSON.stringify({ inputs: draw, gradients: { ...gradients, "7:0": 1 } }),
      /no gradient “7:0”/,
    ],
    [
      "numbers of one's own",
      JSON.stringify({ inputs: { w_h: 1, h0: 1 }, gradients }),
      /never set with `w_h = 1`, `h0 = 1`/,
    ],
    ["an input too few", JSON.stringify({ inputs: { w_h: 2 }, gradients }), /never set with `w_h = 2`/],
    ["an input too many", JSON.stringify({ inputs: { ...draw, b: 1 }, gradients }), /never set with/],
  ])("%s", (_what, text, reason) => {
    const { verdict, message, diagnosis, marks } = gradeGraphAnswer(twoSteps, text);
    expect({ verdict, diagnosis, marks }).toEqual({ verdict: "invalid", diagnosis: null, marks: [] });
    expect(message).toMatch(reason);
  });

  test("any text has a verdict", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(gradeGraphAnswer(twoSteps, text).verdict).toBe("invalid");
      }),
    );
  });
});
