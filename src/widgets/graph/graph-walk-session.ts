import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";
import { graph as strings } from "#strings/index.ts";
import { lazyModule } from "#widgets/lazy-module.ts";
import { walkOf, type WalkStep } from "#graph/walk.ts";
import type { NestedNumbers } from "#autodiff/index.ts";
import type { GraphSetting } from "#graph/graph-definition.ts";
import type { GraphSnapshot } from "#graph/snapshot.ts";
import type { GraphEngine, Layouts } from "#widgets/graph/graph-engine.ts";

/** What a reader does with a graph: walks through it, and changes its inputs. */
export interface GraphWalkSession {
  readonly setting: ReadonlySignal<GraphSetting>;
  readonly snapshot: ReadonlySignal<GraphSnapshot>;
  readonly layouts: ReadonlySignal<Layouts>;
  readonly walk: ReadonlySignal<readonly WalkStep[]>;
  /** How many steps of the walk have been taken; all of them before the reader begins. */
  readonly position: ReadonlySignal<number>;
  readonly playing: ReadonlySignal<boolean>;
  /** Why the graph doesn't follow, if it doesn't. */
  readonly trouble: ReadonlySignal<string | null>;
  /** Goes to a position, or to the nearest one that there is. */
  go(position: number): void;
  /** Begins to play, from the start if the end has been reached, or pauses. */
  togglePlaying(): void;
  /** One step on, and no further than the end. */
  playOn(): void;
  /** Fetches the engine, so that the first change is followed at once. */
  prepare(): Promise<unknown>;
  setInput(name: string, value: NestedNumbers): Promise<void>;
  setSteps(steps: number): Promise<void>;
  reset(): Promise<void>;
}

/** A session that begins with the picture of the built page, all steps taken. */
export function createGraphWalkSession(
  initial: { setting: GraphSetting; snapshot: GraphSnapshot; layouts: Layouts },
  loadEngine: () => Promise<GraphEngine>,
): GraphWalkSession {
  const setting = signal(initial.setting);
  const snapshot = signal(initial.snapshot);
  const layouts = signal(initial.layouts);
  const walk = computed(() => walkOf(snapshot.value));
  const stepsTaken = signal(Infinity);
  const position = computed(() => Math.min(stepsTaken.value, walk.value.length));
  const playing = signal(false);
  const engine = lazyModule(loadEngine, strings.offline);
  let drawnSteps = initial.setting.steps;

  /** Draws the present setting. */
  function follow(present: GraphEngine): void {
    const { steps } = setting.peek();
    const next = present.snapshot(setting.peek());
    batch(() => {
      snapshot.value = next;
      if (steps === drawnSteps) return;
      layouts.value = present.layouts(next);
      stepsTaken.value = Infinity;
      playing.value = false;
    });
    drawnSteps = steps;
  }

  async function change(next: GraphSetting): Promise<void> {
    setting.value = next;
    const present = engine.ready() ?? (await engine.prepare());
    if (present) follow(present);
  }

  const go = (to: number) => {
    stepsTaken.value = Math.max(0, Math.min(to, walk.peek().length));
  };

  return {
    setting,
    snapshot,
    layouts,
    walk,
    position,
    playing,
    trouble: engine.trouble,
    prepare: engine.prepare,
    go: (to) => {
      playing.value = false;
      go(to);
    },
    togglePlaying: () => {
      if (!playing.peek() && position.peek() === walk.peek().length) go(0);
      playing.value = !playing.peek();
    },
    playOn: () => {
      go(position.peek() + 1);
      if (position.peek() === walk.peek().length) playing.value = false;
    },
    setInput: (name, value) =>
      change({ ...setting.peek(), inputs: { ...setting.peek().inputs, [name]: value } }),
    setSteps: (steps) => change({ ...setting.peek(), steps }),
    reset: () => change(initial.setting),
  };
}
