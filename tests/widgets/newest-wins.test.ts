import "fake-indexeddb/auto";
import { effect } from "@preact/signals";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { Grade } from "#grader/verdict.ts";
import { openIndexedDbStore } from "#learner/indexed-db-store.ts";
import { openJournal } from "#learner/journal.ts";
import { databaseName } from "#learner/storage-names.ts";
import { openStore, type OpenDisk } from "#learner/resilient-store.ts";
import type { AnswerLanguage } from "#learner/attempt.ts";
import type { StoreChange, LearnerStore, StoreOperations } from "#learner/store.ts";
import { createExerciseSession } from "#widgets/exercise-session.ts";
import { loadGraphExercise } from "#course/definitions.ts";
import { loadGraphGrader } from "#widgets/graph-exercise/graph-grader.ts";
import { createGraphExerciseSession } from "#widgets/graph-exercise/graph-exercise-session.ts";
import { createNotes } from "../learner/notes.ts";
import { variantFor } from "#widgets/graph-exercise/graph-variant.ts";

/** A learner at one exercise in one tab, whatever kind of exercise it is. */
interface Learner {
  /** Writes something that nobody wrote before. */
  edit(number: number): void;
  submit(): Promise<void>;
  reset: () => void;
  undo: () => void;
  restore: () => Promise<void>;
  /** What stands in the editor, and when the last attempt shown was made. */
  text(): string;
  attemptAt(): string | null;
  solved(): boolean;
}

interface Kind {
  exercise: string;
  language: AnswerLanguage;
  open(store: () => LearnerStore, now: () => Date): Learner;
}

const graded = (verdict: Grade["verdict"]): Grade => ({
  verdict,
  message: "",
  diagnosis: null,
  outputs: [],
  cases: [],
  line: null,
});

const starter = "def f(x):\n    pass";

const codeExercise: Kind = {
  exercise: "scalar/square",
  language: "python",
  open(store, now) {
    const session = createExerciseSession(
      "scalar/square",
      { python: starter, javascript: "" },
      {
        store,
        now,
        loadGrading: () =>
          Promise.resolve(({ code }) =>
            Promise.resolve(graded(code.includes("7") ? "correct" : "incorrect")),
          ),
      },
    );
    const { code, attempt } = session.work.python;
    return {
      edit: (number) => session.edit("python", `text ${number}`),
      submit: () => session.submit("python"),
      reset: () => session.reset("python"),
      undo: () => session.undo("python"),
      restore: session.restore,
      text: () => code.value,
      attemptAt: () => attempt.value?.submittedAt ?? null,
      solved: () => session.solved.value,
    };
  },
};

const graphId = "loss/squared-error-graph";
const graphFirst = variantFor(await loadGraphExercise(graphId), { x: 2, y: 9 });

const graphExercise: Kind = {
  exercise: graphId,
  language: "graph",
  open(store, now) {
    const session = createGraphExerciseSession(graphId, graphFirst, {
      store,
      now,
      loadGrader: loadGraphGrader,
    });
    return {
      edit: (number) => session.write("2:0", String(number)),
      async submit() {
        for (const { key } of session.variant.peek().blanks)
          if ((session.entries.peek()[key] ?? "") === "") session.write(key, String(now().getTime()));
        await session.check();
      },
      reset: () => void session.renew(),
      undo: session.goBack,
      restore: session.restore,
      text: () => JSON.stringify({ inputs: session.variant.value.draw, gradients: session.entries.value }),
      attemptAt: () => session.attempt.value?.submittedAt ?? null,
      solved: () => session.solved.value,
    };
  },
};

/** What pages of one browser share: a database, notes, and a clock on which no two things happen at once. */
class Browser {
  #time = Date.parse("2026-11-23T08:00:00Z");
  readonly now = () => new Date(++this.#time);
  /** What is under way, in queues whose order is kept: what each tab asks of the disk, what it is answered, what it is told. */
  readonly #queues = new Map<string, (() => Promise<void>)[]>();
  readonly #hearing = new Map<number, (change: StoreChange) => void>();
  readonly #storage = createNotes();
  /** While it is refused, nothing is written. */
  full = false;
  #tabs = 0;

  /** Opens a page of its own store. */
  open(): { tab: number; store: LearnerStore; close: () => void } {
    const tab = ++this.#tabs;
    let closed = false;
    const openDisk: OpenDisk = async (onLost, now) => {
      const real = await this.#later(`disk ${tab}`, `answer ${tab}`, () => openIndexedDbStore(onLost, now));
      const ask =
        (name: keyof StoreOperations) =>
        (...args: unknown[]) =>
          this.#later(`disk ${tab}`, `answer ${tab} ${name}`, () => {
            if (this.full && /^(save|keep|record)/.test(name))
              throw new DOMException("no room", "QuotaExceededError");
            return (real[name] as (...given: unknown[]) => Promise<unknown>)(...args);
          });
      return Object.fromEntries(
        Object.keys(real).map((name) => [name, ask(name as keyof StoreOperations)]),
      ) as never;
    };
    const store = openStore(() => undefined, {
      openDisk,
      journal: openJournal(() => {
        if (closed) throw new Error("The page is gone.");
        return this.#storage;
      }),
      now: this.now,
      tabs: (onChange) => {
        this.#hearing.set(tab, onChange);
        return { notify: (change) => this.#tell(tab, change) };
      },
    });
    const close = () => {
      closed = true;
      this.#hearing.delete(tab);
      for (const name of this.#queues.keys())
        if (name.split(" ")[1] === String(tab)) this.#queues.delete(name);
    };
    return { tab, store, close };
  }

  #tell(from: number, change: StoreChange): void {
    for (const to of this.#hearing.keys())
      if (to !== from)
        this.#push(`hear ${to} from ${from}`, () => Promise.resolve(this.#hearing.get(to)?.(change)));
  }

  /** Does something when its turn comes, and gives the result when that one's turn comes. */
  #later<Result>(asked: string, answered: string, work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#push(asked, async () => {
        const done = await Promise.resolve()
          .then(work)
          .then(
            (result) => () => {
              resolve(result);
            },
            (error: unknown) => () => {
              reject(error instanceof Error ? error : new Error(String(error)));
            },
          );
        this.#push(answered, () => Promise.resolve().then(done));
      });
    });
  }

  #push(queue: string, work: () => Promise<void>): void {
    this.#queues.set(queue, [...(this.#queues.get(queue) ?? []), work]);
  }

  /** Lets one thing happen that is under way. False if nothing is. */
  async step(choice: number): Promise<boolean> {
    await turn();
    const waiting = [...this.#queues].filter(([, works]) => works.length > 0);
    if (waiting.length === 0) return false;
    await waiting[choice % waiting.length]![1].shift()!();
    return true;
  }

  async settle(): Promise<void> {
    for (let steps = 0; await this.step(steps); steps++)
      if (steps > 5000) throw new Error("This never ends.");
  }
}

/** Until all promises that are resolved have been heard of, and what a store imports is there, however long that takes. */
async function turn(): Promise<void> {
  await Promise.all([import("#learner/write-schema.ts"), import("#learner/indexed-db-store.ts")]);
  await new Promise((resolve) => setImmediate(resolve));
}

const act = fc.constantFrom(
  "edit",
  "edit",
  "edit",
  "submit",
  "submit",
  "undo",
  "reset",
  "restore",
  "restore",
  "leave",
  "full",
  "room",
);

const happening = fc.record({ tab: fc.nat(1), act, steps: fc.array(fc.nat(50), { maxLength: 6 }) });

/** A tab, with all that was ever shown in it. */
interface Tab extends Learner {
  shown: Set<string>;
  close: () => void;
}

async function play(kind: Kind, happenings: readonly { tab: number; act: string; steps: number[] }[]) {
  const browser = new Browser();
  const troubles: string[] = [];
  /** When each text was last put into an editor. */
  const writtenAt = new Map<string, number>();
  /** What was taken away from whoever had written it. */
  const displaced = new Set<string>();
  let acts = 0;
  let writing = false;
  let lastAttempt: string | null = null;

  function open(): Tab {
    const { store, close } = browser.open();
    const learner = kind.open(() => store, browser.now);
    const first = learner.text();
    const shown = new Set<string>();
    let present = first;
    let presentAt = 0;
    let own: string | null = null;
    let attempt: string | null = null;
    const ends = [
      effect(() => {
        const text = learner.text();
        if (writing) {
          if (text !== present) writtenAt.set(text, ++acts);
          own = text;
        } else {
          if ((writtenAt.get(text) ?? 0) < presentAt)
            troubles.push(`“${text}” in the place of the newer “${present}”`);
          if (own !== null && own !== text && own !== first) displaced.add(own);
          own = null;
        }
        present = text;
        presentAt = writtenAt.get(text) ?? 0;
        shown.add(text);
      }),
      effect(() => {
        const at = learner.attemptAt();
        // A graph's verdict is hidden while its numbers aren't set.
        if (kind !== graphExercise && (at ?? "") < (attempt ?? ""))
          troubles.push(`the attempt of ${at} in the place of that of ${attempt}`);
        attempt = at;
        if ((at ?? "") > (lastAttempt ?? "")) lastAttempt = at;
      }),
    ];
    return {
      ...learner,
      shown,
      close: () => {
        if (own !== null && own !== first) displaced.add(own);
        for (const end of ends) end();
        close();
      },
    };
  }

  const tabs = [open(), open()];
  const everyTab = [...tabs];
  for (const [number, { tab, act: what, steps }] of happenings.entries()) {
    const here = tabs[tab]!;
    const byHand = (work: () => void) => {
      writing = true;
      work();
      writing = false;
    };
    if (what === "edit") byHand(() => here.edit(number + 10));
    if (what === "undo") byHand(here.undo);
    if (what === "reset" && kind !== graphExercise) byHand(here.reset);
    if (what === "submit") {
      writing = kind === graphExercise; // It fills in what is missing.
      const submitting = here.submit();
      writing = false;
      await submitting;
    }
    if (what === "restore") void here.restore();
    if (what === "leave") {
      here.close();
      everyTab.push((tabs[tab] = open()));
      void tabs[tab].restore();
    }
    if (what === "full") browser.full = true;
    if (what === "room") browser.full = false;
    for (const choice of steps) await browser.step(choice);
  }

  browser.full = false;
  await browser.settle();
  for (const tab of tabs) void tab.restore();
  await browser.settle();
  // What could not be stored is tried again with the next edit.
  for (const [i, tab] of tabs.entries()) {
    writing = true;
    tab.edit(1000 + i);
    writing = false;
    await browser.settle();
  }
  const fresh = open();
  void fresh.restore();
  await browser.settle();

  const { store } = browser.open();
  const reading = store.readAll();
  await browser.settle();
  const record = await reading;
  return { troubles, tabs, everyTab, fresh, record, displaced, lastAttempt };
}

afterEach(
  () =>
    new Promise<void>((resolve) => {
      indexedDB.deleteDatabase(databaseName).onsuccess = () => resolve();
      resolve();
    }),
);

describe.each([
  ["an exercise", codeExercise],
  ["a graph exercise", graphExercise],
])("%s in two tabs, while all that is under way ends in any order", (_, kind) => {
  it("never shows anything older in the place of anything newer, and loses nothing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 14 }), async (happenings) => {
        const { IDBFactory } = await import("fake-indexeddb");
        globalThis.indexedDB = new IDBFactory();
        const { troubles, tabs, everyTab, fresh, record, displaced, lastAttempt } = await play(
          kind,
          happenings,
        );
        expect(troubles).toEqual([]);
        // In the end all agree, and on what came last.
        for (const tab of tabs) expect(tab.text()).toBe(fresh.text());
        expect(fresh.text()).toContain("1001");
        for (const tab of [...tabs, fresh]) {
          if (kind !== graphExercise) expect(tab.attemptAt()).toBe(lastAttempt);
          expect(tab.solved()).toBe(record.attempts.some(({ verdict }) => verdict === "correct"));
        }
        // What was taken from one tab was seen in another, or can be had again.
        const texts = new Set([...record.kept, ...record.attempts, ...record.drafts].map(({ code }) => code));
        for (const text of displaced)
          expect(texts.has(text) || everyTab.filter(({ shown }) => shown.has(text)).length > 1, text).toBe(
            true,
          );
      }),
    );
  });
});
