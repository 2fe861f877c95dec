import * as z from "zod/mini";
import { diagnosisKinds, stepStates, verdicts } from "#grader/verdict.ts";
import { answerLanguages } from "#learner/attempt.ts";
import { languages } from "#reading/language.ts";
import type { Value } from "#runtime/runtime.ts";

/** The fields of a text in its place. */
export const writtenFields = {
  exercise: z.string(),
  language: z.enum(answerLanguages),
  code: z.string(),
};

export const verdictSchema = z.enum(verdicts);

export const diagnosisKindSchema = z.enum(diagnosisKinds);

/** Zod's `number()` refuses NaN and infinities, which a learner's function may well return. */
const anyNumber = z.custom<number>((entry) => typeof entry === "number");

const count = z.number().check(z.int(), z.nonnegative());

/** Texts and arrays are shown as they are, so a stored one that is larger than any that is written is no attempt. */
const text = z.string().check(z.maxLength(100_000));
const mostEntries = 10_000;

/** Axes of length 0 count as 1: rows without entries are rows. */
const withinBounds = (shape: readonly number[]): boolean =>
  shape.reduce((product, length) => product * Math.max(1, length), 1) <= mostEntries;

const array = z
  .object({
    kind: z.literal("array"),
    shape: z.array(count).check(z.maxLength(32), z.refine(withinBounds)),
    data: z.array(anyNumber).check(z.maxLength(mostEntries)),
    type: z.optional(z.enum(["list", "tuple"])),
    integer: z.optional(z.boolean()),
  })
  .check(
    z.refine(({ shape, data }) => shape.reduce((product, length) => product * length, 1) === data.length),
  );

const value: z.ZodMiniType<Value> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("number"),
      value: anyNumber,
      integer: z.boolean(),
      type: z.optional(z.literal("bool")),
    }),
    array,
    z.object({ kind: z.literal("tuple"), items: z.array(value).check(z.maxLength(mostEntries)) }),
    z.object({ kind: z.literal("other"), type: text, text }),
  ]),
);

/** A `Fault` of the grader's. What is stored has older words for it: `bends` of a diagnosis, and `slip` for the number of a mal-rule. */
const fault = z.object({
  node: count,
  input: count,
  change: z.union([
    z.enum(["taken-as-one", "cut"]),
    z.object({ slip: count }),
    z.object({ along: z.array(count), averaged: z.boolean() }),
  ]),
});

const diagnosis = z.object({
  kind: diagnosisKindSchema,
  where: z.nullable(text),
  output: z.nullable(text),
  bends: z._default(z.array(fault), []),
  at: z.optional(count),
  times: z.optional(anyNumber),
  line: z.optional(count),
  message: text,
  note: z.optional(text),
});

/** What the lines of an answer are, as a grade holds it. */
export const stepsSchema = z.object({
  at: count,
  lines: z.array(
    z.object({
      line: count,
      name: z.nullable(text),
      state: z.enum(stepStates),
      says: text,
      nodes: z.array(count),
    }),
  ),
});

const grade = z.object({
  verdict: verdictSchema,
  message: text,
  diagnosis: z.nullable(diagnosis),
  outputs: z.array(
    z.object({
      wrt: text,
      verdict: z.enum(["correct", "incorrect"]),
      diagnosis: z.nullable(diagnosis),
    }),
  ),
  cases: z.array(
    z.object({
      inputs: z.array(z.object({ name: text, value })),
      outputs: z.array(
        z.object({ wrt: text, yours: z.nullable(value), autograd: value, agrees: z.boolean() }),
      ),
    }),
  ),
  line: z.nullable(z.number()),
  printed: z.optional(z.object({ at: z.nullable(text), text, cut: z.boolean() })),
  steps: z.optional(stepsSchema),
  writtenIn: z.optional(z.enum(languages)),
});

/** What a stored attempt must look like to be believed; an older or damaged one is treated as absent. */
export const attemptSchema = z.object({ ...writtenFields, submittedAt: z.string(), grade });
