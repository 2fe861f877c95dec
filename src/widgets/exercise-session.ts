import { computed, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import { announceSubmission } from "#widgets/own-answer/last-submission.ts";
import type { Attempt } from "#learner/attempt.ts";
import type { LearnerStore } from "#learner/store.ts";
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
  /** What stood in the editor before Reset, until the next edit. */
  beforeReset: ReadonlySignal<string | null>;
}

export interface ExerciseSession {
  work: Readonly<Record<Language, Work>>;
  phase: ReadonlySignal<Phase>;
  /** Why the last submission brought no verdict, in words for the learner. */
  trouble: ReadonlySignal<Trouble | null>;
  /** Whether any submission was ever correct. */
  solved: ReadonlySignal<boolean>;
  /** Brings back drafts and verdicts; what was typed meanwhile stays. */
  restore: () => Promise<void>;
  edit: (language: Language, code: string) => void;
  /** Grades the code as it stands. Does nothing while a submission is being graded. */
  submit: (language: Language) => Promise<void>;
  stop: () => void;
  reset: (language: Language) => void;
  undoReset: (language: Language) => void;
}

export interface Trouble {
  kind: "offline" | "stopped" | "failed";
  message: string;
}

const offline =
  "The grader could not be fetched. Are you offline? Your code is safe. Try again when you are back.";

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

  async function restoreWork(language: Language, store: LearnerStore): Promise<void> {
    const { code, attempt, touched } = work[language];
    const [draft, last] = await Promise.all([store.loadDraft(id, language), store.lastAttempt(id, language)]);
    if (draft !== null && !touched.value) code.value = draft;
    attempt.value ??= last;
  }

  function change(language: Language, text: string): void {
    const { code, touched } = work[language];
    touched.value = true;
    if (code.peek() === text) return;
    code.value = text;
    void keep((store) => store.saveDraft(id, language, text));
  }

  return {
    work,
    phase,
    trouble,
    solved,

    async restore() {
      await keep(async (store) => {
        await Promise.all([restoreWork("python", store), restoreWork("javascript", store)]);
        solved.value ||= await store.hasSolved(id);
      });
    },

    edit(language, text) {
      if (text !== work[language].code.peek()) work[language].beforeReset.value = null;
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
          trouble.value = { kind: "offline", message: offline };
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
          message: `Grading broke off: ${reason}. Your code is safe. Try again.`,
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
      trouble.value = { kind: "stopped", message: "Stopped. There is no verdict on this submission." };
    },

    reset(language) {
      const { code, beforeReset } = work[language];
      if (code.peek() === starters[language]) return;
      beforeReset.value = code.peek();
      change(language, starters[language]);
    },

    undoReset(language) {
      const { beforeReset } = work[language];
      const before = beforeReset.peek();
      if (before === null) return;
      beforeReset.value = null;
      change(language, before);
    },
  };
}

interface OpenWork extends Work {
  code: Signal<string>;
  attempt: Signal<Attempt | null>;
  beforeReset: Signal<string | null>;
  /** Whether the learner has changed the code since the page was opened. */
  touched: Signal<boolean>;
}

function createWork(starter: string): OpenWork {
  const code = signal(starter);
  const attempt = signal<Attempt | null>(null);
  return {
    code,
    attempt,
    edited: computed(() => attempt.value !== null && attempt.value.code !== code.value),
    beforeReset: signal<string | null>(null),
    touched: signal(false),
  };
}
