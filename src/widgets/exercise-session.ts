import { computed, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import { announceSubmission } from "#widgets/own-answer/last-submission.ts";
import type { Attempt } from "#learner/attempt.ts";
import type { Replacement } from "#learner/record.ts";
import type { Change, LearnerStore } from "#learner/store.ts";
import { exercise as say } from "#strings/index.ts";
import type { Language } from "#runtime/runtime.ts";
import type { GradeCode } from "#widgets/grading.ts";

export type Phase = "idle" | "loading" | "grading";

/** What the session needs from the rest of the page. */
export interface Surroundings {
  /** Fetches the grader; rejects when offline. */
  loadGrading: (id: string) => Promise<GradeCode>;
  /** Rejects when its code can't be fetched. */
  openStore: () => Promise<LearnerStore>;
  now: () => Date;
}

/** One exercise's work in one language. */
export interface Work {
  code: ReadonlySignal<string>;
  /** The last submission that was graded. */
  attempt: ReadonlySignal<Attempt | null>;
  /** Whether the code has changed since that submission. */
  edited: ReadonlySignal<boolean>;
  /** What something else took the place of in the editor, until the next edit. */
  replaced: ReadonlySignal<Replaced | null>;
}

export interface Replaced {
  code: string;
  why: Replacement;
}

export interface ExerciseSession {
  work: Readonly<Record<Language, Work>>;
  phase: ReadonlySignal<Phase>;
  /** Why the last submission brought no verdict, in words for the learner. */
  trouble: ReadonlySignal<Trouble | null>;
  /** Whether any submission was ever correct. */
  solved: ReadonlySignal<boolean>;
  /** Brings back drafts and verdicts, and follows other tabs from then on; what was typed meanwhile stays. */
  restore: () => Promise<void>;
  edit: (language: Language, code: string) => void;
  /** Grades the code as it stands. Does nothing while a submission is being graded. */
  submit: (language: Language) => Promise<void>;
  stop: () => void;
  reset: (language: Language) => void;
  /** Puts an earlier answer into the editor. */
  bringBack: (language: Language, code: string) => void;
  /** Brings back what was replaced. */
  undo: (language: Language) => void;
}

export interface Trouble {
  kind: "offline" | "stopped" | "failed";
  message: string;
}

/** All that happens in one exercise, apart from how it looks. */
export function createExerciseSession(
  id: string,
  starters: Readonly<Record<Language, string>>,
  { loadGrading, openStore, now }: Surroundings,
): ExerciseSession {
  const work = { python: createWork(starters.python), javascript: createWork(starters.javascript) };
  const phase = signal<Phase>("idle");
  const trouble = signal<Trouble | null>(null);
  const solved = signal(false);
  let grading: Promise<GradeCode | null> | undefined;
  let running: AbortController | undefined;

  /** The grader, or null if it can't be fetched; then the next call tries again. */
  function fetchGrading(): Promise<GradeCode | null> {
    grading ??= loadGrading(id).catch(() => {
      grading = undefined;
      return null;
    });
    return grading;
  }

  /** Storing must never stand in the way of learning: without a store the work lasts as long as the page. */
  async function keep(write: (store: LearnerStore) => Promise<void>): Promise<void> {
    try {
      await write(await openStore());
    } catch {
      // Offline before the store's code arrived. The next edit tries again.
    }
  }

  /** Takes over what the store holds as the draft. What is being typed here stays, and the other goes into the history. */
  async function takeDraft(language: Language, store: LearnerStore): Promise<void> {
    const each = work[language];
    if (each.saving > 0) return; // This page's own is on its way there.
    const { edits } = each;
    const draft = await store.loadDraft(id, language);
    const present = each.code.peek();
    if (draft === null || draft === present) return;
    if (each.edits !== edits) {
      await keepDraft(language, draft, "elsewhere");
      return;
    }
    if (each.touched) each.replaced.value ??= { code: present, why: "elsewhere" };
    each.touched = false;
    each.code.value = draft;
  }

  async function takeResults(language: Language, store: LearnerStore): Promise<void> {
    const { attempt } = work[language];
    const before = attempt.peek();
    const last = await store.lastAttempt(id, language);
    if (attempt.peek() === before && last?.submittedAt !== before?.submittedAt) attempt.value = last;
  }

  /** After an import or a deletion: whatever is there now. */
  async function takeEverything(store: LearnerStore): Promise<void> {
    for (const language of ["python", "javascript"] as const) {
      const { code, replaced, saving } = work[language];
      await takeResults(language, store);
      await takeDraft(language, store);
      const isGone = (await store.loadDraft(id, language)) === null && saving === 0;
      if (!isGone || code.peek() === starters[language]) continue;
      replaced.value = { code: code.peek(), why: "elsewhere" };
      code.value = starters[language];
    }
    solved.value = await store.hasSolved(id);
  }

  async function follow(store: LearnerStore, change: Change, elsewhere: boolean): Promise<void> {
    if (change.what === "everything") return takeEverything(store);
    const { exercise, language } = change;
    if (!elsewhere || exercise !== id || language === "graph") return;
    if (change.what === "draft") await takeDraft(language, store);
    if (change.what === "attempt") {
      await takeResults(language, store);
      solved.value ||= await store.hasSolved(id);
    }
  }

  function keepDraft(language: Language, code: string, why: Replacement): Promise<void> {
    if (code === starters[language] || code.trim() === "") return Promise.resolve();
    const kept = { exercise: id, language, code, keptAt: now().toISOString(), why };
    return keep((store) => store.keepDraft(kept));
  }

  function change(language: Language, text: string): void {
    const each = work[language];
    if (each.code.peek() === text) return;
    each.touched = true;
    each.edits += 1;
    each.code.value = text;
    each.saving += 1;
    void keep((store) => store.saveDraft(id, language, text)).finally(() => (each.saving -= 1));
  }

  /** Puts another text into the editor, as a whole. What stood there can be had again: now, and from the history. */
  function replace(language: Language, text: string, why: Replacement): void {
    const before = work[language].code.peek();
    if (before === text) return;
    void keepDraft(language, before, why);
    work[language].replaced.value = { code: before, why };
    change(language, text);
  }

  return {
    work,
    phase,
    trouble,
    solved,

    async restore() {
      await keep(async (store) => {
        // One change after the other, so that an earlier draft never arrives after a later one.
        let following = Promise.resolve();
        store.subscribe((made, elsewhere) => {
          following = following.then(() => follow(store, made, elsewhere)).catch(() => undefined);
        });
        await Promise.all(
          (["python", "javascript"] as const).flatMap((each) => [
            takeDraft(each, store),
            takeResults(each, store),
          ]),
        );
        solved.value ||= await store.hasSolved(id);
      });
    },

    edit(language, text) {
      if (text !== work[language].code.peek()) work[language].replaced.value = null;
      change(language, text);
      void fetchGrading(); // Whoever edits will submit.
    },

    async submit(language) {
      if (running) return;
      const controller = (running = new AbortController());
      const isStopped = () => controller.signal.aborted;
      const code = work[language].code.peek();
      trouble.value = null;
      try {
        phase.value = "loading";
        const grade = await fetchGrading();
        if (isStopped()) return;
        if (!grade) {
          trouble.value = { kind: "offline", message: say.offline };
          return;
        }
        phase.value = "grading";
        const verdict = await grade({ language, code }, controller.signal);
        if (isStopped()) return;
        const attempt = { exercise: id, language, code, submittedAt: now().toISOString(), grade: verdict };
        work[language].attempt.value = attempt;
        announceSubmission(attempt);
        solved.value ||= verdict.verdict === "correct";
        void keep((store) => store.recordAttempt(attempt));
      } catch (error) {
        if (isStopped()) return;
        const reason = error instanceof Error ? error.message : String(error);
        trouble.value = {
          kind: "failed",
          message: say.brokeOff(reason),
        };
        grading = undefined;
      } finally {
        if (running === controller) {
          running = undefined;
          phase.value = "idle";
        }
      }
    },

    stop() {
      if (!running) return;
      running.abort();
      running = undefined;
      phase.value = "idle";
      trouble.value = { kind: "stopped", message: say.stopped };
    },

    reset: (language) => replace(language, starters[language], "reset"),

    bringBack: (language, code) => replace(language, code, "restored"),

    undo(language) {
      const { code, replaced } = work[language];
      const before = replaced.peek();
      if (!before) return;
      void keepDraft(language, code.peek(), "restored");
      replaced.value = null;
      change(language, before.code);
    },
  };
}

interface OpenWork extends Work {
  code: Signal<string>;
  attempt: Signal<Attempt | null>;
  replaced: Signal<Replaced | null>;
  /** Whether the learner has changed the code here, since the page was opened or another tab was followed. */
  touched: boolean;
  /** How many edits were made here. */
  edits: number;
  /** How many edits are on their way to the store. */
  saving: number;
}

function createWork(starter: string): OpenWork {
  const code = signal(starter);
  const attempt = signal<Attempt | null>(null);
  return {
    code,
    attempt,
    edited: computed(() => attempt.value !== null && attempt.value.code !== code.value),
    replaced: signal<Replaced | null>(null),
    touched: false,
    edits: 0,
    saving: 0,
  };
}
