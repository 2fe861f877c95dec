import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";
import { entryText } from "#graph/entry-sums.ts";
import type { PicturedArray, ShapePicture, ShapeSetting } from "#graph/shape-definition.ts";
import { shapes as strings } from "#strings/index.ts";
import { lazyModule } from "#widgets/lazy-module.ts";

/** One entry of one array: of its values, or of its gradient. */
export interface ArrayEntry {
  array: PicturedArray;
  gradient: boolean;
  /** In row-major order. */
  place: number;
}

/** Fetched when a size is changed: the engine, and the definition with it. */
export interface ShapeEngine {
  picture(setting: ShapeSetting): ShapePicture;
}

/** What a reader does with the arrays: points at entries, and chooses sizes and numbers. */
export interface ShapeSession {
  readonly setting: ReadonlySignal<ShapeSetting>;
  readonly picture: ReadonlySignal<ShapePicture>;
  /** The text of the entry that is pointed at. */
  readonly selected: ReadonlySignal<string>;
  /** Every entry, by its text. */
  readonly entries: ReadonlySignal<ReadonlyMap<string, ArrayEntry>>;
  /** Why the arrays don't follow, if they don't. */
  readonly trouble: ReadonlySignal<string | null>;
  point(entry: string): void;
  /** Fetches the engine, so that the first change is followed at once. */
  prepare(): Promise<unknown>;
  change(setting: Partial<ShapeSetting>): Promise<void>;
}

/** `W[0, 2]`, or `dW[0, 2]` of the gradient. */
export const textOf = ({ array: { name, shape }, gradient, place }: ArrayEntry): string =>
  entryText(gradient ? `d${name}` : name, shape, place);

/** The number that stands in an entry. */
export const numberOf = ({ array: { value, gradient: gradients }, gradient, place }: ArrayEntry): number =>
  (gradient ? gradients! : value)[place]!;

function entriesIn({ arrays }: ShapePicture): Map<string, ArrayEntry> {
  const entries = arrays.flatMap((array) => [
    ...array.value.map((_, place): ArrayEntry => ({ array, gradient: false, place })),
    ...(array.gradient ?? []).map((_, place): ArrayEntry => ({ array, gradient: true, place })),
  ]);
  return new Map(entries.map((entry) => [textOf(entry), entry]));
}

/** The entry of the same array that is nearest to one that may be gone: `W[1, 3]` where W has two columns is `W[1, 1]`. */
function nearest(text: string, entries: ReadonlyMap<string, ArrayEntry>): string {
  if (entries.has(text)) return text;
  const [, name, indices = ""] = /^(\w+)(?:\[(.*)\])?$/.exec(text)!;
  const wanted = indices.split(", ").map(Number);
  const distance = (entry: string): number => {
    const [, own, at = ""] = /^(\w+)(?:\[(.*)\])?$/.exec(entry)!;
    if (own !== name) return Infinity;
    return at.split(", ").reduce((sum, index, axis) => sum + Math.abs(Number(index) - wanted[axis]!), 0);
  };
  return [...entries.keys()].reduce((best, entry) => (distance(entry) < distance(best) ? entry : best));
}

/** A session that begins with the picture of the built page, pointing at the entry that is named there. */
export function createShapeSession(
  initial: { setting: ShapeSetting; picture: ShapePicture; begin: string },
  loadEngine: () => Promise<ShapeEngine>,
): ShapeSession {
  const setting = signal(initial.setting);
  const picture = signal(initial.picture);
  const entries = computed(() => entriesIn(picture.value));
  const selected = signal(initial.begin);
  const engine = lazyModule(loadEngine, strings.offline);

  return {
    setting,
    picture,
    selected,
    entries,
    trouble: engine.trouble,
    prepare: engine.prepare,
    point: (entry) => {
      selected.value = entry;
    },
    change: async (changes) => {
      setting.value = { ...setting.peek(), ...changes };
      const present = engine.ready() ?? (await engine.prepare());
      if (!present) return;
      const next = present.picture(setting.peek());
      batch(() => {
        picture.value = next;
        selected.value = nearest(selected.peek(), entries.value);
      });
    },
  };
}
