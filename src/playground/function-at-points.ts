/** The points that a function is tried at: drawn, run in the sandbox, and kept where the function is smooth and finite. */
import { EngineError, grad, type Tensor } from "#autodiff/index.ts";
import {
  asTensors,
  explainException,
  inputsText,
  isOfText,
  otherCases,
  simpleCases,
  thrownValue,
  type Case,
} from "#grader/index.ts";
import type { Exercise } from "#exercise/index.ts";
import { readTrace, TraceError, type Trace } from "#graph/replay.ts";
import { languageName, otherThan, type Language } from "#reading/language.ts";
import { exerciseFor } from "#playground/playground-exercise.ts";
import { findGraphBreak } from "#playground/graph-break.ts";
import { isDifferentiable, wantedInputs, type PlaygroundSetting } from "#playground/playground-setting.ts";
import { signatureOf } from "#playground/signature.ts";
import { TracedFunction } from "#playground/traced-function.ts";
import { playground as strings } from "#strings/index.ts";
import type { Failure, Runtime, RunOptions, TracedCall, Value } from "#runtime/runtime.ts";

/** As many points as a submission is tried at, how many of them are drawn first, and how many more if too few are of use. */
const wanted = { cases: 10, fewest: 6, first: 24, more: 120 } as const;

/** Simple points, for a drawing and for the simplest failure. */
const simple = 24;

/** What can't be tried, in words for the reader, and where in the function's code it went wrong. */
export class FunctionError extends Error {
  override readonly name = "FunctionError";
  readonly line: number | null;
  readonly kind: "time" | "stopped" | "other";
  /** The language that the code is written in, where it is not the one chosen. */
  readonly writtenIn: Language | null;

  constructor(
    message: string,
    line: number | null = null,
    kind: FunctionError["kind"] = "other",
    writtenIn: Language | null = null,
  ) {
    super(message);
    this.line = line;
    this.kind = kind;
    this.writtenIn = writtenIn;
  }
}

/** A function with the points that it is tried at. */
export interface SampledCases {
  exercise: Exercise;
  cases: readonly Case[];
  /** What the reader should know besides. */
  notices: readonly string[];
}

/**
 * What became of one point: of use; at a kink, where there is no derivative to compare with; where the values are smooth, but change
 * in another way than autograd says; or of no use, and why.
 */
type Point =
  | { each: Case; use: "smooth" | "kink" | "unseen"; depends: boolean }
  | { each: Case; use: "none"; why: string; failure?: Failure };

/** A small step from a point, in every input that the derivative is asked by, this way or that way by turns. */
function stepped(
  { args }: Case,
  setting: PlaygroundSetting,
  sign: 1 | -1,
): { args: Value[]; by: number[][] } {
  const by: number[][] = [];
  const asked = new Set(wantedInputs(setting).map(({ name }) => name));
  let turn = 1;
  const move = (x: number, own: number[]): number => {
    turn = -turn;
    const step = sign * turn * 1e-5 * Math.max(1, Math.abs(x));
    own.push(step);
    return x + step;
  };
  const moved = args.map((value, i): Value => {
    const own: number[] = [];
    by.push(own);
    if (!asked.has(setting.inputs[i]!.name)) return value;
    if (value.kind === "number") return { ...value, value: move(value.value, own) };
    return value.kind === "array" ? { ...value, data: value.data.map((x) => move(x, own)) } : value;
  });
  return { args: moved, by };
}

/** What the function's values along a small step say to the slope that autograd gives along it. */
function judgeSlope(
  slope: number,
  here: number,
  ahead: number,
  behind: number,
  size: number,
): "smooth" | "kink" | "unseen" {
  if (!Number.isFinite(ahead) || !Number.isFinite(behind)) return "smooth"; // at the edge of where it is defined
  const seen = (ahead - behind) / 2;
  const noise = 1e-12 * Math.max(1, Math.abs(here), Math.abs(ahead), Math.abs(behind));
  const off = Math.abs(seen - slope);
  if (off <= 1e-3 * Math.abs(slope) + 1e-4 * Math.abs(seen) + 1e-6 * size + noise) return "smooth";
  // At a kink the values bend as much as the slope is off.
  const bend = Math.abs(ahead - 2 * here + behind);
  return bend > 0.01 * off ? "kink" : "unseen";
}

/** Runs the function in the sandbox and draws what it computes, for the reader to see and for the grader to differentiate. */
export class FunctionAtPoints {
  readonly exercise: Exercise;
  readonly #setting: PlaygroundSetting;
  readonly #runtime: Pick<Runtime, "traceFunction">;
  readonly #function: TracedFunction;
  readonly #name: string;

  constructor(setting: PlaygroundSetting, runtime: Pick<Runtime, "traceFunction">) {
    const signature = signatureOf(setting.function, setting.language);
    if (!signature) throw new FunctionError(strings.noFunction(setting.language));
    this.#name = signature.name;
    this.#setting = setting;
    this.#runtime = runtime;
    this.#function = new TracedFunction(
      setting.inputs.filter(({ integer, axes }) => !integer || axes.length > 0).map(({ name }) => name),
    );
    this.exercise = exerciseFor(setting, this.#function.at);
  }

  /** The points of a submission. Throws a FunctionError where there are too few that the function can be tried at. */
  async cases(options: RunOptions): Promise<SampledCases> {
    const drawn = otherCases(this.exercise, wanted.first + wanted.more);
    let points = await this.#try(drawn.slice(0, wanted.first), options);
    const ofUse = (use: Point["use"]) => points.filter((point) => point.use === use);
    if (ofUse("smooth").length < wanted.cases && points.some(({ use }) => use !== "none")) {
      points = [...points, ...(await this.#try(drawn.slice(wanted.first), options))];
    }
    const smooth = ofUse("smooth");
    const valued = points.filter((point) => point.use !== "none");
    if (valued.length >= wanted.fewest && valued.every(({ depends }) => !depends))
      throw new FunctionError(strings.plain);
    // One could be rounding.
    const [unseen, another] = ofUse("unseen");
    if (unseen && (another || smooth.length < wanted.fewest)) throw await this.#notFollowed(unseen.each);
    if (smooth.length < wanted.fewest) throw this.#tooFew(points, smooth.length);
    const none = points.filter((point) => point.use === "none");
    const first = none[0];
    return {
      exercise: this.exercise,
      cases: smooth.slice(0, wanted.cases).map(({ each }) => each),
      notices: first ? [strings.leftOut(none.length, points.length, this.#at(first.each), first.why)] : [],
    };
  }

  /** There is nothing to compare a derivative with: what leaves the graph has none by autograd. */
  async #notFollowed(at: Case): Promise<FunctionError> {
    const { function: code, language } = this.#setting;
    const exit = await findGraphBreak(code, language);
    return new FunctionError(strings.unseen(this.#at(at), exit), exit?.line ?? null);
  }

  /** Points of small whole numbers, the simplest first; those that the function can be tried at. */
  async simpleCases(options: RunOptions): Promise<Case[]> {
    const points = await this.#try(simpleCases(this.exercise).slice(0, simple), options);
    return points.flatMap(({ each, use }) => (use === "none" ? [] : each));
  }

  #at(each: Case): string {
    return inputsText(this.exercise, each, this.#setting.language) || strings.noInputs;
  }

  #tooFew(points: readonly Point[], usable: number): FunctionError {
    const [first] = points.filter((point) => point.use === "none");
    if (!first) return new FunctionError(strings.onlyKinks);
    const { failure, why } = first;
    const isAlways =
      failure?.kind === "untraceable" ||
      (failure && (isOfText(failure.type) || failure.type === "RuntimeError"));
    if (usable === 0 && isAlways) return new FunctionError(reasonOf(failure), failure.line);
    return new FunctionError(
      strings.tooFew(usable, points.length, this.#at(first.each), why),
      failure?.line ?? null,
    );
  }

  async #try(cases: readonly Case[], options: RunOptions): Promise<Point[]> {
    const steps = cases.map(
      (each) => [stepped(each, this.#setting, 1), stepped(each, this.#setting, -1)] as const,
    );
    const result = await this.#runtime.traceFunction(
      {
        language: this.#setting.language,
        code: this.#setting.function,
        name: this.#name,
        params: this.#setting.inputs.map(({ name }) => name),
        calls: cases.flatMap(({ args }, i) => [args, steps[i]![0].args, steps[i]![1].args]),
      },
      options,
    );
    if (!result.ok) throw failed(await this.#explained(result.error));
    const traces: unknown = result.traces;
    const points: Point[] = [];
    for (const [i, each] of cases.entries()) {
      const [here, ahead, behind] = [0, 1, 2].map((k) => heard(traces, 3 * i + k));
      const outcome = here!.ok ? here! : { ...here!, error: await this.#explained(here!.error) };
      points.push(this.#judge(each, outcome, ahead!, behind!, steps[i]![0].by));
    }
    return points;
  }

  /** The same in words that help, where there are such. */
  async #explained(failure: Failure): Promise<Failure> {
    if (failure.kind !== "exception") return failure;
    const { type, message, line, call } = failure;
    const { language, inputs, function: code } = this.#setting;
    const explained = await explainException({
      ...{ language, code, type, message, line },
      called: call !== undefined,
      params: inputs.map(({ name }) => name),
      arrays: inputs.filter(isDifferentiable).map(({ name }) => name),
      shown: [],
      autograd: true,
    });
    return explained === null ? failure : { ...failure, message: explained };
  }

  /** What to make of a point, from what came out of the sandbox for it and for a step to either side. */
  #judge(
    each: Case,
    here: TracedCall,
    ahead: TracedCall,
    behind: TracedCall,
    by: readonly number[][],
  ): Point {
    if (!here.ok) return { each, use: "none", why: reasonOf(here.error), failure: here.error };
    const inputs = asTensors(each.inputs);
    try {
      const trace = readTrace(here.trace);
      const value = this.#function.replayed(inputs, trace);
      const odd = oddity(value, trace);
      if (odd) return { each, use: "none", ...odd };
      const slope = slopeAlong(this.#setting, inputs, value, by);
      if (!Number.isFinite(slope)) return { each, use: "none", why: strings.noSlope };
      this.#function.add(inputs, trace);
      const size = Math.max(...by.flat().map(Math.abs), 0);
      const use = judgeSlope(slope, value.item(), valueOf(ahead), valueOf(behind), size);
      return { each, use, depends: value.requiresGrad };
    } catch (error) {
      if (!(error instanceof TraceError || error instanceof EngineError)) throw error;
      const message = strings.notFollowed(error.message);
      return { each, use: "none", why: message, failure: untraceable(message) };
    }
  }
}

const untraceable = (message: string): Failure => ({
  kind: "untraceable",
  type: "Untraceable",
  message,
  line: null,
});

/** The slope of the value along a step, by autograd. */
function slopeAlong(
  { inputs: describeValue }: PlaygroundSetting,
  inputs: Readonly<Record<string, Tensor>>,
  value: Tensor,
  by: readonly number[][],
): number {
  if (!value.requiresGrad) return 0;
  const tensors = describeValue.map(({ name }) => inputs[name]!);
  const gradients = grad(value, tensors, { retainGraph: true, allowUnused: true });
  return gradients.reduce((sum, gradient, i) => {
    const entries = gradient?.entries() ?? [];
    return sum + by[i]!.reduce((part, step, j) => part + step * (entries[j] ?? 0), 0);
  }, 0);
}

/** Why a value that was computed is of no use, if it isn't. */
function oddity(value: Tensor, trace: Trace): { why: string; failure?: Failure } | null {
  if (value.numel !== 1) return { why: strings.notOneNumber, failure: untraceable(strings.notOneNumber) };
  if (value.dtype !== "float64")
    return { why: strings.singlePrecision, failure: untraceable(strings.singlePrecision) };
  const number = value.item();
  if (!Number.isFinite(number)) return { why: strings.notFinite(String(number)) };
  const rounding = 1e-12 * Math.max(1, Math.abs(number));
  if (trace.value === null || Math.abs(number - trace.value) > rounding) {
    return { why: strings.changedInPlace, failure: untraceable(strings.changedInPlace) };
  }
  return null;
}

const valueOf = (call: TracedCall): number => (call.ok ? (readTrace(call.trace).value ?? NaN) : NaN);

/** The longest message that is shown. */
const longestMessage = 2_000;

/** A failure as it was told, as far as it is one. */
function failureFrom(outcome: unknown): Failure {
  const { kind, type, message, line, call } = (outcome ?? {}) as Partial<Record<keyof Failure, unknown>>;
  const text = (value: unknown, otherwise: string) =>
    typeof value === "string" ? value.slice(0, longestMessage) : otherwise;
  return {
    kind: kind === "exception" || kind === "wrong-parameters" ? kind : "untraceable",
    type: text(type, "Error"),
    message: text(message, ""),
    line: typeof line === "number" ? line : null,
    ...(typeof call === "number" && { call }),
  };
}

/** One of the things that came out of the sandbox, which may be anything at all. */
function heard(traces: unknown, i: number): TracedCall {
  const one: unknown = Array.isArray(traces) ? traces[i] : undefined;
  if (typeof one === "object" && one !== null && "ok" in one) {
    if (one.ok === true && "trace" in one && typeof one.trace === "string")
      return { ok: true, trace: one.trace };
    if (one.ok === false && "error" in one) return { ok: false, error: failureFrom(one.error) };
  }
  return { ok: false, error: untraceable(strings.notFollowed("the sandbox said nothing")) };
}

/** What to say of code in the other language than the one chosen. */
export const inOtherLanguage = (which: "function" | "derivative", writtenIn: Language): FunctionError =>
  new FunctionError(
    strings.writtenIn(which, languageName[writtenIn], languageName[otherThan(writtenIn)]),
    null,
    "other",
    writtenIn,
  );

function failed(failure: Failure): FunctionError {
  const { kind, line, writtenIn } = failure;
  if (writtenIn) return inOtherLanguage("function", writtenIn);
  return new FunctionError(reasonOf(failure), line, kind === "time" || kind === "stopped" ? kind : "other");
}

/** A failure in words that go on from "the function". */
function reasonOf({ kind, type, message, line }: Failure): string {
  if (kind === "syntax") return strings.unreadable(message, line);
  if (type === thrownValue) return strings.threw(message.replaceAll("`", "'"));
  if (kind === "exception" || kind === "wrong-parameters") return strings.raised(type, message, line);
  return message;
}
