import { openIndexedDbStore } from "#learner/indexed-db-store.ts";
import { createMemoryStore } from "#learner/memory-store.ts";
import type { LearnerStore } from "#learner/store.ts";

/**
 * Opens what the browser keeps for the learner. Never rejects: where nothing can be stored, or no longer, work is kept
 * in memory instead and `onUnavailable` is called once.
 */
export async function openStore(onUnavailable: () => void): Promise<LearnerStore> {
  const memory = createMemoryStore();
  let lost = false;
  const lose = () => {
    if (lost) return;
    lost = true;
    onUnavailable();
  };
  try {
    return withFallback(await openIndexedDbStore(lose), memory, () => lost, lose);
  } catch {
    lose();
    return memory;
  }
}

/** Asks `disk` until it is lost, by its own account or by failing; from then on `memory`. */
export function withFallback(
  disk: LearnerStore,
  memory: LearnerStore,
  isLost: () => boolean,
  lose: () => void,
): LearnerStore {
  async function ask<Result>(question: (store: LearnerStore) => Promise<Result>): Promise<Result> {
    if (isLost()) return question(memory);
    try {
      return await question(disk);
    } catch {
      lose();
      return question(memory);
    }
  }
  return {
    loadDraft: (exercise, language) => ask((store) => store.loadDraft(exercise, language)),
    saveDraft: (exercise, language, code) => ask((store) => store.saveDraft(exercise, language, code)),
    recordAttempt: (attempt) => ask((store) => store.recordAttempt(attempt)),
    lastAttempt: (exercise, language) => ask((store) => store.lastAttempt(exercise, language)),
    hasSolved: (exercise) => ask((store) => store.hasSolved(exercise)),
  };
}
