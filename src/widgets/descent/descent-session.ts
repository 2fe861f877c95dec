import { batch, signal, type ReadonlySignal } from "@preact/signals";
import { start, type Gradients, type Weights } from "#widgets/descent/training-data.ts";

/** One place of the descent: where, how much is lost there, and what the driver says of the slopes there. */
export interface DescentPoint extends Weights {
  loss: number;
  /** Null until they have been asked for, or if there are none. */
  gradients: Gradients | null;
  /** Autograd's, to compare. */
  truth: Gradients;
}

export type DescentOutcome = "underway" | "arrived" | "diverged" | { failed: string };

/** Where gradients come from. Rejects only if something can't be fetched. */
export type Driver = (at: Weights, leaving: AbortSignal) => Promise<Gradients | { message: string }>;

export interface Surface {
  lossAt: (at: Weights) => number;
  gradientsAt: (at: Weights) => Gradients;
}

export interface DescentSession {
  /** Every place so far; the last one is where the descent is. */
  readonly path: ReadonlySignal<readonly DescentPoint[]>;
  readonly running: ReadonlySignal<boolean>;
  readonly outcome: ReadonlySignal<DescentOutcome>;
  /** One step against the gradients, `rate` times as long as they are. */
  step(rate: number): Promise<void>;
  /** Steps until it has arrived or diverged, or somebody pauses. `rateNow` and `wait` are asked before each step. */
  run(rateNow: () => number, wait: () => Promise<void>): Promise<void>;
  pause: () => void;
  /** Begins anew from a place, or from where it began last. */
  restart(from?: Weights): Promise<void>;
  /** Changes who gives the gradients, and begins anew. */
  drive(driver: Driver): Promise<void>;
}

/** The gradients count as 0 from here on, and the loss as beyond all bounds. */
const flat = 0.01;
const boundless = 1e6;
const mostSteps = 400;

/**
 * A descent that stands at its first place. The surface is asked for before each step; `initial` drives until another driver
 * does.
 */
export function createDescentSession(
  first: DescentPoint,
  surface: () => Promise<Surface>,
  initial: Driver,
): DescentSession {
  const path = signal<readonly DescentPoint[]>([first]);
  const running = signal(false);
  const outcome = signal<DescentOutcome>("underway");
  let driver = initial;
  let from: Weights = start;
  let controller = new AbortController();
  /** Whose step is being taken: a second one has to wait for it. */
  let stepping: AbortController | null = null;

  /** A place with its gradients; null if the descent went elsewhere meanwhile, `nowhere` if no loss can be computed there. */
  async function pointAt(
    at: Weights,
    leaving: AbortSignal,
  ): Promise<{ place: DescentPoint; failed: string | null } | "nowhere" | null> {
    const hasLeft = () => leaving.aborted;
    const { lossAt, gradientsAt } = await surface();
    if (hasLeft()) return null;
    const loss = lossAt(at);
    if (!Number.isFinite(loss)) return "nowhere";
    const known = { ...at, loss, truth: gradientsAt(at) };
    const gradients = await driver(at, leaving);
    if (hasLeft()) return null;
    return "message" in gradients
      ? { place: { ...known, gradients: null }, failed: gradients.message }
      : { place: { ...known, gradients }, failed: null };
  }

  function judge({ loss, gradients }: DescentPoint, failed: string | null): DescentOutcome {
    if (loss > boundless) return "diverged";
    if (failed !== null) return { failed };
    return gradients && Math.hypot(gradients.dw, gradients.db) < flat ? "arrived" : "underway";
  }

  async function begin(): Promise<void> {
    controller.abort();
    controller = new AbortController();
    running.value = false;
    const reached = await pointAt(from, controller.signal);
    if (!reached || reached === "nowhere") return;
    batch(() => {
      path.value = [reached.place];
      outcome.value = judge(reached.place, reached.failed);
    });
  }

  async function step(rate: number): Promise<void> {
    const { w, b, gradients } = path.peek().at(-1)!;
    if (!gradients || stepping === controller) return;
    const owner = (stepping = controller);
    const reached = await pointAt({ w: w - rate * gradients.dw, b: b - rate * gradients.db }, owner.signal);
    if (stepping === owner) stepping = null;
    if (!reached) return;
    if (reached === "nowhere") {
      outcome.value = "diverged";
      return;
    }
    batch(() => {
      path.value = [...path.peek(), reached.place];
      outcome.value = judge(reached.place, reached.failed);
    });
  }

  return {
    path,
    running,
    outcome,
    step,
    async run(rateNow, wait) {
      if (running.peek()) return;
      running.value = true;
      const own = controller;
      const hasLeft = () => own.signal.aborted;
      for (let taken = 0; taken < mostSteps && running.peek(); taken++) {
        await step(rateNow());
        if (hasLeft()) return;
        if (outcome.peek() !== "underway") break;
        await wait();
        if (hasLeft()) return;
      }
      running.value = false;
    },
    pause() {
      running.value = false;
    },
    restart(place) {
      from = place ?? from;
      return begin();
    },
    drive(next) {
      driver = next;
      return begin();
    },
  };
}
