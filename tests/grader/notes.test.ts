/** What an exercise's author says of a mistake. */
import { describe, expect, test } from "vitest";
import { tensor, type Tensor } from "#autodiff/index.ts";
import { loadExercise } from "#course/files.ts";
import { noteProblems } from "#cli/check-notes.ts";
import { nameIn, type Exercise, type Note } from "#exercise/index.ts";
import { casesFor, gradeSubmission, judge } from "#grader/index.ts";
import { withoutQuestion } from "#grader/notes.ts";
import { attemptSchema } from "#learner/attempt-schema.ts";
import { gradeAnswer, runtimeOf, type Derivative } from "./answer.ts";

const withNotes = async (id: string, ...notes: Note[]): Promise<Exercise> => ({
  ...(await loadExercise(id)),
  notes,
});

const cube: Note = {
  kind: "wrong-rule",
  answer: ({ x }) => x!.pow(3).add(1),
  says: "Where does `x_0` enter?",
};

describe("a note", () => {
  test("on an answer is shown however that is computed, and counts as its kind", async () => {
    const square = await withNotes("scalar/square", cube);
    const { diagnosis, message } = gradeAnswer(square, (x: number) => 1 + x * x * x);
    expect(diagnosis).toMatchObject({ kind: "wrong-rule", note: "Where does `x_0` enter?" });
    expect(diagnosis!.message).toBe("Where does `x_0` enter?");
    expect(message).toContain(diagnosis!.note);
  });

  test("goes with what the grader says of the answer, of whose question only the author's is left", async () => {
    const note = { kind: "missing-path", at: "d(mean)/d(x)", says: "What is one column’s sum?" };
    const center = await withNotes("batch-norm/mean", note);
    const { diagnosis } = gradeAnswer(center, (dY: Tensor) => dY);
    expect(diagnosis!.message).toMatch(
      /^`x` reaches the result .* back into `x`\. What is one column’s sum\?$/,
    );
    const plain = await withNotes("batch-norm/mean", { ...note, says: "Think of one column." });
    expect(gradeAnswer(plain, (dY: Tensor) => dY).diagnosis!.message).toMatch(/\? Think of one column\.$/);
  });

  test("of a mistake at one place is not shown at another, nor one of another gradient", async () => {
    const says = "It is here.";
    const elsewhere = await withNotes("batch-norm/mean", { kind: "missing-path", at: "d(y)/d(mean)", says });
    expect(gradeAnswer(elsewhere, (dY: Tensor) => dY).diagnosis!.note).toBeUndefined();
    const ofB = await withNotes("linear/squared-error", { kind: "sign", of: "b", says });
    const grade = gradeAnswer(ofB, (w: number, x: number, b: number, y: number) => {
      const dz = -2 * (w * x + b - y);
      return [dz * x, dz];
    });
    expect(grade.outputs.map(({ diagnosis }) => diagnosis?.note)).toEqual([undefined, says]);
  });

  test("of a mistake in every time step names no step", async () => {
    const exercise = await withNotes("recursive/unrolled", { kind: "missing-path", at: "d(h[t])/d(h[t-1])", says: "Here." });
    const { diagnosis } = gradeAnswer(exercise, (w: number, h0: number, T: number) =>
      T === 0 ? 0 : w ** (T - 1) * h0,
    );
    expect(diagnosis!.note).toBe("Here.");
  }); // prettier-ignore

  test("has its names as the learner's language writes them", async () => {
    const exercise = await loadExercise("recursive/weight");
    const cases = casesFor(exercise);
    const results = cases.map(({ args }) => args[2]!);
    for (const language of ["python", "javascript"] as const) {
      const { diagnosis } = judge(exercise, language, cases, results);
      expect(diagnosis!.message).toContain(`\`${nameIn(language, "w_h")}\` reaches`);
      expect(diagnosis!.note).toContain("the path through `h1`");
    }
    const square = await withNotes("scalar/square", cube);
    const inputs = casesFor(square);
    const cubes = inputs.map(({ inputs: { x } }) => ({
      ...{ kind: "number", value: (x as number) ** 3 + 1, integer: false },
    })) as Parameters<typeof judge>[3];
    expect(judge(square, "javascript", inputs, cubes).diagnosis!.note).toBe("Where does `x0` enter?");
  });

  test("is not computed for a right answer, and harms nobody where it can't be", async () => {
    let computed = 0;
    const answer = (): Tensor => {
      computed++;
      return tensor([1, 2]).matmul(tensor([[1, 2, 3]]));
    };
    const square = await withNotes("scalar/square", { answer, says: "Never." });
    expect(gradeAnswer(square, (x: number) => 2 * x).verdict).toBe("correct");
    expect(computed).toBe(0);
    const { diagnosis } = gradeAnswer(square, (x: number) => 4 * x);
    expect(diagnosis).toMatchObject({ kind: "constant-factor" });
    expect(diagnosis!.note).toBeUndefined();
    expect(computed).toBeGreaterThan(0);
  });

  test("makes the run on simpler inputs unnecessary", async () => {
    let runs = 0;
    const counting = (derivative: Derivative) => {
      const runtime = runtimeOf(derivative);
      return { callFunction: (...args: Parameters<typeof runtime.callFunction>) => (runs++, runtime.callFunction(...args)) };
    };
    const submission = { language: "python", code: "" } as const;
    const noted = await withNotes("scalar/square", cube);
    await gradeSubmission(noted, submission, counting((x: number) => x ** 3 + 1));
    const withNote = runs;
    await gradeSubmission(await withNotes("scalar/square"), submission, counting((x: number) => x ** 3 + 1));
    expect(runs - withNote).toBe(withNote + 1);
  }); // prettier-ignore

  test("is kept with the attempt", async () => {
    const grade = gradeAnswer(await withNotes("scalar/square", cube), (x: number) => x ** 3 + 1);
    const attempt = {
      ...{ exercise: "scalar/square", language: "python", code: "" },
      ...{ submittedAt: "2026-01-01T00:00:00Z", grade },
    };
    expect(attemptSchema.parse(JSON.parse(JSON.stringify(attempt))).grade.diagnosis!.note).toBe(
      grade.diagnosis!.note,
    );
  });
});

test.each([
  ["This is `2.5`. What is it?", "This is `2.5`."],
  ["One. Two: three? Four.", "One. Four."],
  ["`x` is one. `y` is what?", "`x` is one."],
  ["What is it?", ""],
])("%s", (message, rest) => {
  expect(withoutQuestion(message)).toBe(rest);
});

describe("handgrad check proves notes", () => {
  test.each<[string, string, Note, RegExp]>([
    ["without a word", "scalar/square", { kind: "sign", says: " " }, /notes\[0\] says nothing\. Write/],
    ["of no kind", "scalar/square", { kind: "missing-pth", says: "…" }, /kind missing-pth, which there isn't\. Did you mean missing-path\?/],
    ["of no gradient", "scalar/square", { kind: "sign", of: "z", says: "…" }, /is of z, which is not in wrt/],
    ["on a mistake that nobody can make there", "batch-norm/mean", { kind: "missing-path", at: "d(mean)/d(y)", says: "…" }, /on missing-path at d\(mean\)\/d\(y\), which .* It finds: .*missing-path at d\(mean\)\/d\(x\)/],
    ["on a right answer", "scalar/square", { answer: ({ x }) => x!.mul(2), says: "…" }, /right in every case\. Take the note out/],
    ["on an answer that can't be computed", "vector/dot", { of: "w", answer: ({ x }) => x!.matmul(tensor([[1]])), says: "…" }, /can't be computed: .*Mend it/],
    ["on an answer that can't be graded", "scalar/square", { answer: ({ x }) => x!.div(0), says: "…" }, /infinite, or not a number/],
    ["on an answer to any of several", "linear/squared-error", { answer: ({ x }) => x!, says: "…" }, /Name the input by `of`: w, b/],
    ["on an answer without a kind", "scalar/square", { answer: ({ x }) => x!.pow(3).add(1), says: "…" }, /finds no mistake\. Say by `kind`/],
    ["with a kind of its own for what has one", "scalar/square", { kind: "wrong-rule", answer: ({ x }) => x!.neg().mul(2), says: "…" }, /finds one itself: sign\. Take `kind` out/],
  ])("%s", async (_what, id, note, problem) => {
    const problems = noteProblems(await withNotes(id, note));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  }); // prettier-ignore

  test("the second on the same answer, which is never shown", async () => {
    const problems = noteProblems(await withNotes("scalar/square", cube, { ...cube, says: "Again." }));
    expect(problems).toEqual([
      expect.stringMatching(/^notes\[1\] is never shown: .*“Where does `x_0` enter\?” stands before it/),
    ]);
  });
});
