import type { Attempt, AttemptRecord, Slot, Submission, Written } from "#learner/attempt.ts";
import type { KeptDraft } from "#learner/replacement.ts";

/** Whether it is the same exercise in the same language. */
export const sameSlot = (a: Slot, b: Slot): boolean => a.exercise === b.exercise && a.language === b.language;

/** A key for each place. */
export const slotKey = ({ exercise, language }: Slot): string => `${language} ${exercise}`;

/** What stands in an editor. */
export interface Draft extends Written {
  /** ISO 8601, in UTC; null if it was written before times were kept. */
  savedAt: string | null;
  /** The starter that it was written for; null if that wasn't kept. */
  starter: string | null;
}

/** An attempt as it is kept: of its grade the verdict and the kind of mistake, null where there is none. */
export function toRecord({ grade, ...submission }: Attempt): AttemptRecord {
  return { ...submission, verdict: grade.verdict, diagnosis: grade.diagnosis?.kind ?? null };
}

/** All that is kept for a learner. Attempts and kept drafts are in the order in which they were recorded. */
export interface LearnerRecord {
  drafts: readonly Draft[];
  attempts: readonly AttemptRecord[];
  kept: readonly KeptDraft[];
}

export type HistoryEntry =
  { kind: "attempt"; at: string; attempt: AttemptRecord } | { kind: "kept"; at: string; kept: KeptDraft };

/** Whether an exercise was ever solved, or only worked at. */
export type Standing = "solved" | "tried";

/** Whether two are the same text at the same place. */
export const sameAnswer = (a: Written, b: Written): boolean => a.code === b.code && sameSlot(a, b);

/** Whether two are one submission: the same text, at the same place and time. */
export const sameSubmission = (a: Submission, b: Submission): boolean =>
  moment(a.submittedAt) === moment(b.submittedAt) && sameAnswer(a, b);

/** A time as a number; 0 for what is none. */
export const moment = (time: string | null): number => Date.parse(time ?? "") || 0;

/**
 * Whether a time is later than another. One in the future is some clock's mistake: nothing gives way to it.
 * @param now as a number, like `moment`
 */
export const isLater = (a: string | null, b: string | null, now: number): boolean =>
  moment(a) <= now && moment(a) > (moment(b) <= now ? moment(b) : 0);

/** Everything that can be restored in an exercise, the latest first. */
export function historyOf(
  { attempts, kept }: Pick<LearnerRecord, "attempts" | "kept">,
  exercise: string,
): HistoryEntry[] {
  const entries: HistoryEntry[] = [
    ...kept.map((each) => ({ kind: "kept" as const, at: each.keptAt, kept: each, of: each.exercise })),
    ...attempts.map((each) => ({
      kind: "attempt" as const,
      at: each.submittedAt,
      attempt: each,
      of: each.exercise,
    })),
  ]
    .filter(({ of }) => of === exercise)
    .map(({ of: _, ...entry }) => entry);
  // Reversed first: of two with one time, the one recorded later comes first.
  return entries.reverse().sort((a, b) => moment(b.at) - moment(a.at));
}

/** How each exercise stands that was submitted at least once. */
export function standingsOf(
  attempts: Iterable<Pick<AttemptRecord, "exercise" | "verdict">>,
): Map<string, Standing> {
  const standings = new Map<string, Standing>();
  for (const { exercise, verdict } of attempts) {
    if (verdict === "correct") standings.set(exercise, "solved");
    else if (!standings.has(exercise)) standings.set(exercise, "tried");
  }
  return standings;
}
