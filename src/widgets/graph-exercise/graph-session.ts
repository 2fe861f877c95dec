import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Draw, GraphAnswer, GraphGrade, Mark } from "#grader/graph/index.ts";
import type { Attempt } from "#learner/attempt.ts";
import type { KeptDraft, Replacement } from "#learner/record.ts";
import type { Change, LearnerStore } from "#learner/store.ts";
import { graphExercise as say } from "#strings/index.ts";
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
  const before = signal<{ setting: Setting; entries: Entries; why: Replacement } | null>(null);
  let touched = false;
  let saving = 0;
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

  const present = () => JSON.stringify({ inputs: setting.peek().draw, gradients: entries.peek() });

  const saveDraft = () => {
    const draft = present();
    saving += 1;
    void keep((store) => store.saveDraft(id, "graph", draft)).finally(() => (saving -= 1));
  };

  const keptAs = (code: string, why: Replacement): KeptDraft => ({
    exercise: id,
    language: "graph",
    code,
    keptAt: now().toISOString(),
    why,
  });

  /** What takes the place of entries leaves them in the history. */
  function keepEntries(why: Replacement): void {
    if (Object.values(entries.peek()).every((text) => text === "")) return;
    const kept = keptAs(present(), why);
    void keep((store) => store.keepDraft(kept));
  }

  function show(shown: { setting: Setting; entries: Entries }): void {
    setting.value = shown.setting;
    entries.value = shown.entries;
    complaints.value = new Map();
    graded.value = null;
  }

  /** Takes over what the store holds. What is being written here stays. */
  async function takeOver(store: LearnerStore): Promise<void> {
    if (saving > 0) return;
    const old = entries.peek();
    const [draft, last] = await Promise.all([store.loadDraft(id, "graph"), store.lastAttempt(id, "graph")]);
    if (draft === null && last === null) return;
    const ready = await fetchBench();
    if (saving > 0 || entries.peek() !== old) {
      if (draft !== null) await store.keepDraft(keptAs(draft, "elsewhere"));
      return;
    }
    const kept = draft === null ? null : readEntries(draft);
    const found = kept && ready.set(kept.inputs);
    if (kept && found && draft !== present()) {
      if (touched) before.value ??= { setting: setting.peek(), entries: old, why: "elsewhere" };
      touched = false;
      setting.value = found;
      entries.value = kept.gradients;
      complaints.value = new Map();
    }
    graded.value = last && regrade(last, setting.value.draw, ready);
  }

  async function follow(store: LearnerStore, change: Change, elsewhere: boolean): Promise<void> {
    const everything = change.what === "everything";
    if (!everything && (!elsewhere || change.exercise !== id || change.what === "history")) return;
    await takeOver(store);
    if (everything && saving === 0 && (await store.loadDraft(id, "graph")) === null) {
      if (Object.keys(entries.peek()).length > 0)
        before.value = { setting: setting.peek(), entries: entries.peek(), why: "elsewhere" };
      show({ setting: setting.peek(), entries: {} });
    }
    const hasSolved = await store.hasSolved(id);
    solved.value = hasSolved || (solved.peek() && !everything);
  }

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
    else trouble.value = say.offline;
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
    replaced: computed(() => before.value?.why ?? null),

    async restore() {
      await keep(async (store) => {
        let following = Promise.resolve();
        store.subscribe((change, elsewhere) => {
          following = following.then(() => follow(store, change, elsewhere)).catch(() => undefined);
        });
        solved.value ||= await store.hasSolved(id);
        if (!touched) await takeOver(store);
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
        keepEntries("renewed");
        before.value = { setting: setting.peek(), entries: entries.peek(), why: "renewed" };
        show({ setting: next, entries: {} });
        saveDraft();
      });
    },

    async bringBack(code) {
      await withBench((ready) => {
        const kept = readEntries(code);
        const found = kept && ready.set(kept.inputs);
        if (!kept || !found) return;
        touched = true;
        keepEntries("restored");
        before.value = { setting: setting.peek(), entries: entries.peek(), why: "restored" };
        show({ setting: found, entries: kept.gradients });
        saveDraft();
      });
    },

    goBack() {
      const back = before.peek();
      if (!back) return;
      keepEntries("restored");
      before.value = null;
      show(back);
      saveDraft();
    },
  };
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
