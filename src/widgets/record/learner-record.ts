import { signal } from "@preact/signals";
import type { LearnerRecord } from "#learner/record.ts";
import { storeQuery, learnerStore } from "#widgets/learner-store.ts";
import { whenIdle } from "#widgets/when-idle.ts";

/** All that is kept for the learner, as of the last change; null until it has been read. */
export const learnerRecord = signal<LearnerRecord | null>(null);

/** Whether it could not be read for want of its code. */
export const recordUnavailable = signal(false);

let following = false;

/** Reads the record once the page is idle, and anew with every change, in this tab or in another. */
export function followRecord(): void {
  if (following) return;
  following = true;
  const record = storeQuery<LearnerRecord | null>(null, {
    concerns: () => true,
    load: () => learnerStore().readAll(),
    same: () => false,
    show: (found) => (learnerRecord.value = found),
  });
  whenIdle(() => {
    record.follow().catch(() => {
      record.end();
      following = false;
      recordUnavailable.value = true;
    });
  });
}
