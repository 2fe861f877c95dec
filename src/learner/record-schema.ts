import * as z from "zod/mini";
import { diagnosisKindSchema, verdictSchema, writtenFields } from "#learner/attempt-schema.ts";
import { replacements } from "#learner/replacement.ts";

/** What a stored draft, attempt or kept draft must look like to be believed. A damaged one is passed over, not deleted. */
export const draftSchema = z.object({
  ...writtenFields,
  savedAt: z.nullable(z.string()),
  starter: z._default(z.nullable(z.string()), null),
});

export const attemptRecordSchema = z.object({
  ...writtenFields,
  submittedAt: z.string(),
  verdict: z.nullable(verdictSchema),
  diagnosis: z.nullable(diagnosisKindSchema),
});

export const keptDraftSchema = z.object({
  ...writtenFields,
  keptAt: z.string(),
  why: z.enum(replacements),
});

/** Those of `stored` that can be believed. */
export const validEntries = <Kind>(schema: z.ZodMiniType<Kind>, stored: readonly unknown[]): Kind[] =>
  stored.flatMap((entry) => {
    const read = schema.safeParse(entry);
    return read.success ? [read.data] : [];
  });
