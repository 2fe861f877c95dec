import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";
import { slope as strings } from "#strings/index.ts";
import type { OwnAnswer } from "#widgets/own-answer/last-submission.ts";
import { courseFunctions, type FunctionName } from "#widgets/slope/course-functions.ts";
import type { compareOwn, Comparison } from "#widgets/slope/own-derivative.ts";
import type { Reading, readingAt } from "#widgets/slope/slope-engine.ts";
import type { SlopeState } from "#widgets/slope/slope-plots.ts";

/** Fetched at the first need. */
export interface SlopeDependencies {
  loadEngine: () => Promise<{ readingAt: typeof readingAt }>;
  loadComparison: () => Promise<{ compareOwn: typeof compareOwn }>;
}

/** What a reader does with the slope explorer, and what there is to be read off it. */
export interface SlopeSession {
  readonly state: ReadonlySignal<SlopeState>;
  /** The power of ten that h is; h itself has two digits. */
  readonly exponent: ReadonlySignal<number>;
  readonly reading: ReadonlySignal<Reading>;
  /** Why the learner's derivative can't be compared, if it can't. */
  readonly trouble: ReadonlySignal<string | null>;
  choose: (of: FunctionName) => Promise<void>;
  /** Goes to an x on the function's axis. */
  move: (x: number) => Promise<void>;
  setExponent: (exponent: number) => Promise<void>;
  /** Compares a submission to the function's exercise, or none. Returns a function that breaks it off. */
  compare: (answer: OwnAnswer | null) => () => void;
}

/** h from where the slider stands: 2 at its right end, 0.0001 at its left. */
const widthAt = (exponent: number): number => Number((10 ** exponent).toPrecision(2));

/** A session that begins with what the built page shows. */
export function createSlopeSession(
  initial: { of: FunctionName; x: number; h: number; reading: Reading },
  { loadEngine, loadComparison }: SlopeDependencies,
): SlopeSession {
  const of = signal(initial.of);
  const x = signal(initial.x);
  const exponent = signal(Math.log10(initial.h));
  const own = signal<Comparison | null>(null);
  const reading = signal(initial.reading);
  const trouble = signal<string | null>(null);
  const h = computed(() => widthAt(exponent.value));
  const state = computed(() => ({ of: of.value, x: x.value, h: h.value, own: own.value }));

  async function read(): Promise<void> {
    const engine = await loadEngine().catch(() => null); // The plot says that nothing could be fetched.
    if (engine) reading.value = engine.readingAt(of.peek(), x.peek(), h.peek());
  }

  return {
    state,
    exponent,
    reading,
    trouble,
    choose(name) {
      batch(() => {
        of.value = name;
        x.value = courseFunctions[name].start;
      });
      return read();
    },
    async move(to) {
      const [low, high] = courseFunctions[of.peek()].x;
      const next = Math.min(high, Math.max(low, Math.round(to * 20) / 20));
      if (next === x.peek()) return;
      x.value = next;
      await read();
    },
    setExponent(next) {
      exponent.value = next;
      return read();
    },
    compare(answer) {
      own.value = null;
      trouble.value = null;
      const controller = new AbortController();
      const { signal: left } = controller;
      const name = of.peek();
      if (answer)
        void loadComparison()
          .then(({ compareOwn: compare }) => compare(name, answer, left))
          .then((result) => {
            if (left.aborted) return;
            if ("message" in result)
              trouble.value = strings.cannotRun(courseFunctions[name].asks, result.message);
            else own.value = result;
          })
          .catch(() => undefined); // Offline: as before the first submission.
      return () => controller.abort();
    },
  };
}
