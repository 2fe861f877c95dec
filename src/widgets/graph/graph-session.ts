import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";
import { graph as say } from "#strings/index.ts";
import { engineOnDemand } from "#widgets/engine-on-demand.ts";
import { walkOf, type WalkStep } from "#graph/walk.ts";
import type { NestedNumbers } from "#autodiff/index.ts";
import type { GraphSetting } from "#graph/definition.ts";
import type { Flow } from "#graph/flow.ts";
import type { GraphEngine, Layouts } from "#widgets/graph/graph-engine.ts";

/** What a reader does with a graph: walks through it, and changes its inputs. */
export interface GraphSession {
  readonly setting: ReadonlySignal<GraphSetting>;
  readonly flow: ReadonlySignal<Flow>;
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
export function createGraphSession(
  initial: { setting: GraphSetting; flow: Flow; layouts: Layouts },
  loadEngine: () => Promise<GraphEngine>,
): GraphSession {
  const setting = signal(initial.setting);
  const flow = signal(initial.flow);
  const layouts = signal(initial.layouts);
  const walk = computed(() => walkOf(flow.value));
  const taken = signal(Infinity);
  const position = computed(() => Math.min(taken.value, walk.value.length));
  const playing = signal(false);
  const engine = engineOnDemand(loadEngine, say.offline);
  let drawnSteps = initial.setting.steps;

  /** Draws the present setting. */
  function follow(present: GraphEngine): void {
    const { steps } = setting.peek();
    const next = present.flow(setting.peek());
    batch(() => {
      flow.value = next;
      if (steps === drawnSteps) return;
      layouts.value = present.layouts(next);
      taken.value = Infinity;
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
    taken.value = Math.max(0, Math.min(to, walk.peek().length));
  };

  return {
    setting,
    flow,
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
