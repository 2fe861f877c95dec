import * as z from "zod/mini";
import { parseAnswers, type Answer } from "#learner/answers.ts";
import { writtenFields } from "#learner/attempt-schema.ts";
import type { Attempt, Written } from "#learner/attempt.ts";
import { emptyChangeset, type Changeset } from "#learner/changeset.ts";
import type { ExportedDraft } from "#learner/export.ts";
import { moment, sameAnswer, sameSlot, sameSubmission, slotKey } from "#learner/record.ts";
import type { Draft, LearnerRecord } from "#learner/record.ts";
import type { KeptDraft } from "#learner/replacement.ts";

/** What an import would do, before it does it. */
export interface ImportPlan {
  /** The file's own text, from which the plan can be made anew. */
  text: string;
  /** Whose answers the file says they are. */
  learner: string;
  /** Answers that aren't here yet. They have no verdict: what the file might claim isn't read. */
  answers: readonly Answer[];
  /** How many answers of the file are here already. */
  known: number;
  /** What would stand in editors. */
  drafts: Changeset["putDrafts"];
  /** Drafts, from here or from the file, that would only be in the history. */
  kept: readonly KeptDraft[];
  /** What is wrong with the file, one sentence or two for each problem. */
  problems: readonly string[];
}

const draftSchema: z.ZodMiniType<ExportedDraft> = z.object({
  ...writtenFields,
  exercise: z.string().check(z.minLength(1)),
  savedAt: z.string(),
  starter: z.optional(z.string()),
});

const draftsSchema = z.object({ drafts: z.array(z.unknown()) });

/**
 * Reads an export and compares it with what is here. Everything of both is kept. For the place in an editor the newest wins,
 * but a time in the future is not believed: by it nothing ever gives way.
 */
export function planImport(record: LearnerRecord, text: string, now: Date): ImportPlan {
  const { learner, answers, problems } = parseAnswers(text);
  const believedTime = (time: string | null) => (moment(time) <= now.getTime() ? moment(time) : 0);

  const fresh: Answer[] = [];
  const there = byExercise<Answer>(record.attempts);
  for (const answer of answers) {
    const neighbours = there(answer);
    if (neighbours.some((each) => sameSubmission(each, answer))) continue;
    neighbours.push(answer);
    fresh.push(answer);
  }

  const file = readDrafts(text);
  const oldestFirst = (a: { at: string }, b: { at: string }) => believedTime(a.at) - believedTime(b.at);
  const candidates = [
    ...fresh.map(({ submittedAt, ...answer }) => ({
      ...answer,
      at: submittedAt,
      starter: null,
      isDraft: false,
    })),
    ...file.drafts.map(({ savedAt, starter = null, ...draft }) => ({
      ...draft,
      at: savedAt,
      starter,
      isDraft: true,
    })),
  ].sort(oldestFirst);
  const places = Map.groupBy(candidates, slotKey);

  const drafts: (Draft & { over: string | null })[] = [];
  const kept: KeptDraft[] = [];
  const known = byExercise<Written>([...record.attempts, ...record.kept, ...fresh]);
  const keep = (draft: KeptDraft) => {
    const neighbours = known(draft);
    if (neighbours.some((each) => sameAnswer(each, draft))) return;
    neighbours.push(draft);
    kept.push(draft);
  };
  for (const here of places.values()) {
    const { exercise, language } = here[0]!;
    const present = record.drafts.find((each) => sameSlot(each, { exercise, language }));
    // An answer takes an empty place only; a draft was the last thing its writer saw.
    const best = here.findLast(({ isDraft }) => isDraft) ?? (present ? undefined : here.at(-1));
    const wins =
      best !== undefined &&
      best.code !== present?.code &&
      (!present || believedTime(best.at) > believedTime(present.savedAt));
    if (wins) {
      const { code, at: savedAt, starter } = best;
      drafts.push({ exercise, language, code, savedAt, starter, over: present?.code ?? null });
    }
    if (wins && present) {
      const keptAt = present.savedAt ?? now.toISOString();
      keep({ exercise, language, code: present.code, keptAt, why: "imported" });
    }
    const standing = wins ? best.code : present?.code;
    for (const { isDraft, code, at } of here) {
      if (isDraft && code !== standing) keep({ exercise, language, code, keptAt: at, why: "imported" });
    }
  }
  return {
    text,
    learner,
    answers: fresh,
    known: answers.length - fresh.length,
    drafts,
    kept,
    problems: [...problems, ...file.problems],
  };
}

/** Whether the plan would change anything. */
export const changesAnything = ({ answers, drafts, kept }: ImportPlan): boolean =>
  answers.length + drafts.length + kept.length > 0;

/** What the plan does to the record: answers come without a verdict, since nothing has been graded yet. */
export const changesetOf = ({ answers, drafts, kept }: ImportPlan): Changeset => ({
  ...emptyChangeset,
  addAttempts: answers.map((answer) => ({ ...answer, verdict: null, diagnosis: null })),
  addKept: kept,
  putDrafts: drafts,
});

/**
 * What takes an import back. A draft that was edited since stays.
 * @param before the record that the plan was made with
 * @param last the last attempts that there were then
 * @param present the record as it is now
 */
export function undoChangeset(
  { answers, drafts, kept }: ImportPlan,
  before: LearnerRecord,
  last: readonly Attempt[],
  present: LearnerRecord,
): Changeset {
  const unedited = drafts.filter((draft) => present.drafts.some((each) => sameAnswer(each, draft)));
  const earlier = (draft: Draft) => before.drafts.find((each) => sameSlot(each, draft));
  return {
    ...emptyChangeset,
    removeAttempts: answers.map((answer) => ({ ...answer, verdict: null, diagnosis: null })),
    removeKept: kept.filter(
      (each) => !drafts.some((draft) => !unedited.includes(draft) && sameSlot(draft, each)),
    ),
    putDrafts: unedited.flatMap((draft) => {
      const back = earlier(draft);
      return back ? [{ ...back, over: draft.code }] : [];
    }),
    removeDrafts: unedited.filter((draft) => !earlier(draft)),
    putLast: last,
  };
}

/** Those of a list that belong to the same exercise, to look up and to add to. */
function byExercise<Entry extends { exercise: string }>(entries: readonly Entry[]) {
  const groups = Map.groupBy(entries, ({ exercise }) => exercise);
  return ({ exercise }: { exercise: string }): Entry[] => {
    const group = groups.get(exercise) ?? [];
    groups.set(exercise, group);
    return group;
  };
}

/** The drafts that an export may carry; those that are damaged are named as a problem. */
function readDrafts(text: string): { drafts: ExportedDraft[]; problems: string[] } {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { drafts: [], problems: [] }; // `parseAnswers` has said so
  }
  const list = draftsSchema.safeParse(json);
  if (!list.success) return { drafts: [], problems: [] };
  const drafts: ExportedDraft[] = [];
  const problems: string[] = [];
  for (const [index, entry] of list.data.drafts.entries()) {
    const draft = draftSchema.safeParse(entry);
    if (draft.success) drafts.push(draft.data);
    else problems.push(`drafts[${index}] is malformed. This draft was left out.`);
  }
  return { drafts, problems };
}
