/** Finds the mistake that explains a wrong answer: the one whose gradient equals the answer in every case. */
import { fromEntries, sameShape, unbroadcast } from "#autodiff/index.ts";
import { nameIn, type Exercise, type Language } from "#exercise/index.ts";
import type { Case } from "#grader/cases.ts";
import { agree, agreeEverywhere, magnitude, tolerance, transposed, type Numbers } from "#grader/compare.ts";
import type { Derivation } from "#grader/derivation.ts";
import { says } from "#grader/messages.ts";
import { mistakesAbout, type Mistake } from "#grader/mistakes.ts";
import { inputsText } from "#grader/text.ts";
import type { Diagnosis, DiagnosisKind } from "#grader/verdict.ts";

/** A wrong answer for one output: what came back for each case, and the truth. */
export interface WrongAnswer {
  wrt: string;
  answers: readonly Numbers[];
  truth: readonly Numbers[];
}

interface Context {
  exercise: Exercise;
  language: Language;
  cases: readonly Case[];
  derivations: readonly Derivation[];
}

/** Two numbers computed along different ways to the same result differ by rounding only. */
const rounding = 10 * tolerance;

/** Approximations worse than this are not called approximations. */
const coarsest = 1e-2;

/** answer/truth where that is the same number everywhere in these cases, else null. */
function commonRatio(answers: readonly Numbers[], truth: readonly Numbers[]): number | null {
  const scale = magnitude(truth);
  let ratio: number | null = null;
  for (const [i, answer] of answers.entries()) {
    for (const [j, value] of answer.data.entries()) {
      const right = truth[i]!.data[j]!;
      if (Math.abs(right) <= 1e-9 * scale) continue;
      ratio ??= value / right;
    }
  }
  if (ratio === null || ratio === 0) return null;
  const scaled = truth.map(({ shape, data }) => ({ shape, data: data.map((value) => value * ratio) }));
  return agreeEverywhere(answers, scaled, rounding) ? ratio : null;
}

/** A count that varies from case to case and by which the answer is too large or too small. */
function batchFactor(
  { answers, truth }: WrongAnswer,
  { derivations, exercise, language }: Context,
): string | null {
  const ratios = answers.map((answer, i) => commonRatio([answer], [truth[i]!]));
  if (ratios.some((ratio) => ratio === null)) return null;
  const counts = Object.keys(exercise.inputs).flatMap((name) => {
    const shown = `\`${nameIn(language, name)}\``;
    const shapeIn = (derivation: Derivation) => derivation.inputs[name]!.shape;
    const dims = shapeIn(derivations[0]!).length;
    const axes = Array.from({ length: dims }, (_, axis) => ({
      of: `the number of ${dims === 1 ? "entries" : axis === 0 ? "rows" : axis === 1 ? "columns" : `entries along axis ${axis}`} of ${shown}`,
      count: (derivation: Derivation) => shapeIn(derivation)[axis]!,
    }));
    const all = {
      of: `the number of entries of ${shown}`,
      count: ({ inputs }: Derivation) => inputs[name]!.numel,
    };
    return dims > 1 ? [...axes, all] : axes;
  });
  const matches = (sign: 1 | -1) => (each: (typeof counts)[number]) =>
    ratios.every((ratio, i) => Math.abs(ratio! / each.count(derivations[i]!) ** sign - 1) < 1e-9);
  const large = counts.find(matches(1));
  if (large) return says.batchFactor(large.of, true);
  const small = counts.find(matches(-1));
  return small ? says.batchFactor(small.of, false) : null;
}

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

/** How hard a case is to work out in the head: few entries, whole, small numbers come first. */
function effort({ inputs }: Case): number {
  const values = Object.values(inputs).flatMap((value) =>
    typeof value === "number" ? [value] : ([value].flat(9) as number[]),
  );
  return values.reduce((sum, value) => sum + 1 + Math.abs(value) + (Number.isInteger(value) ? 0 : 10), 0);
}

function unexplained(
  { answers, truth, wrt }: WrongAnswer,
  { exercise, cases, language }: Context,
): Diagnosis {
  const distance = tolerance * (magnitude(truth) || 1);
  const failing = cases
    .map((_, i) => i)
    .filter((i) => !agree(answers[i]!, truth[i]!, distance))
    .sort((a, b) => effort(cases[a]!) - effort(cases[b]!));
  const simplest = failing[0]!;
  const [answer, right] = [answers[simplest]!, truth[simplest]!];
  const scalar = right.shape.length === 0;
  const direction = !scalar ? null : answer.data[0]! > right.data[0]! ? "too large" : "too small";
  return {
    kind: "none",
    where: null,
    output: wrt,
    message: says.none(inputsText(exercise, cases[simplest]!, language), direction),
  };
}

function misshapen(wrong: WrongAnswer, name: string): Pick<Diagnosis, "kind" | "message"> | null {
  const { answers, truth } = wrong;
  const odd = answers.findIndex((answer, i) => !sameShape(answer.shape, truth[i]!.shape));
  if (odd === -1) return null;
  const got = answers[odd]!.shape;
  const wanted = truth[odd]!.shape;
  if (agreeEverywhere(answers.map(transposed), truth, rounding)) {
    return { kind: "transposed", message: says.transposed(name, wanted) };
  }
  const reduced = answers.map((answer, i) => {
    const target = truth[i]!.shape;
    const extra = answer.shape.length - target.length;
    const fits =
      extra >= 0 && target.every((length, axis) => length === 1 || length === answer.shape[axis + extra]);
    if (!fits) return answer;
    const sum = unbroadcast(fromEntries(answer.data, answer.shape), target);
    return { shape: sum.shape, data: sum.entries() };
  });
  if (wanted.length > 0 && agreeEverywhere(reduced, truth, rounding)) {
    return { kind: "not-reduced", message: says.notReduced(name, got, wanted) };
  }
  return { kind: "wrong-shape", message: says.wrongShape(name, got, wanted) };
}

const isZero = (answers: readonly Numbers[]): boolean => magnitude(answers) === 0;

function messageFor({ kind, where, says: what }: Mistake, wrong: WrongAnswer, name: string): string {
  const [, outer = "", inner = ""] = /^d\((.*)\)\/d\((.*)\)$/s.exec(where ?? "") ?? [];
  switch (kind) {
    case "sign":
      return says.sign();
    case "not-differentiated":
      return says.notDifferentiated(where);
    case "missing-factor":
      return says.missingFactor(outer, inner);
    case "missing-path":
      return isZero(wrong.answers) ? says.noPath(name) : says.missingPath(outer, inner, name);
    case "wrong-variable":
      return says.wrongVariable(what, name);
    default:
      return says.wrongRule(where ?? "", what);
  }
}

/** The simplest explanation of one wrong output. */
export function diagnose(wrong: WrongAnswer, context: Context): Diagnosis {
  const { answers, truth, wrt } = wrong;
  const { exercise, derivations, language } = context;
  const name = nameIn(language, wrt);
  const found = (kind: DiagnosisKind, message: string, where: string | null = null): Diagnosis => ({
    kind,
    where,
    output: wrt,
    message,
  });

  const fitting = mistakesAbout(exercise, derivations, wrt, language).filter((mistake) =>
    agreeEverywhere(answers, mistake.answers, rounding),
  );
  const [simplest] = fitting;
  const withSecond = (message: string, second: Mistake | undefined) => {
    if (!second) return message;
    const places = fitting
      .filter(({ says: what }) => what === second.says)
      .flatMap(({ where }) => where ?? []);
    return `${message} ${says.also(second, places)}`;
  };

  if (simplest?.kind === "sign") {
    return found("sign", withSecond(says.sign(), fitting[1]));
  }
  const shapeFault = simplest ? null : misshapen(wrong, name);
  if (shapeFault) return found(shapeFault.kind, shapeFault.message);
  const comparable = answers.every((answer, i) => sameShape(answer.shape, truth[i]!.shape));
  const factor = comparable ? commonRatio(answers, truth) : null;
  if (factor !== null) {
    const slip = fitting.find(({ kind }) => kind === "wrong-rule" || kind === "missing-factor");
    return found("constant-factor", withSecond(says.constantFactor(factor), slip), slip?.where ?? null);
  }
  const batch = comparable ? batchFactor(wrong, context) : null;
  if (batch !== null) return found("batch-factor", batch);
  if (simplest) {
    const second = fitting.find(({ kind }) => kind !== simplest.kind);
    return found(simplest.kind, withSecond(messageFor(simplest, wrong, name), second), simplest.where);
  }
  const digits = rightDigits(wrong);
  if (digits !== null) return found("finite-difference", says.finiteDifference(digits));
  return unexplained(wrong, context);
}
