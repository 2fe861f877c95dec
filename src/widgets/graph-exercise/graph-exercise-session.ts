import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Draw, GraphAnswer, GraphGrade, BlankMark } from "#grader/graph/index.ts";
import type { Attempt } from "#learner/attempt.ts";
import type { Replacement } from "#learner/replacement.ts";
import type { LearnerStore } from "#learner/store.ts";
import { exercise, graphExercise as strings } from "#strings/index.ts";
import type { GraphGrader } from "#widgets/graph-exercise/graph-grader.ts";
import { readNumber } from "#widgets/graph-exercise/number-entry.ts";
import type { GraphVariant } from "#widgets/graph-exercise/graph-variant.ts";
import { fetchOnce } from "#widgets/session/fetch-once.ts";
import { createTaskRunner, reasonOf } from "#widgets/session/task-runner.ts";
import { followDraft, followSubmissions } from "#widgets/session/stored-work.ts";

/** What the session needs from the rest of the page. */
export interface GraphExerciseDependencies {
  /** Fetches the grader; rejects when offline. */
  loadGrader: (id: string) => Promise<GraphGrader>;
  /** Asked for when there is something to keep, or perhaps to read. */
  store: () => LearnerStore;
  now: () => Date;
}

/** What stands in the blanks, by their keys. */
type Entries = Readonly<Record<string, string>>;

export interface GraphExerciseSession {
  variant: ReadonlySignal<GraphVariant>;
  entries: ReadonlySignal<Entries>;
  /** What was last graded with these numbers. */
  attempt: ReadonlySignal<Attempt | null>;
  /** Whether an entry has changed since. */
  edited: ReadonlySignal<boolean>;
  /** By key, those of the last attempt that still hold: neither the entry nor what it follows from has changed. */
  marks: ReadonlySignal<ReadonlyMap<string, BlankMark>>;
  /** By key, what is wrong with entries that can't be read, as of the last check. */
  complaints: ReadonlySignal<ReadonlyMap<string, string>>;
  busy: ReadonlySignal<boolean>;
  /** Why the last request brought nothing, in words for the learner. */
  trouble: ReadonlySignal<string | null>;
  /** Whether any answer was ever correct. */
  solved: ReadonlySignal<boolean>;
  /** What took the place of earlier entries that can be brought back; null if there are none. */
  replaced: ReadonlySignal<Replacement | null>;
  /** Brings back what was written and graded, and follows other tabs from then on; what was written meanwhile stays. */
  restore: () => Promise<void>;
  write: (key: string, text: string) => void;
  /** Grades the entries as they stand, if all of them can be read. */
  check: () => Promise<void>;
  /** Sets the exercise with other numbers, and clears the entries. */
  renew: () => Promise<void>;
  /** Puts back an earlier answer, or entries from the history, with the numbers that they were made with. */
  bringBack: (code: string) => Promise<void>;
  /** Undoes either, until the next entry. */
  goBack: () => void;
}

/** All that happens in one graph exercise, apart from how it looks. */
export function createGraphExerciseSession(
  id: string,
  first: GraphVariant,
  { loadGrader, store, now }: GraphExerciseDependencies,
): GraphExerciseSession {
  const slot = { exercise: id, language: "graph", store, now } as const;
  const variant = signal(first);
  const entries = signal<Entries>({});
  const grader = signal<GraphGrader | null>(null);
  const complaints = signal<ReadonlyMap<string, string>>(new Map());
  const before = signal<{ variant: GraphVariant; entries: Entries; why: Replacement } | null>(null);
  let touched = false;

  const fetchGrader = fetchOnce(async () => (grader.value = await loadGrader(id)));
  const runner = createTaskRunner<GraphGrader, "working", string>(fetchGrader, {
    offline: strings.offline,
    stopped: exercise.stopped,
    failed: (error) => exercise.brokeOff(reasonOf(error)),
  });
  const submissions = followSubmissions(slot, fetchGrader);

  const marked = computed(() => {
    const attempt = submissions.attempt.value;
    return attempt && grader.value ? withMarks(attempt, grader.value) : null;
  });

  /** What was graded last, if it was with the numbers that are set. */
  const graded = computed(() => {
    const { draw } = variant.value;
    const inputs = marked.value?.answer.inputs;
    return inputs && Object.entries(draw).every(([name, value]) => inputs[name] === value)
      ? marked.value
      : null;
  });

  const draft = followDraft(
    slot,
    (stored) => {
      const read = stored && readEntries(stored.code);
      const next = read ? grader.peek()!.variant(read.inputs) : variant.peek();
      if (!next) {
        draft.keep(stored!.code, "renewed"); // else it would be lost with the next entry
        runner.say(strings.numbersGone);
        return;
      }
      if (touched || (!read && isBegun()))
        before.value ??= { variant: variant.peek(), entries: entries.peek(), why: "elsewhere" };
      touched = false;
      show({ variant: next, entries: read?.gradients ?? {} });
    },
    fetchGrader,
  );

  const present = () => JSON.stringify({ inputs: variant.peek().draw, gradients: entries.peek() });

  const isBegun = () => Object.values(entries.peek()).some((text) => text !== "");

  function show(shown: { variant: GraphVariant; entries: Entries }): void {
    variant.value = shown.variant;
    entries.value = shown.entries;
    complaints.value = new Map();
  }

  /** Changes what is shown, and keeps it. */
  function change(make: () => void): void {
    const over = present();
    make();
    touched = true;
    draft.save(present(), over, null);
  }

  /** Puts other entries in the place of those that there are, which can be had again: now, and from the history. */
  function replace(shown: { variant: GraphVariant; entries: Entries }, why: Replacement): void {
    if (isBegun()) draft.keep(present(), why);
    before.value = { variant: variant.peek(), entries: entries.peek(), why };
    change(() => show(shown));
  }

  const changedSince = (answer: GraphAnswer, key: string): boolean =>
    readNumber(entries.value[key] ?? "") !== answer.gradients[key];

  /** Does something that takes the grader, and says so if it can't be had. */
  const withGrader = (work: (grader: GraphGrader) => void): Promise<void> =>
    runner.start("working", (ready) => ready, work);

  return {
    variant,
    entries,
    attempt: computed(() => graded.value?.attempt ?? null),
    edited: computed(() => {
      const { answer } = graded.value ?? {};
      return answer !== undefined && Object.keys(answer.gradients).some((key) => changedSince(answer, key));
    }),
    marks: computed(() => {
      const { answer, grade } = graded.value ?? {};
      return new Map(
        grade?.marks
          .filter(({ key, from }) => ![key, ...from].some((each) => changedSince(answer!, each)))
          .map((mark) => [mark.key, mark]),
      );
    }),
    complaints,
    busy: computed(() => runner.phase.value !== "idle"),
    trouble: runner.trouble,
    solved: submissions.solved,
    replaced: computed(() => before.value?.why ?? null),

    async restore() {
      await Promise.allSettled([draft.follow(), submissions.follow()]); // Offline, the work lasts as long as the page.
    },

    write(key, text) {
      if ((entries.peek()[key] ?? "") === text) return;
      before.value = null;
      change(() => (entries.value = { ...entries.peek(), [key]: text }));
      if (complaints.peek().has(key)) {
        complaints.value = new Map([...complaints.peek()].filter(([other]) => other !== key));
      }
      fetchGrader().catch(() => undefined); // Whoever writes will check.
    },

    async check() {
      const { draw, blanks } = variant.peek();
      const read = blanks.map(({ key }) => [key, readNumber(entries.peek()[key] ?? "")] as const);
      complaints.value = new Map(
        read.flatMap(([key, number]) => (typeof number === "number" ? [] : [[key, number.problem]])),
      );
      if (complaints.peek().size > 0) return;
      await withGrader(({ grade }) => {
        const answer = { inputs: draw, gradients: Object.fromEntries(read) as Record<string, number> };
        const code = JSON.stringify(answer);
        const { marks: _, ...verdict } = grade(code);
        submissions.record(code, verdict);
      });
    },

    async renew() {
      await withGrader((ready) => {
        const next = ready.variant(ready.next(variant.peek().draw));
        if (next) replace({ variant: next, entries: {} }, "renewed");
      });
    },

    async bringBack(code) {
      await withGrader((ready) => {
        const earlier = readEntries(code);
        const next = earlier && ready.variant(earlier.inputs);
        if (next) replace({ variant: next, entries: earlier.gradients }, "restored");
        else if (earlier) runner.say(strings.numbersGone);
      });
    },

    goBack() {
      const back = before.peek();
      if (!back) return;
      replace(back, "restored");
      before.value = null;
    },
  };
}

interface Marked {
  attempt: Attempt;
  answer: GraphAnswer;
  grade: GraphGrade;
}

/** An attempt with its marks, or null if it can't be read. */
function withMarks(attempt: Attempt, { grade }: GraphGrader): Marked | null {
  const verdict = grade(attempt.code);
  if (verdict.verdict === "invalid") return null;
  return { attempt, answer: JSON.parse(attempt.code) as GraphAnswer, grade: verdict };
}

/** Reads a draft or an answer; an answer's gradients are numbers, which become entries. Null for anything else. */
function readEntries(text: string): { inputs: Draw; gradients: Entries } | null {
  try {
    const { inputs, gradients } = JSON.parse(text) as { inputs?: unknown; gradients?: unknown };
    const isRecordOf = <Value>(types: string[], record: unknown): record is Record<string, Value> =>
      typeof record === "object" &&
      record !== null &&
      Object.values(record).every((value) => types.includes(typeof value));
    if (!isRecordOf<number>(["number"], inputs)) return null;
    if (!isRecordOf<string | number>(["number", "string"], gradients)) return null;
    const entries = Object.entries(gradients).map(([key, value]) => [key, String(value)] as const);
    return { inputs, gradients: Object.fromEntries(entries) };
  } catch {
    return null;
  }
}
