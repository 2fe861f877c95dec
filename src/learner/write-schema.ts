import * as z from "zod/mini";
import { attemptSchema } from "#learner/attempt-schema.ts";
import { draftSchema, keptDraftSchema } from "#learner/record-schema.ts";

/** What a write must look like to be believed, when it comes from where anything may stand. */
export const writeSchema = z.discriminatedUnion("what", [
  z.object({
    what: z.literal("draft"),
    draft: draftSchema,
    over: z.nullable(z.string()),
    page: z.string(),
  }),
  z.object({ what: z.literal("kept"), kept: keptDraftSchema }),
  z.object({ what: z.enum(["attempt", "verdict"]), attempt: attemptSchema }),
]);
