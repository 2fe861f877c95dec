import { afterAll } from "vitest";
import { createNodeRuntime } from "#runtime/node/index.ts";
import type { TimeLimits } from "#runtime/limits.ts";
import type { CallRequest, Failure, Runtime, Value } from "#runtime/runtime.ts";
import type { Language } from "#reading/language.ts";

/** Time enough for whatever ends, on any machine. */
const ample: TimeLimits = { cell: 120_000, call: 120_000, trace: 120_000, start: 240_000, patience: 200 };

/** A runtime for the tests of one file. What never ends takes all its time: give it little. */
export function nodeRuntime(times: Partial<TimeLimits> = {}): Runtime {
  const runtime = createNodeRuntime({ times: { ...ample, ...times } });
  afterAll(() => runtime.close());
  return runtime;
}

export const number = (value: number, integer = false): Value => ({ kind: "number", value, integer });

export const array = (shape: readonly number[], data: readonly number[]): Value => ({
  kind: "array",
  shape,
  data,
});

/** What the function returned that counts as this number or array. */
export const typed = (type: "bool" | "list" | "tuple", value: Value): Value => ({ ...value, type }) as Value;

/** A request to call `f(x)` once, with 3.0. */
export const callOf = (
  language: Language,
  code: string,
  request: Partial<Omit<CallRequest, "language" | "code">> = {},
): CallRequest => ({
  language,
  code,
  name: "f",
  params: ["x"],
  outputs: 1,
  calls: [[number(3)]],
  ...request,
});

/** What running a cell failed with. */
export async function failureOf(runtime: Runtime, language: Language, code: string): Promise<Failure | null> {
  return (await runtime.runCell({ language, code })).error;
}

/** The results of a call that must succeed. */
export async function resultsOf(runtime: Runtime, request: CallRequest): Promise<readonly Value[]> {
  const result = await runtime.callFunction(request);
  if (!result.ok) throw new Error(`${result.error.type}: ${result.error.message}`);
  return result.results;
}
