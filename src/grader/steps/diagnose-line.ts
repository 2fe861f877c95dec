/** What is said of the line that an answer goes wrong in: its own error, as far as it can be told, and where it stands. */
import { zeros } from "#autodiff/index.ts";
import { nameIn } from "#exercise/index.ts";
import { agree, leeway, rounding } from "#grader/compare.ts";
import { diagnose, type Context, type WrongAnswer } from "#grader/diagnose.ts";
import { faultyGradient, ifPossible, numbers } from "#grader/forward-run.ts";
import { inputsBrief } from "#grader/inputs-text.ts";
import { squeezed } from "#grader/mistake.ts";
import { derive, type Derivation } from "#grader/steps/derivation.ts";
import type { RecordedLine } from "#grader/steps/recorded-lines.ts";
import { firstWrongPass, spotsOf } from "#grader/steps/meaning.ts";
import { words } from "#grader/steps/step-words.ts";
import { subProblemOf } from "#grader/steps/sub-problem.ts";
import type { WrongLine } from "#grader/steps/wrong-line.ts";
import type { FoundDiagnosis } from "#grader/verdict.ts";

/** What is wrong with a line, whatever output it spoils. */
type LineFault = Omit<FoundDiagnosis, "output" | "line">;

/** A function that diagnoses an output by the line that it goes wrong in; `whole` is what is said of the answer without it. */
export function diagnoserByLine(
  context: Context,
): (wrong: WrongLine, output: WrongAnswer, whole: () => FoundDiagnosis) => FoundDiagnosis {
  const faults = new Map<RecordedLine, LineFault | null>();
  const faultIn = (wrong: WrongLine): LineFault | null => {
    if (!faults.has(wrong.line)) faults.set(wrong.line, faultOf(wrong, context));
    return faults.get(wrong.line)!;
  };
  return (wrong, wrongOutput, whole) => {
    const { line, meaning, pass } = wrong;
    const output = wrongOutput.wrt;
    const own = wrong.isPart ? null : faultIn(wrong);
    // That a line has another shape is seen; what is said of the whole answer may say why.
    const isWeak = (wrong.byName === true && meaning.place.kind === "value") || own?.kind === "wrong-shape";
    const found = own === null ? whole() : isWeak ? firstNamed(whole, own) : own;
    const isNamed = found.kind !== "none";
    if (!isNamed && meaning.place.input !== null) return { ...found, output, line: line.line };
    const placed = wrong.isPart ? words.partWrong(meaning.place) : words.notThat(meaning.place);
    const located = meaning.place.isCount ? ("batch-factor" as const) : ("wrong-step" as const);
    const shown = isShownBy(found, wrongOutput, context) ? found : { ...found, bends: [], at: undefined };
    const { kind, message } = isNamed ? found : { kind: located, message: placed };
    return {
      ...shown,
      kind,
      isGuess: isNamed ? found.isGuess === true || kind === "wrong-shape" : kind === "wrong-step",
      output,
      line: line.line,
      message: `${words.goesWrong(line.line, line.name, pass)} ${message}`,
    };
  };
}

/** What is said of the whole answer; if that is nothing, or its shape, of the line. */
function firstNamed(whole: () => FoundDiagnosis, own: LineFault): LineFault {
  const found = whole();
  return found.kind === "none" || found.kind === "wrong-shape" ? own : found;
}

/** Whether the faults on the graph lead to the answer, and away from the truth; they don't where something else is wrong too. */
function isShownBy(
  { bends, at, times = 1 }: LineFault,
  { wrt, answers, truth }: WrongAnswer,
  { runs }: Context,
): boolean {
  if (bends.length === 0 || at === undefined) return true;
  const faulty = faultyGradient(runs[at]!, wrt, bends);
  if (!faulty) return false;
  const { shape, data } = squeezed(faulty);
  const back = { shape, data: data.map((value) => times * value) };
  const distance = leeway([...answers, ...truth], rounding);
  return agree(back, squeezed(answers[at]!), distance) && !agree(back, squeezed(truth[at]!), distance);
}

function faultOf(first: WrongLine, context: Context): LineFault | null {
  // What is right in the first passes and wrong from then on is a slip between them.
  if (first.pass > 0) return null;
  if (first.meaning.place.kind === "value") return valueFault(first, context);
  const sub = subProblemOf(first, first.pass, context.runs);
  if (!sub) return null;
  const cases = sub.cases.map((index) => context.cases[index]!);
  const found = diagnose(sub.wrong, { ...context, runs: sub.runs, cases, further: undefined });
  if (found.kind === "none") return null;
  const isOfThisGraph = first.meaning.place.kind === "gradient";
  return {
    ...found,
    bends: isOfThisGraph ? found.bends : [],
    at: isOfThisGraph && found.at !== undefined ? sub.cases[found.at] : undefined,
  };
}

/** A value on the way forward that isn't the function's. */
function valueFault(first: WrongLine, context: Context): LineFault {
  const { place } = first.meaning;
  const without = inputLeftOut(first, context);
  const said = (message: string): LineFault => ({
    kind: "wrong-value",
    where: place.inner,
    bends: [],
    message,
  });
  if (without !== null) return said(words.valueWithout(place, nameIn(context.language, without)));
  return { ...said(words.notTheValue(place, failingAt(first, context))), isGuess: true };
}

/** The input without which the value comes out as the line has it, or null. */
function inputLeftOut({ line, meaning }: WrongLine, { runs }: Context): string | null {
  const names = Object.keys(runs[0]!.inputs);
  const leftOut = names.find((name) => {
    const derivations = runs.map((run): Derivation | null => {
      const tensor = run.inputs[name]!;
      const by = zeros(tensor.shape, { dtype: "float64" });
      return ifPossible(() => derive(run, [{ spot: { kind: "value", tensor }, by }]));
    });
    return firstWrongPass(line, meaning, derivations) === null;
  });
  return leftOut ?? null;
}

/** The first case in which the value is wrong, as text. */
function failingAt({ line, meaning }: WrongLine, { runs, exercise, cases, language }: Context): string {
  const index = runs.findIndex((run, i) => {
    const truth = derive(run);
    return (spotsOf(line, meaning, i) ?? []).some((spot, pass) => {
      if (!spot) return false;
      const there = squeezed(numbers(truth.at(spot)!));
      const yours = squeezed(line.passes[i]![pass]!);
      return !agree(there, yours, leeway([there, yours], rounding));
    });
  });
  return inputsBrief(exercise, cases[Math.max(0, index)]!, language);
}
