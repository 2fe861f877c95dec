import { sameShape } from "#autodiff/index.ts";
import { nameIn, type Exercise, type Nested } from "#exercise/index.ts";
import type { Case } from "#grader/cases.ts";
import type { Language } from "#reading/language.ts";
import type { CallRequest, Value } from "#runtime/runtime.ts";

export interface Submission {
  language: Language;
  code: string;
}

/** What the runtime is asked to do with a submission. */
export function callFor(
  { asks, wrt, shown }: Pick<Exercise, "asks" | "wrt" | "shown">,
  { language, code }: Submission,
  cases: readonly Pick<Case, "args">[],
): CallRequest {
  return {
    language,
    code,
    given: shown[language],
    name: nameIn(language, asks.name),
    params: asks.params.map((param) => nameIn(language, param)),
    outputs: wrt.length,
    calls: cases.map(({ args }) => args),
  };
}

/** The same, with what the submission's lines come to. */
export const recordedCallFor = (...asked: Parameters<typeof callFor>): CallRequest => ({
  ...callFor(...asked),
  recorded: true,
});

const shapeOf = (value: Value | undefined): readonly number[] => (value?.kind === "array" ? value.shape : []);

/** The shape of an input, which is that of the gradient with respect to it. */
export function inputShape(
  { asks }: Pick<Exercise, "asks">,
  { args, inputs }: Called,
  name: string,
): readonly number[] {
  const place = asks.params.indexOf(name);
  return place === -1 ? nestedShape(inputs?.[name]) : shapeOf(args[place]);
}

const nestedShape = (nested: Nested | undefined): number[] =>
  typeof nested === "object" ? [nested.length, ...nestedShape(nested[0])] : [];

/** What a function was called with. */
type Called = Pick<Case, "args"> & Partial<Pick<Case, "inputs">>;

/** The entries of an array along its first axis. */
function rowsOf({ shape: [count = 0, ...shape], data }: Extract<Value, { kind: "array" }>): Value[] {
  const size = data.length / count;
  return Array.from({ length: count }, (_, i): Value => {
    const row = data.slice(i * size, (i + 1) * size);
    return shape.length === 0
      ? { kind: "number", value: row[0]!, integer: false }
      : { kind: "array", shape, data: row };
  });
}

/**
 * What a call returned, as one value per output; what is no tuple counts as the first of several. An array that has the outputs as its
 * rows, each in its shape, stands for a tuple of them.
 */
export function outputsOf(
  { asks, wrt }: Pick<Exercise, "asks" | "wrt">,
  returned: Value,
  called: Called,
): readonly Value[] {
  if (wrt.length === 1) return [returned];
  if (returned.kind === "tuple") return returned.items;
  const areRows =
    returned.kind === "array" &&
    returned.shape[0] === wrt.length &&
    wrt.every((name) => sameShape(returned.shape.slice(1), inputShape({ asks }, called, name)));
  return areRows ? rowsOf(returned) : [returned];
}
