import * as z from "zod/mini";
import type { AnswerLanguage, Attempt } from "#learner/attempt.ts";
import type { DiagnosisKind, Verdict } from "#grader/verdict.ts";
import type { Value } from "#runtime/runtime.ts";

export const language = z.enum(["python", "javascript", "graph"] satisfies AnswerLanguage[]);

export const verdict = z.enum(["correct", "incorrect", "invalid", "timeout"] satisfies Verdict[]);

export const diagnosisKind = z.enum([
  "sign",
  "constant-factor",
  "batch-factor",
  "missing-factor",
  "missing-path",
  "wrong-rule",
  "wrong-variable",
  "not-differentiated",
  "transposed",
  "wrong-axis",
  "not-reduced",
  "wrong-shape",
  "order",
  "finite-difference",
  "none",
] satisfies DiagnosisKind[]);

/** Zod's `number()` refuses NaN and infinities, which a learner's function may well return. */
const anyNumber = z.custom<number>((entry) => typeof entry === "number");

const value: z.ZodMiniType<Value> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("number"), value: anyNumber, integer: z.boolean() }),
    z.object({ kind: z.literal("array"), shape: z.array(z.number()), data: z.array(anyNumber) }),
    z.object({ kind: z.literal("tuple"), items: z.array(value) }),
    z.object({ kind: z.literal("other"), type: z.string(), text: z.string() }),
  ]),
);

const count = z.number().check(z.int(), z.nonnegative());

const bend = z.object({
  node: count,
  input: count,
  change: z.union([
    z.enum(["taken-as-one", "cut"]),
    z.object({ slip: count }),
    z.object({ along: z.array(count), averaged: z.boolean() }),
  ]),
});

const diagnosis = z.object({
  kind: diagnosisKind,
  where: z.nullable(z.string()),
  output: z.nullable(z.string()),
  bends: z._default(z.array(bend), []),
  message: z.string(),
});

const grade = z.object({
  verdict,
  message: z.string(),
  diagnosis: z.nullable(diagnosis),
  outputs: z.array(
    z.object({
      wrt: z.string(),
      verdict: z.enum(["correct", "incorrect"]),
      diagnosis: z.nullable(diagnosis),
    }),
  ),
  cases: z.array(
    z.object({
      inputs: z.array(z.object({ name: z.string(), value })),
      outputs: z.array(
        z.object({ wrt: z.string(), yours: z.nullable(value), autograd: value, agrees: z.boolean() }),
      ),
    }),
  ),
  line: z.nullable(z.number()),
  writtenIn: z.optional(z.enum(["python", "javascript"])),
});

/** What a stored attempt must look like to be believed; an older or damaged one is treated as absent. */
export const attemptSchema: z.ZodMiniType<Attempt> = z.object({
  exercise: z.string(),
  language,
  code: z.string(),
  submittedAt: z.string(),
  grade,
});
