/** Finds the mistake that explains a wrong answer: the one whose gradient equals the answer in every case. */
import { fromEntries, sameShape, unbroadcast } from "#autodiff/index.ts";
import { nameIn, type Exercise } from "#exercise/index.ts";
import type { Language } from "#reading/language.ts";
import type { Case } from "#grader/cases.ts";
import {
  agree,
  agreeEverywhere,
  commonRatio,
  leeway,
  magnitude,
  rounding,
  transposed,
  type Numbers,
} from "#grader/compare.ts";
import type { ForwardRun } from "#grader/forward-run.ts";
import { explainByDeed, explainByLooks, type Explanation } from "#grader/explanations/index.ts";
import { faultSitesIn } from "#grader/fault-sites.ts";
import { axisLengths } from "#grader/input-lengths.ts";
import { messages } from "#grader/messages.ts";
import { leadsTo, squeezed, type Mistake } from "#grader/mistake.ts";
import { candidatesAbout } from "#grader/mistakes.ts";
import { sharers } from "#grader/reductions.ts";
import { simplestCounterexample, type Trial } from "#grader/counterexample.ts";
import { clearestCase } from "#grader/clearest-case.ts";
import { twoMistakes } from "#grader/two-mistakes.ts";
import { edgeId } from "#graph/edge-id.ts";
import type { Diagnosis, DiagnosisKind, FoundDiagnosis } from "#grader/verdict.ts";

/** A wrong answer for one output: what came back for each case, and the truth. */
export interface WrongAnswer {
  wrt: string;
  answers: readonly Numbers[];
  truth: readonly Numbers[];
  /** What the learner's brackets or commas made of every answer, where they are there. */
  brackets?: "list" | "tuple" | undefined;
}

export interface Context {
  exercise: Exercise;
  language: Language;
  cases: readonly Case[];
  runs: readonly ForwardRun[];
  /** What the answer gave for further, simpler inputs, if it was tried on any. */
  further?: readonly Trial[] | undefined;
}

/** Approximations worse than this are not called approximations. */
const coarsest = 1e-2;

/** A count that varies from case to case and by which the answer is too large or too small. */
function batchFactor(
  { answers, truth, wrt }: WrongAnswer,
  { runs, exercise, language }: Context,
): string | null {
  const telling = truth.flatMap((right, i) => (magnitude([right]) > 0 ? [i] : []));
  if (truth.some((right, i) => magnitude([right]) === 0 && magnitude([answers[i]!]) > 0)) return null;
  const ratios = telling.map((i) => commonRatio([answers[i]!], [truth[i]!]));
  if (ratios.some((ratio) => ratio === null)) return null;
  const declared = Object.keys(exercise.inputs);
  // Of two inputs of one shape, that which the learner differentiates by comes to mind first; several gradients go by one name.
  const names = exercise.wrt.length === 1 ? [wrt, ...declared.filter((name) => name !== wrt)] : declared;
  const counts = names.flatMap((name) => {
    const axes = axisLengths(name, runs[0]!, language);
    const all = {
      text: `the number of entries of \`${nameIn(language, name)}\``,
      of: ({ inputs }: ForwardRun) => inputs[name]!.numel,
    };
    return axes.length > 1 ? [...axes, all] : axes;
  });
  const matches = (power: number) => (each: (typeof counts)[number]) =>
    ratios.every((ratio, i) => Math.abs(ratio! / each.of(runs[telling[i]!]!) ** power - 1) < 1e-9);
  for (const power of [1, -1, 2, -2]) {
    const count = counts.find(matches(power));
    if (count) return messages.batchFactor(count.text, power > 0, Math.abs(power) === 2);
  }
  return null;
}

/** A factor that some step may have brought in: one close to 1 comes of an approximation. */
const constantIn = (ratio: number | null): number | null =>
  ratio !== null && Math.abs(Math.abs(ratio) - 1) < coarsest ? null : ratio;

/** How many digits are right everywhere, or null if the answer is not close to the truth. */
function rightDigits({ answers, truth }: WrongAnswer): number | null {
  const scale = magnitude(truth);
  if (scale === 0) return null;
  let worst = 0;
  for (const [i, { data }] of answers.entries()) {
    for (const [j, value] of data.entries()) worst = Math.max(worst, Math.abs(value - truth[i]!.data[j]!));
  }
  return worst < coarsest * scale ? Math.max(1, Math.floor(-Math.log10(worst / scale))) : null;
}

/** What summing over the axes that the truth does not have, or has once, makes of an answer. */
function summedTo({ shape, data }: Numbers, target: Numbers["shape"]): Numbers {
  const extra = shape.length - target.length;
  const fits = extra >= 0 && target.every((length, axis) => length === 1 || length === shape[axis + extra]);
  if (!fits) return { shape, data };
  const sum = unbroadcast(fromEntries(data, shape), target);
  return { shape: sum.shape, data: sum.entries() };
}

const haveShapesOf = (answers: readonly Numbers[], truth: readonly Numbers[]): boolean =>
  answers.every(({ shape }, i) => sameShape(shape, truth[i]!.shape));

function messageFor(
  { kind, where, description: what, edgeText, faults, times }: Mistake,
  wrong: WrongAnswer,
  name: string,
  runs: readonly ForwardRun[],
): string {
  switch (kind) {
    case "sign":
      return messages.sign(name, null);
    case "not-differentiated":
      return messages.notDifferentiated(where);
    case "constant-factor":
      return messages.constantFactor(times!, null);
    case "missing-factor":
      return messages.missingFactor(edgeText!);
    case "missing-path":
      if (magnitude(wrong.answers) === 0) return messages.noPath(name);
      return edgeText!.step === null
        ? messages.missingPath(edgeText!, name)
        : messages.missingStep(edgeText!, name);
    case "not-reduced":
      return messages.notSummed(edgeText!, sharers(runs, faults));
    case "wrong-axis":
    case "batch-factor":
      return messages.wrongAxis(what, edgeText!);
    case "wrong-variable":
      return messages.wrongVariable(what, name, null);
    case "wrong-rule":
      return messages.wrongRule(edgeText!, what);
  }
}

function pairMessage(pair: readonly [Mistake, Mistake], name: string): string {
  const [first, second] = pair;
  return pair.every(({ kind }) => kind === "missing-path")
    ? messages.twoPaths(name, first.edgeText!, second.edgeText!)
    : messages.two(first, second);
}

/** The simplest explanation of one wrong output. */
export function diagnose(wrong: WrongAnswer, context: Context): FoundDiagnosis {
  const { answers, truth, wrt } = wrong;
  const { exercise, runs, language } = context;
  const name = nameIn(language, wrt);
  const distance = leeway(truth);
  const isWrong = truth.map((right, i) => !agree(answers[i]!, right, distance));
  // A mistake that does not show in a case is ruled out by a case in which the answer is wrong.
  const order = truth.map((_, i) => i).sort((a, b) => Number(isWrong[b]) - Number(isWrong[a]));
  const diagnosisOf = (kind: DiagnosisKind, message: string, ...mistakes: readonly Mistake[]): Diagnosis => {
    const faults = (i: number) => mistakes.flatMap((mistake) => mistake.faults(i));
    const wrongCases = order.filter((i) => isWrong[i]);
    const at = faults(wrongCases[0]!).length === 0 ? undefined : clearestCase(runs, wrongCases, faults);
    const times = mistakes.find((mistake) => mistake.times)?.times;
    return {
      kind,
      where: mistakes[0]?.where ?? null,
      output: wrt,
      bends: at === undefined ? [] : faults(at),
      ...(at !== undefined && { at }),
      ...(times !== undefined && { times }),
      message,
    };
  };

  const wrapped = diagnoseWrapping(wrong, name);
  if (wrapped !== null) return diagnosisOf("wrong-shape", wrapped);
  const candidates = candidatesAbout(exercise, runs, wrt, language);
  const fitting = withoutIdle(
    candidates.filter((mistake) => leadsTo(mistake, answers, order) && !isRightAfterAll(mistake, truth)),
  );
  const [simplest] = fitting;
  /** A mistake in words, with all the steps at which it leads to the answer; a link says itself where it is. */
  const madeAt = ({ kind, description }: Mistake) => ({
    description,
    sites:
      kind === "wrong-rule"
        ? fitting.filter((each) => each.description === description).flatMap(({ where }) => where ?? [])
        : [],
  });

  if (simplest?.kind === "sign") {
    const other = exercise.wrt.length === 1 && fitting.find(({ kind }) => kind === "wrong-variable");
    return diagnosisOf("sign", messages.sign(name, other ? other.description : null));
  }
  if (!simplest) {
    const shapeDiagnosis = diagnoseShape(wrong, candidates, order, name);
    if (shapeDiagnosis)
      return diagnosisOf(shapeDiagnosis.kind, shapeDiagnosis.message, ...shapeDiagnosis.mistakes);
  }
  const factor = constantIn(commonRatio(answers, truth));
  const path = factor === null ? undefined : fitting.find(({ kind }) => kind === "missing-path");
  // Half of the gradient is what one of two paths brings.
  if (path) return diagnosisOf("missing-path", messageFor(path, wrong, name, runs), path);
  if (factor !== null) {
    const cause = fitting.find(({ kind }) => kind === "wrong-rule" || kind === "missing-factor");
    return diagnosisOf(
      "constant-factor",
      messages.constantFactor(factor, cause ? madeAt(cause) : null),
      ...(cause ? [cause] : []),
    );
  }
  const batch = haveShapesOf(answers, truth) ? batchFactor(wrong, context) : null;
  if (batch !== null) return diagnosisOf("batch-factor", batch);
  if (simplest) {
    const slip =
      simplest.kind === "wrong-variable" ? fitting.find(({ kind }) => kind === "wrong-rule") : undefined;
    return diagnosisOf(
      simplest.kind,
      slip
        ? messages.wrongVariable(simplest.description, name, madeAt(slip))
        : messageFor(simplest, wrong, name, runs),
      simplest,
    );
  }
  // So close to the truth, a mistake that changes nothing would fit.
  const isClose = agreeEverywhere(answers, truth, rounding);
  const unexplained =
    haveShapesOf(answers, truth) && !isClose
      ? { wrt, answers, truth, runs, sites: faultSitesIn(runs, language), order, language }
      : null;
  const placeless = (explanation: Explanation) => ({ ...explanation, output: wrt, bends: [] });
  const deed = unexplained && explainByDeed(unexplained);
  if (deed) return placeless(deed);
  const pair = isClose ? null : twoMistakes(candidates, answers, runs, wrt, order);
  if (pair) return { ...diagnosisOf(pair[0].kind, pairMessage(pair, name), ...pair), isGuess: true };
  const look = unexplained && explainByLooks(unexplained);
  if (look) return { ...placeless(look), isGuess: look.kind === "partly-right" };
  const digits = rightDigits(wrong);
  if (digits !== null) return diagnosisOf("finite-difference", messages.finiteDifference(digits));
  return { ...diagnosisOf("none", messages.none(simplestCounterexample(wrong, context))), isGuess: true };
}

/**
 * Where a mistake comes to the same as nothing flowing over its edge, that nothing flows is what is told: a constant that
 * goes back through a centring, for instance, vanishes there.
 */
function withoutIdle(fitting: readonly Mistake[]): readonly Mistake[] {
  const edge = ({ faults }: Mistake) => faults(0).map(edgeId).join();
  const cut = new Set(fitting.filter(({ kind }) => kind === "missing-path").map(edge));
  return fitting.filter((mistake) => mistake.kind === "missing-path" || !cut.has(edge(mistake)));
}

/** Whether a mistake changes nothing in these cases. */
const isRightAfterAll = (mistake: Mistake, truth: readonly Numbers[]): boolean =>
  agreeEverywhere(
    truth.map((_, i) => mistake.answer(i)!),
    truth,
    rounding,
  );

/** The right numbers with axes of length 1 too many or too few. */
function diagnoseWrapping({ answers, truth, brackets }: WrongAnswer, name: string): string | null {
  const odd = answers.findIndex(({ shape }, i) => shape.length !== truth[i]!.shape.length);
  if (odd === -1 || !agreeEverywhere(answers.map(squeezed), truth.map(squeezed), rounding)) return null;
  const [got, wanted] = [answers[odd]!.shape, truth[odd]!.shape];
  const isWrapped = wanted.length > 0 && got.length === wanted.length + 1 && got[0] === 1;
  return isWrapped && brackets ? messages.inBrackets(brackets) : messages.wrongShape(name, got, wanted, true);
}

interface ShapeDiagnosis {
  kind: DiagnosisKind;
  message: string;
  mistakes: readonly Mistake[];
}

/** An answer of another shape than the truth's: right numbers, right but for one more mistake, or neither. */
function diagnoseShape(
  { answers, truth }: WrongAnswer,
  candidates: readonly Mistake[],
  order: readonly number[],
  name: string,
): ShapeDiagnosis | null {
  const odd = answers.findIndex((answer, i) => !sameShape(answer.shape, truth[i]!.shape));
  if (odd === -1) return null;
  const [got, wanted] = [answers[odd]!.shape, truth[odd]!.shape];
  const mended = [
    { kind: "transposed", mend: transposed, message: messages.transposed(name, wanted) },
    {
      kind: "not-reduced",
      mend: (answer: Numbers, i: number) => summedTo(answer, truth[i]!.shape),
      message: messages.notReduced(name, got, wanted),
    },
  ] as const;
  for (const { kind, mend, message } of wanted.length > 0 ? mended : mended.slice(1)) {
    const turned = answers.map(mend);
    if (!haveShapesOf(turned, truth)) continue;
    if (agreeEverywhere(turned, truth, rounding)) return { kind, message, mistakes: [] };
    const second = candidates.find((mistake) => leadsTo(mistake, turned, order));
    if (second) return { kind, message: messages.shapeAndNumbers(kind, name, second), mistakes: [second] };
  }
  const flat = (numbers: readonly Numbers[]) => numbers.map(({ data }) => ({ shape: [data.length], data }));
  const rightNumbers = agreeEverywhere(flat(answers), flat(truth), rounding);
  return { kind: "wrong-shape", message: messages.wrongShape(name, got, wanted, rightNumbers), mistakes: [] };
}
