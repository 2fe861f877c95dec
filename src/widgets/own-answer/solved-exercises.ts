import { useEffect, useState } from "preact/hooks";
import { learnerStore, whenKept } from "#widgets/learner-store.ts";
import { rightSubmissions, type OwnAnswer } from "#widgets/own-answer/last-submission.ts";

export interface Solved {
  /** Whether any submission was ever right. */
  solved: boolean;
  /** One that was right, if it is still known. */
  answer: OwnAnswer | null;
}

const unsolved: Solved = { solved: false, answer: null };

/** How these exercises stand, on this visit and on earlier ones. */
export function useSolvedExercises(exercises: readonly string[]): ReadonlyMap<string, Solved> {
  const [stored, setStored] = useState<ReadonlyMap<string, Solved>>(new Map());
  const key = exercises.join();

  useEffect(() => {
    let gone = false;
    const cancel = whenKept(() => {
      void Promise.all(key.split(",").map(storedSolution)).then((found) => {
        if (!gone) setStored(new Map(found));
      });
    });
    return () => {
      gone = true;
      cancel();
    };
  }, [key]);

  return new Map(
    exercises.map((exercise) => {
      const answer = rightSubmissions.value[exercise];
      return [exercise, answer ? { solved: true, answer } : (stored.get(exercise) ?? unsolved)];
    }),
  );
}

/** Unsolved also where the store can't be asked. */
async function storedSolution(exercise: string): Promise<[string, Solved]> {
  try {
    const store = await learnerStore();
    const right = await Promise.all(
      (["python", "javascript"] as const).map(async (language): Promise<OwnAnswer[]> => {
        const attempt = await store.lastAttempt(exercise, language);
        if (attempt?.grade.verdict !== "correct") return [];
        return [{ language, code: attempt.code, submittedAt: attempt.submittedAt }];
      }),
    );
    const latest = right.flat().sort((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1))[0] ?? null;
    return [exercise, { solved: latest !== null || (await store.hasSolved(exercise)), answer: latest }];
  } catch {
    return [exercise, unsolved];
  }
}
