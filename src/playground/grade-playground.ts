/** Grades a reader's derivative of a reader's function, as an exercise is graded. */
import { gradeOn, stepsOf, type Case, type Grade, type LearnerSteps } from "#grader/index.ts";
import type { Exercise } from "#exercise/index.ts";
import { otherThan } from "#reading/language.ts";
import { FunctionAtPoints, FunctionError, inOtherLanguage } from "#playground/function-at-points.ts";
import {
  isDifferentiable,
  isName,
  sizeNames,
  usualSize,
  wantedInputs,
  type PlaygroundSetting,
} from "#playground/playground-setting.ts";
import { signatureOf } from "#playground/signature.ts";
import { playground as strings } from "#strings/index.ts";
import type { Runtime, RunOptions } from "#runtime/runtime.ts";

export interface PlaygroundGrade {
  grade: Grade;
  /** What the reader should know besides. */
  notices: readonly string[];
  exercise: Exercise;
  /** What the derivative was tried on, in the order of `grade.cases`. */
  cases: readonly Case[];
  /** Finds out what the lines of the derivative are; null where nothing can be said of any. */
  steps: (options: RunOptions) => Promise<LearnerSteps | null>;
}

/** Throws a FunctionError, in words for the reader, where something must be mended before the function can be run. */
export function assertUsable(setting: PlaygroundSetting): void {
  const { language } = setting;
  if (!signatureOf(setting.function, language)) throw missing("function", setting);
  const fault = inputsFault(setting);
  if (fault !== null) throw new FunctionError(fault);
}

/** What to say where there is no function of the language chosen: there may be one of the other. */
function missing(which: "function" | "derivative", setting: PlaygroundSetting): FunctionError {
  const { language } = setting;
  const other = otherThan(language);
  if (signatureOf(setting[which], other)) return inOtherLanguage(which, other);
  return new FunctionError(
    which === "function" ? strings.noFunction(language) : strings.noDerivative(language),
  );
}

function inputsFault(setting: PlaygroundSetting): string | null {
  const { inputs, sizes } = setting;
  if (inputs.length === 0) return strings.noParameters;
  for (const { name, low, high, integer } of inputs) {
    if (!isName(name)) return strings.unusableName(name);
    if (!(low < high)) return strings.emptyRange(name);
    if (integer && Math.floor(high) < Math.ceil(low)) return strings.noWholeNumber(name);
  }
  for (const name of sizeNames(inputs)) {
    const [least, most] = sizes[name] ?? usualSize;
    if (!(least <= most)) return strings.emptySize(name);
  }
  if (!inputs.some(isDifferentiable)) return strings.nothingReal;
  if (wantedInputs(setting).length === 0) return strings.nothingWanted;
  return null;
}

/**
 * Runs both functions and grades the derivative. Throws a FunctionError, in words for the reader, where the function itself can't
 * be tried.
 */
export async function gradePlayground(
  setting: PlaygroundSetting,
  runtime: Runtime,
  options: RunOptions = {},
): Promise<PlaygroundGrade> {
  assertUsable(setting);
  if (!signatureOf(setting.derivative, setting.language)) throw missing("derivative", setting);
  const points = new FunctionAtPoints(setting, runtime);
  const { exercise, cases, notices } = await points.cases(options);
  const { language, derivative: code } = setting;
  const { name } = signatureOf(code, language)!;
  const submission = { language, code };
  // By its own name: the grader would write it in the language's manner.
  const byName: Pick<Runtime, "callFunction"> = {
    callFunction: (request, given) => runtime.callFunction({ ...request, name }, given),
  };
  const simpler = () => points.simpleCases(options);
  const grade = await gradeOn(exercise, submission, byName, cases, simpler, options);
  return {
    grade,
    exercise,
    cases,
    notices: [...notices, ...flat(grade)],
    steps: (later) => stepsOf(exercise, submission, byName, { ...later, cases }),
  };
}

/** Gradients that are 0 in every case: nothing is learnt from them. */
function flat({ cases, outputs }: Grade): string[] {
  return outputs.flatMap(({ wrt }, i) => {
    const isZero = cases.every(({ outputs: row }) => {
      const { autograd } = row[i]!;
      return autograd.kind === "number"
        ? autograd.value === 0
        : autograd.kind === "array" && autograd.data.every((x) => x === 0);
    });
    return isZero ? [strings.flat(wrt)] : [];
  });
}
