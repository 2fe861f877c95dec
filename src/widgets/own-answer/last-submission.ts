import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { learnerStore, whenKept } from "#widgets/learner-store.ts";
import type { Attempt } from "#learner/attempt.ts";
import type { Language } from "#runtime/runtime.ts";

/** Code that a learner has submitted to an exercise, right or wrong. */
export interface OwnAnswer {
  language: Language;
  code: string;
  submittedAt: string;
}

/** The last submission to each exercise while this page has been open. */
const submissions = signal<Readonly<Record<string, OwnAnswer>>>({});

/** The last of them that was right. */
export const rightSubmissions = signal<Readonly<Record<string, OwnAnswer>>>({});

/** Tells the page's widgets of a submission that was graded. */
export function announceSubmission({ exercise, language, code, submittedAt, grade }: Attempt): void {
  if (language === "graph") return;
  const told = { [exercise]: { language, code, submittedAt } };
  submissions.value = { ...submissions.value, ...told };
  if (grade.verdict === "correct") rightSubmissions.value = { ...rightSubmissions.value, ...told };
}

/** What the learner submitted to an exercise last, in whichever language, now or on an earlier visit. */
export function useLastSubmission(exercise: string): OwnAnswer | null {
  const [stored, setStored] = useState<Readonly<Record<string, OwnAnswer | null>>>({});

  useEffect(() => {
    let gone = false;
    const cancel = whenKept(() => {
      void storedSubmission(exercise).then((answer) => {
        if (!gone) setStored((known) => ({ ...known, [exercise]: answer }));
      });
    });
    return () => {
      gone = true;
      cancel();
    };
  }, [exercise]);

  return submissions.value[exercise] ?? stored[exercise] ?? null;
}

/** Null also where the store can't be asked: then the widget does what it does before the first submission. */
async function storedSubmission(exercise: string): Promise<OwnAnswer | null> {
  try {
    const store = await learnerStore();
    const attempts = await Promise.all(
      (["python", "javascript"] as const).map(async (language) => {
        const attempt = await store.lastAttempt(exercise, language);
        return attempt && { language, code: attempt.code, submittedAt: attempt.submittedAt };
      }),
    );
    return attempts.reduce((a, b) => (a && b ? (a.submittedAt > b.submittedAt ? a : b) : (a ?? b)));
  } catch {
    return null;
  }
}
