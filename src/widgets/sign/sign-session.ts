import { signal, type ReadonlySignal } from "@preact/signals";
import type { CallOrder } from "#widgets/sign/sign-engine.ts";
import type { SignNumbers } from "#widgets/sign/sign-numbers.ts";
import type { SignState } from "#widgets/sign/sign-plots.ts";

export const callOrders: readonly CallOrder[] = ["declared", "swapped"];

/** What a reader chooses about the loss, and the numbers that it comes to. */
export interface SignSession {
  readonly state: ReadonlySignal<SignState>;
  /** The numbers of both calls, and the loss that they are of: a moment behind the state while they are being fetched. */
  readonly numbers: ReadonlySignal<SignNumbers & Pick<SignState, "of">>;
  change: (changes: Partial<SignState>) => Promise<void>;
  /** Goes to an x within what is shown. */
  move: (x: number) => Promise<void>;
}

/** A session that begins with the state of the built page. `loadNumbers` is called for each other one. */
export function createSignSession(
  initial: SignState,
  initialNumbers: SignNumbers,
  loadNumbers: () => Promise<Pick<typeof import("#widgets/sign/sign-numbers.ts"), "signNumbers">>,
): SignSession {
  const state = signal(initial);
  const numbers = signal({ of: initial.of, ...initialNumbers });

  async function change(changes: Partial<SignState>): Promise<void> {
    const present = state.peek();
    const next = { ...present, ...changes };
    const { of, order, target, x } = next;
    if (of === present.of && order === present.order && target === present.target && x === present.x) return;
    state.value = next;
    const loaded = await loadNumbers().catch(() => null); // The plot says that nothing could be fetched.
    if (loaded && next === state.peek()) numbers.value = { of, ...loaded.signNumbers(of, target, x) };
  }

  return {
    state,
    numbers,
    change,
    move: (x) => change({ x: Math.min(4, Math.max(-4, Math.round(x * 10) / 10)) }),
  };
}
