import { grad, sameShape, zeros, type Tensor } from "#autodiff/index.ts";
import { checkGraphExercise } from "#cli/check-graph.ts";
import { noteProblems } from "#cli/check-notes.ts";
import { placeText, type LocatedUse } from "#cli/check-page/exercise-uses.ts";
import { exerciseFile, loadAnyExercise } from "#course/files.ts";
import { loadProblems } from "#cli/load-problems.ts";
import { sentence } from "#cli/sentence.ts";
import {
  isGraphExercise,
  nameIn,
  runForward,
  starter,
  type Exercise,
  type GraphExercise,
} from "#exercise/index.ts";
import { languages, type Language } from "#reading/language.ts";
import {
  arrayValue,
  asTensors,
  casesFor,
  gradeSubmission,
  MachineBusy,
  numbersIn,
  separability,
  valueText,
} from "#grader/index.ts";
import type { Runtime, Value } from "#runtime/runtime.ts";

/** Finds what is wrong with an exercise. Every finding says what to do about it. */
type Check = (exercise: Exercise, context: ExerciseCheckContext) => string[] | Promise<string[]>;

/** What checking takes besides the exercise. */
export interface ExerciseCheckContext {
  runtime: Runtime;
  /** Where each exercise is used. */
  uses: ReadonlyMap<string, readonly LocatedUse[]>;
}

const titled = ({ title }: { title: string }): string[] =>
  title.trim() === "" ? ["title is empty. Say in a few words what is asked."] : [];

const wellFormed = ({ inputs, wrt, asks, hints, edgeCases = [], shown, solution }: Exercise): string[] => {
  const names = new Set([...Object.keys(inputs), ...Object.keys(asks.given ?? {})]);
  const problems: string[] = [];
  for (const param of asks.params.filter((each) => !names.has(each)))
    problems.push(
      `asks.params names ${param}, which is neither in inputs nor in asks.given. Add it to one of them.`,
    );
  for (const name of wrt.filter((each) => !(each in inputs)))
    problems.push(`wrt names ${name}, which is not in inputs. Add it there.`);
  for (const [i, edge] of edgeCases.entries())
    for (const name of Object.keys(inputs).filter((each) => !(each in edge)))
      problems.push(`edgeCases[${i}] has no ${name}. Give it a value.`);
  if (wrt.length === 0) problems.push("wrt is empty. Name the input to differentiate by.");
  if (hints.length === 0) problems.push("There are no hints. Write at least one.");
  for (const language of languages) {
    if (shown[language].trim() === "")
      problems.push(`shown.${language} is empty. Write the forward code there.`);
    if (solution[language].trim() === "")
      problems.push(`solution.${language} is empty. Write a solution there.`);
  }
  return problems;
};

const usedOnce = ({ id }: { id: string }, { uses }: ExerciseCheckContext): string[] => {
  const places = uses.get(id) ?? [];
  if (places.length === 1) return [];
  return places.length === 0
    ? [`No lesson uses it. Put <${isGraphExercise(id) ? "GraphExercise" : "Exercise"} id="${id}"> into one.`]
    : [`It is used ${places.length} times: ${places.map(placeText).join(", ")}. Keep one.`];
};

/** The same asked of both languages at once. */
const inEachLanguage =
  (check: (language: Language, exercise: Exercise, runtime: Runtime) => Promise<string[]>): Check =>
  async (exercise, { runtime }) =>
    (await Promise.all(languages.map((language) => check(language, exercise, runtime)))).flat();

const solved = inEachLanguage(async (language, exercise, runtime) => {
  const submission = { language, code: exercise.solution[language] };
  const { verdict, message } = await gradeSubmission(exercise, submission, runtime);
  return verdict === "correct"
    ? []
    : [`solution.${language} is ${verdict}: ${sentence(message)} Mend the solution or forward.`];
});

const startsUnsolved = inEachLanguage(async (language, exercise, runtime) => {
  const submission = { language, code: starter(exercise, language) };
  const { verdict, message } = await gradeSubmission(exercise, submission, runtime);
  return verdict === "invalid"
    ? []
    : [
        `The ${language} starter, which is made from asks, is ${verdict}: ${sentence(message)} Ask for a function that an empty body does not give.`,
      ];
});

/** The last function that the shown code defines, with its parameters. */
function lastFunction(code: string, language: Language): { name: string; params: string[] } | null {
  const pattern =
    language === "python" ? /^def (\w+)\(([^)]*)\)/gm : /^(?:function |const )(\w+)(?: = )?\(([^)]*)\)/gm;
  const last = [...code.matchAll(pattern)].at(-1);
  return last
    ? {
        name: last[1]!,
        params: last[2]!
          .split(",")
          .map((param) => param.trim())
          .filter(Boolean),
      }
    : null;
}

function close(a: Value, b: Value): boolean {
  const [x, y] = [numbersIn(a), numbersIn(b)];
  if (!x || !y || !sameShape(x.shape, y.shape)) return false;
  return x.data.every((value, i) => Math.abs(value - y.data[i]!) <= 1e-9 * Math.max(1, Math.abs(y.data[i]!)));
}

const shownIsForward = inEachLanguage(async (language, exercise, runtime) => {
  const cases = casesFor(exercise);
  const code = exercise.shown[language];
  const shown = lastFunction(code, language);
  if (!shown) return [`shown.${language} defines no function. End it with the one that forward computes.`];
  const named = cases.map(({ inputs, args }) => {
    const known = new Map<string, Value>(
      exercise.asks.params.map((param, i) => [nameIn(language, param), args[i]!]),
    );
    for (const [name, input] of Object.entries(asTensors(inputs))) {
      if (!known.has(nameIn(language, name))) known.set(nameIn(language, name), arrayValue(input));
    }
    return known;
  });
  const unknown = shown.params.find((param) => !named[0]!.has(param));
  if (unknown !== undefined) {
    return [
      `shown.${language}: ${shown.name} has a parameter ${unknown}, which is neither an input nor given. Rename it.`,
    ];
  }
  const result = await runtime.callFunction({
    ...{ language, code, name: shown.name, params: shown.params, outputs: 1 },
    calls: named.map((known) => shown.params.map((param) => known.get(param)!)),
  });
  if (!result.ok && result.error.kind === "busy") throw new MachineBusy();
  if (!result.ok) return [`shown.${language} fails: ${sentence(result.error.message)} Mend it.`];
  for (const [i, { inputs }] of cases.entries()) {
    const right = arrayValue(runForward(exercise, asTensors(inputs)).value);
    const computed = result.results[i]!;
    if (!close(computed, right))
      return [
        `shown.${language} computes ${valueText(computed)} where forward computes ${valueText(right)} (${JSON.stringify(inputs)}). Make them the same function.`,
      ];
  }
  return [];
});

/** Central differences of `forward` in every entry of one input; the step is the cube root of the machine's precision. */
function differences(exercise: Exercise, inputs: Readonly<Record<string, Tensor>>, wrt: string): number[] {
  const input = inputs[wrt]!;
  const entries = input.entries();
  return entries.map((entry, i) => {
    const step = 6e-6 * Math.max(1, Math.abs(entry));
    const at = (value: number) => {
      const moved = Float64Array.from(entries);
      moved[i] = value;
      const replaced = zeros(input.shape, { dtype: "float64" });
      replaced.data = input.dim === 0 ? value : moved;
      return runForward(exercise, { ...inputs, [wrt]: replaced }).value.item();
    };
    return (at(entry + step) - at(entry - step)) / (2 * step);
  });
}

const agreesWithDifferences: Check = (exercise) => {
  const problems: string[] = [];
  for (const { inputs } of casesFor(exercise)) {
    const tensors = asTensors(inputs);
    const { value } = runForward(exercise, tensors);
    if (value.dim !== 0)
      return [
        `forward returns shape [${value.shape.join(", ")}]. Make it a single number, for instance by sum().`,
      ];
    const gradients = grad(
      value,
      exercise.wrt.map((name) => tensors[name]!),
      { allowUnused: true },
    );
    for (const [place, wrt] of exercise.wrt.entries()) {
      const exact = gradients[place]?.entries() ?? tensors[wrt]!.entries().map(() => 0);
      const approximate = differences(exercise, tensors, wrt);
      const scale = Math.max(1, ...exact.map(Math.abs), Math.abs(value.item()));
      if (exact.some((entry, i) => Math.abs(entry - approximate[i]!) > 1e-6 * scale)) {
        problems.push(
          `d/d${wrt} by the engine, ${JSON.stringify(exact)}, differs from finite differences, ${JSON.stringify(approximate)}, at ${JSON.stringify(inputs)}. Keep inputs away from kinks with \`accepts\`, or mend the operation.`,
        );
      }
    }
  }
  return problems.slice(0, 1);
};

const separable: Check = (exercise) => [...separability(exercise).problems];

const notesAreShown: Check = (exercise) => noteProblems(exercise);

const checks: readonly Check[] = [
  agreesWithDifferences,
  separable,
  notesAreShown,
  shownIsForward,
  solved,
  startsUnsolved,
];

/** What is wrong with an exercise of either kind, or still to do. Throws `MachineBusy` where that can't be found out. */
export async function problemsOf(id: string, context: ExerciseCheckContext): Promise<string[]> {
  let exercise: Exercise | GraphExercise;
  try {
    exercise = await loadAnyExercise(id);
  } catch (error) {
    return loadProblems(exerciseFile(id), error);
  }
  return problemsWith(exercise, context);
}

/** The same of an exercise that is loaded. Throws `MachineBusy` where that can't be found out. */
export async function problemsWith(
  exercise: Exercise | GraphExercise,
  context: ExerciseCheckContext,
): Promise<string[]> {
  if (!("forward" in exercise)) {
    return ["The file defines nothing. End it with export default defineExercise({ … })."];
  }
  const answeredInCode = "asks" in exercise;
  if (answeredInCode === isGraphExercise(exercise.id)) {
    return [
      answeredInCode
        ? "A name that ends in -graph is kept for graph exercises. Rename the file."
        : "It is a graph exercise. Rename the file, so that its name ends in -graph.",
    ];
  }
  const problems = [...titled(exercise), ...usedOnce(exercise, context)];
  try {
    return [
      ...problems,
      ...(answeredInCode ? await checkCodeExercise(exercise, context) : checkGraphExercise(exercise)),
    ];
  } catch (error) {
    if (error instanceof MachineBusy) throw error;
    return [
      ...problems,
      `It can't be tried: ${sentence((error as Error).message)} Mend forward, or what inputs, sizes and accepts give to it.`,
    ];
  }
}

async function checkCodeExercise(exercise: Exercise, context: ExerciseCheckContext): Promise<string[]> {
  const problems = wellFormed(exercise);
  if (problems.length === 0) {
    for (const each of checks) problems.push(...(await each(exercise, context)));
  }
  return problems;
}
