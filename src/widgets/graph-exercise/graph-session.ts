import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Draw, GraphAnswer, GraphGrade, Mark } from "#grader/graph/index.ts";
import type { Attempt } from "#learner/attempt.ts";
import type { LearnerStore } from "#learner/store.ts";
import type { GraphBench } from "#widgets/graph-exercise/graph-bench.ts";
import { readNumber } from "#widgets/graph-exercise/number-entry.ts";
import type { Setting } from "#widgets/graph-exercise/setting.ts";

/** What the session needs from the rest of the page. */
export interface Surroundings {
  /** Fetches the grader; rejects when offline. */
  loadBench: (id: string) => Promise<GraphBench>;
  /** Rejects when its code can't be fetched. */
  openStore: () => Promise<LearnerStore>;
  now: () => Date;
}

/** What stands in the blanks, by their keys. */
type Entries = Readonly<Record<string, string>>;

export interface GraphSession {
  setting: ReadonlySignal<Setting>;
  entries: ReadonlySignal<Entries>;
  /** What was last graded with these numbers. */
  attempt: ReadonlySignal<Attempt | null>;
  /** Whether an entry has changed since. */
  edited: ReadonlySignal<boolean>;
  /** By key, those of the last attempt that still hold: neither the entry nor what it follows from has changed. */
  marks: ReadonlySignal<ReadonlyMap<string, Mark>>;
  /** By key, what is wrong with entries that can't be read, as of the last check. */
  complaints: ReadonlySignal<ReadonlyMap<string, string>>;
  busy: ReadonlySignal<boolean>;
  /** Why the last request brought nothing, in words for the learner. */
  trouble: ReadonlySignal<string | null>;
  /** Whether any answer was ever correct. */
  solved: ReadonlySignal<boolean>;
  /** Whether the numbers that were there before can be brought back. */
  canGoBack: ReadonlySignal<boolean>;
  /** Brings back what was written and graded; what was written meanwhile stays. */
  restore: () => Promise<void>;
  write: (key: string, text: string) => void;
  /** Grades the entries as they stand, if all of them can be read. */
  check: () => Promise<void>;
  /** Sets the exercise with other numbers, and clears the entries. */
  renew: () => Promise<void>;
  /** Undoes that, until the next entry. */
  goBack: () => void;
}

const offline =
  "The grader could not be fetched. Are you offline? Your numbers are safe. Try again when you are back.";

/** All that happens in one graph exercise, apart from how it looks. */
export function createGraphSession(
  id: string,
  first: Setting,
  { loadBench, openStore, now }: Surroundings,
): GraphSession {
  const setting = signal(first);
  const entries = signal<Entries>({});
  const graded = signal<{ attempt: Attempt; answer: GraphAnswer; grade: GraphGrade } | null>(null);
  const complaints = signal<ReadonlyMap<string, string>>(new Map());
  const busy = signal(false);
  const trouble = signal<string | null>(null);
  const solved = signal(false);
  const before = signal<{ setting: Setting; entries: Entries } | null>(null);
  let touched = false;
  let bench: Promise<GraphBench> | undefined;

  /** The grader; if it can't be fetched, the next call tries again. */
  function fetchBench(): Promise<GraphBench> {
    bench ??= loadBench(id);
    bench.catch(() => (bench = undefined));
    return bench;
  }

  /** Storing must never stand in the way of learning: without a store the work lasts as long as the page. */
  async function keep(write: (store: LearnerStore) => Promise<void>): Promise<void> {
    try {
      await write(await openStore());
    } catch {
      // Offline before the store's code arrived. The next entry tries again.
    }
  }

  const saveDraft = () => {
    const draft = JSON.stringify({ inputs: setting.peek().draw, gradients: entries.peek() });
    void keep((store) => store.saveDraft(id, "graph", draft));
  };

  const changedSince = (answer: GraphAnswer, key: string): boolean =>
    readNumber(entries.value[key] ?? "") !== answer.gradients[key];

  /** Does something that takes the grader, and says so if it can't be had. */
  async function withBench(work: (bench: GraphBench) => void): Promise<void> {
    if (busy.peek()) return;
    busy.value = true;
    trouble.value = null;
    const ready = await fetchBench().catch(() => null);
    busy.value = false;
    if (ready) work(ready);
    else trouble.value = offline;
  }

  /** An attempt of an earlier visit with its marks, or null if it can't be read or was made with other numbers. */
  function regrade(attempt: Attempt, draw: Draw, { grade }: GraphBench) {
    const verdict = grade(attempt.code);
    if (verdict.verdict === "invalid") return null;
    const answer = JSON.parse(attempt.code) as GraphAnswer;
    const sameNumbers = Object.entries(draw).every(([name, value]) => answer.inputs[name] === value);
    return sameNumbers ? { attempt, answer, grade: verdict } : null;
  }

  return {
    setting,
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
    busy,
    trouble,
    solved,
    canGoBack: computed(() => before.value !== null),

    async restore() {
      await keep(async (store) => {
        const [draft, last, hasSolved] = await Promise.all([
          store.loadDraft(id, "graph"),
          store.lastAttempt(id, "graph"),
          store.hasSolved(id),
        ]);
        solved.value ||= hasSolved;
        if (draft === null && last === null) return;
        const ready = await fetchBench();
        if (touched) return;
        const kept = draft === null ? null : readDraft(draft);
        const found = kept && ready.set(kept.inputs);
        if (kept && found) {
          setting.value = found;
          entries.value = kept.gradients;
        }
        graded.value = last && regrade(last, setting.value.draw, ready);
      });
    },

    write(key, text) {
      touched = true;
      if ((entries.peek()[key] ?? "") === text) return;
      before.value = null;
      entries.value = { ...entries.peek(), [key]: text };
      if (complaints.peek().has(key)) {
        complaints.value = new Map([...complaints.peek()].filter(([other]) => other !== key));
      }
      saveDraft();
      void fetchBench().catch(() => undefined); // Whoever writes will check.
    },

    async check() {
      const { draw, blanks } = setting.peek();
      const read = blanks.map(({ key }) => [key, readNumber(entries.peek()[key] ?? "")] as const);
      complaints.value = new Map(
        read.flatMap(([key, number]) => (typeof number === "number" ? [] : [[key, number.problem]])),
      );
      if (complaints.peek().size > 0) return;
      await withBench(({ grade }) => {
        const answer = { inputs: draw, gradients: Object.fromEntries(read) as Record<string, number> };
        const code = JSON.stringify(answer);
        const verdict = grade(code);
        const { marks: _, ...kept } = verdict;
        const attempt: Attempt = {
          exercise: id,
          language: "graph",
          code,
          submittedAt: now().toISOString(),
          grade: kept,
        };
        touched = true;
        graded.value = { attempt, answer, grade: verdict };
        solved.value ||= verdict.verdict === "correct";
        void keep((store) => store.recordAttempt(attempt));
      });
    },

    async renew() {
      await withBench((ready) => {
        const next = ready.set(ready.next(setting.peek().draw));
        if (!next) return;
        touched = true;
        before.value = { setting: setting.peek(), entries: entries.peek() };
        setting.value = next;
        entries.value = {};
        complaints.value = new Map();
        graded.value = null;
        saveDraft();
      });
    },

    goBack() {
      const back = before.peek();
      if (!back) return;
      before.value = null;
      setting.value = back.setting;
      entries.value = back.entries;
      complaints.value = new Map();
      graded.value = null;
      saveDraft();
    },
  };
}

/** Reads what `saveDraft` has written; null for anything else. */
function readDraft(text: string): { inputs: Draw; gradients: Entries } | null {
  try {
    const { inputs, gradients } = JSON.parse(text) as { inputs?: unknown; gradients?: unknown };
    const isRecordOf = <Value>(type: string, record: unknown): record is Record<string, Value> =>
      typeof record === "object" &&
      record !== null &&
      Object.values(record).every((value) => typeof value === type);
    return isRecordOf<number>("number", inputs) && isRecordOf<string>("string", gradients)
      ? { inputs, gradients }
      : null;
  } catch {
    return null;
  }
}
