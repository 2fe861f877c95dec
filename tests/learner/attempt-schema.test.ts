import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod/mini";
import { attemptSchema } from "#learner/attempt-schema.ts";
import type { Attempt, AttemptRecord } from "#learner/attempt.ts";
import type { attemptRecordSchema, draftSchema, keptDraftSchema } from "#learner/record-schema.ts";
import type { Draft } from "#learner/record.ts";
import type { KeptDraft } from "#learner/replacement.ts";
import type { writeSchema } from "#learner/write-schema.ts";
import type { Write } from "#learner/write.ts";
import type { Value } from "#runtime/runtime.ts";

const attemptWith = (yours: Value, message = "Wrong."): Attempt => ({
  exercise: "scalar/square",
  language: "python",
  code: "def d_x_square(x):\n    return x",
  submittedAt: "2026-11-23T08:00:00.000Z",
  grade: {
    verdict: "incorrect",
    message,
    diagnosis: null,
    outputs: [],
    cases: [
      {
        inputs: [],
        outputs: [{ wrt: "x", yours, autograd: { kind: "number", value: 1, integer: false }, agrees: false }],
      },
    ],
    line: null,
  },
});

const isBelieved = (attempt: Attempt): boolean => attemptSchema.safeParse(attempt).success;
const array = (shape: number[], data: number[]): Value => ({ kind: "array", shape, data });

describe("a stored attempt that would be shown at any length is not believed", () => {
  test.each<[string, Attempt]>([
    ["forty million entries that aren't there", attemptWith(array([20_000, 2_000], []))],
    ["a thousand entries too many", attemptWith(array([11_000], new Array<number>(11_000).fill(1)))],
    ["rows without entries", attemptWith(array([1e9, 0], []))],
    ["fewer entries than its shape has", attemptWith(array([2, 2], [1, 2, 3]))],
    ["a negative length", attemptWith(array([-1, -2], [1, 2]))],
    ["text of megabytes", attemptWith({ kind: "other", type: "str", text: "e".repeat(2_000_000) })],
    ["a message of megabytes", attemptWith(array([1], [1]), "[".repeat(2_000_000))],
  ])("%s", (_, attempt) => {
    expect(isBelieved(attempt)).toBe(false);
  });
});

test("one of the size that exercises have is, with what it printed or without", () => {
  const attempt = attemptWith(array([30, 40], new Array<number>(1_200).fill(NaN)));
  expect(isBelieved(attempt)).toBe(true);
  const printed = { at: "`x = 1`", text: "2.0\n", cut: false };
  const read = attemptSchema.safeParse({ ...attempt, grade: { ...attempt.grade, printed } });
  expect(read.data?.grade.printed).toEqual(printed);
});

/** A type as a schema can state it: without `readonly`. */
type Stated<Type> = Type extends Value
  ? Type
  : Type extends readonly (infer Entry)[]
    ? Stated<Entry>[]
    : Type extends object
      ? { -readonly [Key in keyof Type]: Stated<Type[Key]> }
      : Type;

test("the schemas state all of what is recorded: nothing that is written is lost when it is read", () => {
  expectTypeOf<z.output<typeof attemptSchema>>().toEqualTypeOf<Stated<Attempt>>();
  expectTypeOf<z.output<typeof attemptRecordSchema>>().toEqualTypeOf<Stated<AttemptRecord>>();
  expectTypeOf<z.output<typeof draftSchema>>().toEqualTypeOf<Stated<Draft>>();
  expectTypeOf<z.output<typeof keptDraftSchema>>().toEqualTypeOf<Stated<KeptDraft>>();
  expectTypeOf<z.output<typeof writeSchema>>().toEqualTypeOf<Stated<Write>>();
});
