import { learnerStore, storeQuery } from "#widgets/learner-store.ts";

const openedAt = new Date(performance.timeOrigin).toISOString();

/**
 * Unfolds what is to be compared with an answer once one that is right is given while the page is open. Rejects if the store's code
 * can't be fetched.
 */
export async function openWhenSolved(): Promise<void> {
  // Whoever folds it again after that wants it folded.
  const waiting = new Set(document.querySelectorAll<HTMLDetailsElement>("details[data-compare]"));
  if (waiting.size === 0) return;
  await storeQuery<readonly HTMLDetailsElement[]>([], {
    concerns: ({ what }) => what === "attempt" || what === "everything",
    async load() {
      const solved = await Promise.all(
        [...waiting].map(async (details) => ((await isSolvedNow(details.dataset.compare!)) ? [details] : [])),
      );
      return solved.flat();
    },
    same: (solved) => solved.length === 0,
    show(solved) {
      for (const details of solved) if (waiting.delete(details)) details.open = true;
    },
  }).follow();
}

/** Whether a right answer was given since the page was opened. */
async function isSolvedNow(exercise: string): Promise<boolean> {
  const history = await learnerStore().history(exercise);
  return history.some(
    (entry) =>
      entry.kind === "attempt" &&
      entry.attempt.verdict === "correct" &&
      entry.attempt.submittedAt >= openedAt,
  );
}
