import { fromEntries, Tensor } from "#autodiff/index.ts";
import type { Exercise } from "#exercise/index.ts";
import { arrayValue, casesFor, judge, type Grade } from "#grader/index.ts";
import { loadExercise } from "#course/files.ts";
import type { Runtime, Value } from "#runtime/runtime.ts";

export type Answer = number | Tensor | null | string | readonly Answer[];
// A test's answer takes the exercise's arguments, of whatever kinds they are.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Derivative = (...args: any[]) => Answer;

const asArgument = (value: Value): number | Tensor => {
  if (value.kind === "number") return value.value;
  if (value.kind === "array") return fromEntries(value.data, value.shape);
  throw new Error("not an argument");
};

const asValue = (answer: Answer): Value => {
  if (typeof answer === "number") return { kind: "number", value: answer, integer: false };
  if (answer instanceof Tensor) return arrayValue(answer);
  if (answer === null) return { kind: "other", type: "NoneType", text: "None" };
  if (typeof answer === "string") return { kind: "other", type: "str", text: answer };
  return { kind: "tuple", items: answer.map(asValue) };
};

/** Grades a derivative as if a runtime had called it for every case. */
export function gradeAnswer(exercise: Exercise, derivative: Derivative): Grade {
  const cases = casesFor(exercise);
  const results = cases.map(({ args }) => asValue(derivative(...args.map(asArgument))));
  return judge(exercise, "python", cases, results);
}

export const gradeFor = async (id: string, derivative: Derivative): Promise<Grade> =>
  gradeAnswer(await loadExercise(id), derivative);

/** A runtime in which every submission is this derivative. */
export const runtimeOf = (derivative: Derivative): Runtime => ({
  callFunction({ calls }) {
    try {
      const results = calls.map((args) => asValue(derivative(...args.map(asArgument))));
      return Promise.resolve({ ok: true, stdout: "", results });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const failure = { kind: "exception", type: "Error", message, line: null } as const;
      return Promise.resolve({ ok: false, stdout: "", error: failure });
    }
  },
  runCell: () => Promise.reject(new Error("there are no cells here")),
  traceFunction: () => Promise.reject(new Error("a derivative is not traced")),
  close: () => undefined,
});
