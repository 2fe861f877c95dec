/** Unfolds what is to be compared with an answer once one that is right is given, in this tab or another, while the page is open. */
import { learnerStore, storeQuery, whenStored } from "#widgets/learner-store.ts";

const folded = [...document.querySelectorAll<HTMLDetailsElement>("details[data-compare]")];
const openedAt = new Date(performance.timeOrigin).toISOString();

if (folded.length > 0) whenStored(follow);

function follow(): void {
  // Whoever folds it again after that wants it folded.
  const waiting = new Set(folded);
  storeQuery<readonly HTMLDetailsElement[]>([], {
    concerns: ({ what }) => what === "attempt" || what === "everything",
    async load() {
      const solved = await Promise.all(
        [...waiting].map(async (details) => ((await isSolvedNow(details.dataset.compare!)) ? [details] : [])),
      );
      return solved.flat();
    },
    same: (_, now) => now.length === 0,
    show(solved) {
      for (const details of solved) if (waiting.delete(details)) details.open = true;
    },
  })
    .follow()
    .catch(() => undefined); // Offline before the store's code arrived: it can be unfolded by hand.
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
