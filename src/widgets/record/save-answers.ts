import { exportText } from "#learner/export.ts";
import { exportFileName } from "#learner/file-name.ts";
import { learnerStore } from "#widgets/learner-store.ts";

/** Saves everything that is kept for the learner as a file: an export of answers. */
export async function saveAnswers(learner: string, now: Date = new Date()): Promise<void> {
  const record = await learnerStore().readAll();
  const file = new Blob([exportText(record, learner)], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = exportFileName(learner, now);
  link.click();
  URL.revokeObjectURL(link.href);
}
