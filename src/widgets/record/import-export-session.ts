import { signal, type ReadonlySignal } from "@preact/signals";
import { forgetChoices } from "#learner/preferences.ts";
import { dataManager as strings } from "#strings/index.ts";
import type { Attempt } from "#learner/attempt.ts";
import type { ImportPlan } from "#learner/import.ts";
import { slotKey, type LearnerRecord } from "#learner/record.ts";
import type { LearnerStore } from "#learner/store.ts";

export type ImportExportStage =
  | { name: "idle" }
  | { name: "preview"; plan: ImportPlan; before: LearnerRecord }
  | { name: "done"; plan: ImportPlan; before: LearnerRecord; last: readonly Attempt[] }
  | { name: "deleting" }
  | { name: "message"; text: string }
  | { name: "failed"; text: string };

export interface ImportExportSession {
  stage: ReadonlySignal<ImportExportStage>;
  /** How far the grading of imported answers is, while it goes on. */
  grading: ReadonlySignal<{ done: number; count: number } | null>;
  save: (learner: string) => Promise<void>;
  read: (file: Blob) => Promise<void>;
  confirmImport: () => Promise<void>;
  undoImport: () => Promise<void>;
  cancel: () => void;
  grade: () => Promise<void>;
  stopGrading: () => void;
  askToDelete: () => void;
  deleteAll: () => Promise<void>;
}

/** No class's export comes near; a film chosen by mistake is not read. */
const largestFile = 64 * 2 ** 20;

/** All that happens where answers are exported, imported and deleted. */
export function createImportExportSession(
  openStore: () => LearnerStore,
  now: () => Date,
): ImportExportSession {
  const stage = signal<ImportExportStage>({ name: "idle" });
  const grading = signal<{ done: number; count: number } | null>(null);
  let running: AbortController | undefined;

  /** Does something and says so if it fails; whatever was being done is then as it was before. */
  async function attempt(work: () => Promise<void>, failed: string): Promise<void> {
    try {
      await work();
    } catch {
      stage.value = { name: "failed", text: failed };
    }
  }

  async function grade(): Promise<void> {
    if (running) return;
    const controller = (running = new AbortController());
    try {
      const store = openStore();
      const { gradable, regrade } = await import("#widgets/record/regrade.ts");
      const attempts = gradable((await store.readAll()).attempts);
      const count = attempts.length;
      if (count > 0) {
        const show = (done: number) => (grading.value = { done, count });
        await regrade(attempts, store, show, controller.signal);
      }
    } catch {
      if (!controller.signal.aborted) stage.value = { name: "failed", text: strings.notGraded };
    } finally {
      running = undefined;
      grading.value = null;
    }
  }

  const stopGrading = () => running?.abort();

  return {
    stage,
    grading,
    grade,
    stopGrading,

    save: (learner) =>
      attempt(async () => {
        const { saveAnswers } = await import("#widgets/record/save-answers.ts");
        await saveAnswers(learner.trim(), now());
      }, strings.notSaved),

    read: (file) =>
      attempt(async () => {
        if (file.size > largestFile) {
          stage.value = { name: "failed", text: strings.tooLarge };
          return;
        }
        const { planImport } = await import("#learner/import.ts");
        const before = await openStore().readAll();
        stage.value = { name: "preview", plan: planImport(before, await file.text(), now()), before };
      }, strings.notRead),

    async confirmImport() {
      const previewed = stage.peek();
      if (previewed.name !== "preview") return;
      await attempt(async () => {
        const store = openStore();
        const { changesetOf, planImport } = await import("#learner/import.ts");
        // Another tab may have written since the preview.
        const before = await store.readAll();
        const plan = planImport(before, previewed.plan.text, now());
        const places = new Map(plan.answers.map((answer) => [slotKey(answer), answer]));
        const last = await Promise.all(
          [...places.values()].map(({ exercise, language }) => store.lastAttempt(exercise, language)),
        );
        await store.apply(changesetOf(plan));
        stage.value = { name: "done", plan, before, last: last.filter((each) => each !== null) };
      }, strings.notTakenIn);
      if (stage.peek().name === "done") await grade();
    },

    async undoImport() {
      const done = stage.peek();
      if (done.name !== "done") return;
      stopGrading();
      await attempt(async () => {
        const store = openStore();
        const { undoChangeset } = await import("#learner/import.ts");
        await store.apply(undoChangeset(done.plan, done.before, done.last, await store.readAll()));
        stage.value = { name: "message", text: strings.takenBack };
      }, strings.notTakenBack);
    },

    cancel: () => (stage.value = { name: "idle" }),

    askToDelete: () => (stage.value = { name: "deleting" }),

    deleteAll: () =>
      attempt(async () => {
        stopGrading();
        await openStore().clear();
        forgetChoices();
        stage.value = { name: "message", text: strings.deleted };
      }, strings.notDeleted),
  };
}
