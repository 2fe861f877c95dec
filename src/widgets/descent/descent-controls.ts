import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { DescentSession, Driver } from "#widgets/descent/descent-session.ts";
import { shown, type Weights } from "#widgets/descent/training-data.ts";
import type { OwnAnswer } from "#widgets/own-answer/last-submission.ts";

export type DriverName = "autograd" | "own";

/** What a reader sets about a descent, and does with it. */
export interface DescentControls {
  /** The power of ten that the rate is; the rate itself has two digits. */
  readonly exponent: ReadonlySignal<number>;
  readonly rate: ReadonlySignal<number>;
  readonly driver: ReadonlySignal<DriverName>;
  /** Whether something could not be fetched: then the descent stays where it is. */
  readonly offline: ReadonlySignal<boolean>;
  setExponent: (exponent: number) => void;
  /** Lets autograd give the gradients, or the learner's answer if there is one. */
  drive: (name: DriverName, answer: OwnAnswer | null) => void;
  step: () => void;
  /** `wait` is what lies between two steps. */
  run: (wait: () => Promise<void>) => void;
  restart: () => void;
  /** Goes to a place within what is shown of the surface, and begins anew there. */
  move: (to: Partial<Weights>) => void;
}

/** The rate of the slider's place. */
const rateAt = (exponent: number): number => Number((10 ** exponent).toPrecision(2));

const within = (value: number, [low, high]: readonly [number, number]): number =>
  Math.min(high, Math.max(low, Math.round(value * 10) / 10));

/** The controls of a descent that autograd drives at first. */
export function createDescentControls(
  session: DescentSession,
  initialRate: number,
  driverOf: (answer: OwnAnswer | null) => Driver,
): DescentControls {
  const exponent = signal(Math.log10(initialRate));
  const rate = computed(() => rateAt(exponent.value));
  const driver = signal<DriverName>("autograd");
  const offline = signal(false);
  /** A place whose gradients are still being fetched: the next move goes on from there. */
  let goingTo: Weights | null = null;

  function attempt(work: Promise<void>): void {
    offline.value = false;
    work.catch(() => {
      session.pause();
      offline.value = true;
    });
  }

  return {
    exponent,
    rate,
    driver,
    offline,
    setExponent: (next) => (exponent.value = next),
    drive(name, answer) {
      driver.value = name;
      attempt(session.drive(driverOf(name === "own" ? answer : null)));
    },
    step: () => attempt(session.step(rate.peek())),
    run: (wait) => attempt(session.run(() => rate.peek(), wait)),
    restart: () => attempt(session.restart()),
    move(to) {
      const { w, b } = { ...(goingTo ?? session.path.peek().at(-1)!), ...to };
      const place = (goingTo = { w: within(w, shown.w), b: within(b, shown.b) });
      const arrived = () => {
        if (goingTo === place) goingTo = null;
      };
      attempt(session.restart(place).finally(arrived));
    },
  };
}
