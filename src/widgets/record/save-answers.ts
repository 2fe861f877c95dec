import { exportText } from "#learner/export.ts";
import { exportFileName } from "#learner/file-name.ts";
import { learnerStore } from "#widgets/learner-store.ts";

/** Of the file that was saved last. Browsers fetch it in their own time, so it is good until the next one. */
let address: string | null = null;

/** Saves everything that is kept for the learner as a file: an export of answers. */
export async function saveAnswers(learner: string, now: Date = new Date()): Promise<void> {
  const record = await learnerStore().readAll();
  const file = new Blob([exportText(record, learner)], { type: "application/json" });
  if (address !== null) URL.revokeObjectURL(address);
  address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = exportFileName(learner, now);
  link.click();
}
