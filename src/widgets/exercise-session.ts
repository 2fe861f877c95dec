import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Attempt } from "#learner/attempt.ts";
import type { Replacement } from "#learner/replacement.ts";
import type { LearnerStore } from "#learner/store.ts";
import { otherThan, type Language } from "#reading/language.ts";
import { exercise as strings } from "#strings/index.ts";
import type { GradeCode } from "#widgets/grading.ts";
import { fetchOnce } from "#widgets/session/fetch-once.ts";
import { createTaskRunner, reasonOf } from "#widgets/session/task-runner.ts";
import {
  followDraft,
  followSubmissions,
  type DraftSync,
  type Submissions,
} from "#widgets/session/stored-work.ts";

export type ExercisePhase = "idle" | "loading" | "grading";

/** What the session needs from the rest of the page. */
export interface ExerciseDependencies {
  /** Fetches the grader; rejects when offline. */
  loadGrading: (id: string) => Promise<GradeCode>;
  /** Asked for when there is something to keep, or perhaps to read. */
  store: () => LearnerStore;
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
  replaced: ReadonlySignal<ReplacedCode | null>;
  /** Whether the code was written for another starter than the exercise has now. */
  outdated: ReadonlySignal<boolean>;
}

export interface ReplacedCode {
  code: string;
  /** What `code` was written for. */
  starter: string;
  why: Replacement;
}

export interface ExerciseSession {
  work: Readonly<Record<Language, Work>>;
  phase: ReadonlySignal<ExercisePhase>;
  /** Why the last submission brought no verdict, in words for the learner. */
  trouble: ReadonlySignal<ExerciseTrouble | null>;
  /** Whether any submission was ever correct. */
  solved: ReadonlySignal<boolean>;
  /** Brings back drafts and verdicts, and follows other tabs from then on; what was done meanwhile stays. */
  restore: () => Promise<void>;
  edit: (language: Language, code: string) => void;
  /** Grades the code as it stands. Does nothing while a submission is being graded. */
  submit: (language: Language) => Promise<void>;
  stop: () => void;
  reset: (language: Language) => void;
  /** Counts the code as written for the present starter. */
  keepOutdated: (language: Language) => void;
  /** Puts an earlier answer into the editor. */
  bringBack: (language: Language, code: string) => void;
  /** Puts the code into the other language's editor, and the starter into its own. */
  move: (from: Language) => void;
  /** Brings back what was replaced. */
  undo: (language: Language) => void;
}

export interface ExerciseTrouble {
  kind: "offline" | "stopped" | "failed";
  message: string;
}

/** All that happens in one exercise, apart from how it looks. */
export function createExerciseSession(
  id: string,
  starters: Readonly<Record<Language, string>>,
  { loadGrading, store, now }: ExerciseDependencies,
): ExerciseSession {
  const work = { python: openWork("python"), javascript: openWork("javascript") };
  const grading = fetchOnce(() => loadGrading(id));
  const runner = createTaskRunner<GradeCode, "grading", ExerciseTrouble>(grading, {
    offline: { kind: "offline", message: strings.offline },
    stopped: { kind: "stopped", message: strings.stopped },
    failed(error) {
      grading.forget();
      return { kind: "failed", message: strings.brokeOff(reasonOf(error)) };
    },
  });

  function openWork(language: Language): OpenWork {
    const slot = { exercise: id, language, store, now };
    const starter = starters[language];
    const code = signal(starter);
    const writtenFor = signal(starter);
    const replaced = signal<ReplacedCode | null>(null);
    const submissions = followSubmissions(slot);
    const { attempt } = submissions;
    const here: OpenWork = {
      code,
      attempt,
      edited: computed(() => attempt.value !== null && attempt.value.code !== code.value),
      replaced,
      outdated: computed(() => writtenFor.value !== starter),
      writtenFor,
      submissions,
      touched: false,
      draft: followDraft(slot, (draft) => {
        const isOwn = draft !== null && draft.code !== draft.starter;
        const present = code.peek();
        const shown = isOwn ? draft.code : starter;
        if (shown !== present && (here.touched || draft === null))
          replaced.value ??= { code: present, starter: writtenFor.peek(), why: "elsewhere" };
        here.touched = false;
        code.value = shown;
        writtenFor.value = (isOwn ? draft.starter : null) ?? starter;
      }),
    };
    return here;
  }

  function keepDraft(language: Language, code: string, why: Replacement): void {
    if (code !== starters[language] && code.trim() !== "") work[language].draft.keep(code, why);
  }

  /** Puts a text into the editor and on its way to the store. */
  function change(language: Language, text: string, starter: string): void {
    const { code, writtenFor, draft } = work[language];
    const before = code.peek();
    if (before === text && writtenFor.peek() === starter) return;
    work[language].touched = true;
    code.value = text;
    writtenFor.value = starter;
    draft.save(text, before, starter);
  }

  /** Puts another text into the editor, as a whole. What stood there can be had again: now, and from the history. */
  function replace(language: Language, text: string, why: Replacement): void {
    const { code, writtenFor, replaced } = work[language];
    if (code.peek() !== text) {
      keepDraft(language, code.peek(), why);
      replaced.value = { code: code.peek(), starter: writtenFor.peek(), why };
    }
    change(language, text, starters[language]);
  }

  return {
    work,
    phase: runner.phase,
    trouble: runner.trouble,
    solved: computed(() => Object.values(work).some(({ submissions }) => submissions.solved.value)),

    async restore() {
      const all = Object.values(work).flatMap(({ draft, submissions }) => [draft, submissions]);
      await Promise.allSettled(all.map((each) => each.follow())); // Without the store's code the work lasts as long as the page.
    },

    edit(language, text) {
      const { code, writtenFor, replaced } = work[language];
      if (text !== code.peek()) replaced.value = null;
      change(language, text, writtenFor.peek());
      grading().catch(() => undefined); // Whoever edits will submit.
    },

    async submit(language) {
      const { code, submissions } = work[language];
      const submitted = code.peek();
      await runner.start(
        "grading",
        (grade, stopped) => grade({ language, code: submitted }, stopped),
        (grade) => submissions.record(submitted, grade),
      );
    },

    stop: runner.stop,

    reset: (language) => replace(language, starters[language], "reset"),

    keepOutdated: (language) => change(language, work[language].code.peek(), starters[language]),

    bringBack: (language, code) => replace(language, code, "restored"),

    move(from) {
      replace(otherThan(from), work[from].code.peek(), "moved");
      replace(from, starters[from], "moved");
    },

    undo(language) {
      const { code, replaced } = work[language];
      const before = replaced.peek();
      if (!before) return;
      keepDraft(language, code.peek(), "restored");
      replaced.value = null;
      change(language, before.code, before.starter);
    },
  };
}

interface OpenWork extends Work {
  code: Signal<string>;
  replaced: Signal<ReplacedCode | null>;
  /** The starter that the code was written for; the present one if that isn't known. */
  writtenFor: Signal<string>;
  submissions: Submissions;
  draft: DraftSync;
  /** Whether the learner has changed the code here, since the page was opened or another tab was followed. */
  touched: boolean;
}
