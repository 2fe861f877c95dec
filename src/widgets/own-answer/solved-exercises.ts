import { learnerStore } from "#widgets/learner-store.ts";
import { sameOwnAnswer, type OwnAnswer } from "#widgets/own-answer/last-submission.ts";
import { useLiveQuery } from "#widgets/use-live-query.ts";

export interface SolvedExercise {
  /** Whether any submission was ever right. */
  solved: boolean;
  /** The last one that was right. */
  answer: OwnAnswer | null;
}

const unsolved: SolvedExercise = { solved: false, answer: null };

/** How these exercises stand, on this visit and on earlier ones. */
export function useSolvedExercises(exercises: readonly string[]): ReadonlyMap<string, SolvedExercise> {
  const standing = useLiveQuery<readonly SolvedExercise[]>(exercises.join(), [], {
    concerns: (change) =>
      change.what === "everything" || (change.what === "attempt" && exercises.includes(change.exercise)),
    load: () => Promise.all(exercises.map(solutionOf)),
    same: (a, b) =>
      a.length === b.length &&
      a.every(({ solved, answer }, i) => solved === b[i]!.solved && sameOwnAnswer(answer, b[i]!.answer)),
  });
  return new Map(exercises.map((exercise, i) => [exercise, standing[i] ?? unsolved]));
}

async function solutionOf(exercise: string): Promise<SolvedExercise> {
  const right = (await learnerStore().history(exercise)).flatMap((entry): OwnAnswer[] => {
    if (entry.kind !== "attempt" || entry.attempt.verdict !== "correct") return [];
    const { language, code, submittedAt } = entry.attempt;
    return language === "graph" ? [] : [{ language, code, submittedAt }];
  });
  return { solved: right.length > 0, answer: right[0] ?? null };
}
