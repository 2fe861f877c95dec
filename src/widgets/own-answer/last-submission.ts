import { learnerStore } from "#widgets/learner-store.ts";
import { useLiveQuery } from "#widgets/use-live-query.ts";
import { languages, type Language } from "#reading/language.ts";

/** Code that a learner has submitted to an exercise, right or wrong. */
export interface OwnAnswer {
  language: Language;
  code: string;
  submittedAt: string;
}

/** Whether two are one submission, or both none. */
export const sameOwnAnswer = (a: OwnAnswer | null, b: OwnAnswer | null): boolean =>
  a?.submittedAt === b?.submittedAt && a?.language === b?.language && a?.code === b?.code;

/** What the learner submitted to an exercise last, in whichever language, now, on an earlier visit or in another tab. */
export const useLastSubmission = (exercise: string): OwnAnswer | null =>
  useLiveQuery<OwnAnswer | null>(exercise, null, {
    concerns: (change) =>
      change.what === "everything" || (change.what === "attempt" && change.exercise === exercise),
    load: () => lastSubmission(exercise),
    same: sameOwnAnswer,
  });

async function lastSubmission(exercise: string): Promise<OwnAnswer | null> {
  const attempts = await Promise.all(
    languages.map(async (language) => {
      const attempt = await learnerStore().lastAttempt(exercise, language);
      return attempt && { language, code: attempt.code, submittedAt: attempt.submittedAt };
    }),
  );
  return attempts.reduce((a, b) => (a && b ? (a.submittedAt > b.submittedAt ? a : b) : (a ?? b)));
}
