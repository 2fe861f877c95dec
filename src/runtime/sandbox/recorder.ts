/**
 * What a learner's JavaScript tells of its values. Only what is the language's own or ours is looked at, and only in ways in which
 * nothing of the learner's is called: no proxy, no getter, no method.
 */
import { isArray, valueOfArray } from "#runtime/javascript/ndarray.ts";
import { limits } from "#runtime/limits.ts";
import type { Value } from "#runtime/runtime.ts";
import type { RecordBook } from "#runtime/sandbox/record-book.ts";
import { stack } from "#runtime/sandbox/stack.ts";

/** Whether what was returned is one value or several: those of the function asked for, as it was asked for; those of others, as they seem. */
export type ReturnMode = "whole" | "several" | "helper";

/** The calls that stand in a learner's code; `javascript/recording` writes them there. None of them throws. */
export interface Recorder {
  named(line: number, ...told: unknown[]): void;
  /** The same of what holds many numbers. */
  lists(line: number, ...told: unknown[]): void;
  place(line: number, name: string, root: unknown, steps: readonly unknown[]): void;
  last(line: number, name: string, root: unknown, steps: readonly unknown[]): void;
  returned(line: number, mode: ReturnMode, value: unknown): unknown;
  /** Whether to compute with these does nothing but that. */
  plain(...values: unknown[]): boolean;
}

/** @param isProxy whether an object is somebody's proxy; to ask it anything would call its handler */
export function createRecorder(book: RecordBook, isProxy: (object: object) => boolean): Recorder {
  const note = (line: number, name: string | null, value: Value | null, place?: number) => {
    if (value?.kind !== "number" && value?.kind !== "array") return;
    book.note({ line, name, ...(place !== undefined && { place }), value });
  };
  const read = (value: unknown) => numeric(value, isProxy);
  /** Runs unless nothing is kept any more, and forgets what goes wrong: too deep a stack, say. */
  const guarded = (record: () => void) => {
    if (!book.isOpen) return;
    try {
      record();
    } catch {
      // What could not be looked at isn't recorded.
    }
  };
  const walk = (root: unknown, steps: readonly unknown[]) =>
    steps.reduce((value, step) => ownValue(value, step, isProxy), root);

  return Object.freeze<Recorder>({
    named: (line, ...told) =>
      guarded(() => {
        for (let i = 0; i < told.length; i += 2) note(line, told[i] as string, read(told[i + 1]));
      }),
    lists: (line, ...told) =>
      guarded(() => {
        for (let i = 0; i < told.length; i += 2)
          if (typeof told[i + 1] === "object") note(line, told[i] as string, read(told[i + 1]));
      }),
    place: (line, name, root, steps) => guarded(() => note(line, name, read(walk(root, steps)))),
    last: (line, name, root, steps) =>
      guarded(() => {
        const list = walk(root, steps);
        const length = ownValue(list, "length", isProxy);
        if (typeof length === "number") note(line, name, read(ownValue(list, length - 1, isProxy)));
      }),
    returned(line, mode, value) {
      guarded(() => {
        const isList = Array.isArray(value) && mode !== "whole";
        const whole = isList && mode === "several" ? null : read(value);
        const items = isList && whole === null ? itemsOf(value, isProxy) : null;
        if (items) items.forEach((item, place) => note(line, null, read(item), place));
        else note(line, null, whole);
      });
      return value;
    },
    plain: (...values) => values.every((value) => typeof value === "number"),
  });
}

/** A number, an array or a list of such. Null for anything else, which may be lists in lists in themselves. */
function numeric(value: unknown, isProxy: (object: object) => boolean, depth = 0): Value | null {
  if (typeof value === "number") return { kind: "number", value, integer: Number.isInteger(value) };
  if (typeof value === "boolean") return { kind: "number", value: Number(value), integer: true };
  if (typeof value !== "object" || value === null) return null;
  if (isArray(value)) return valueOfArray(value);
  const items = depth < limits.axes ? itemsOf(value, isProxy) : null;
  if (items === null) return null;
  return stack(mapped(items, (item) => numeric(item, isProxy, depth + 1)));
}

function* mapped<Item, Result>(items: readonly Item[], make: (item: Item) => Result): Generator<Result> {
  for (const item of items) yield make(item);
}

/** The items of an array or a typed array. Null for anything else, and for arrays that are too long or have no plain values somewhere. */
function itemsOf(value: unknown, isProxy: (object: object) => boolean): unknown[] | null {
  if (typeof value !== "object" || value === null || isProxy(value)) return null;
  if (ArrayBuffer.isView(value)) return value instanceof DataView ? null : entriesOf(value);
  if (!Array.isArray(value) || value.length > limits.entries) return null;
  const items: unknown[] = [];
  for (let place = 0; place < value.length; place++) {
    const item = Reflect.getOwnPropertyDescriptor(value, place);
    if (item === undefined || !("value" in item)) return null;
    items.push(item.value);
  }
  return items;
}

const { get: lengthOf } = Reflect.getOwnPropertyDescriptor(
  Reflect.getPrototypeOf(Float64Array.prototype)!,
  "length",
)!;

/** Of a typed array, whatever its own class makes of its length. */
function entriesOf(view: ArrayBufferView): unknown[] | null {
  const length = lengthOf!.call(view) as number;
  if (length > limits.entries) return null;
  return Array.from({ length }, (_, place) => (view as unknown as ArrayLike<unknown>)[place]);
}

/** A property that an object has of its own, as plain data. */
function ownValue(object: unknown, key: unknown, isProxy: (object: object) => boolean): unknown {
  if (typeof object !== "object" || object === null || isProxy(object)) return undefined;
  if (typeof key !== "number" && typeof key !== "string") return undefined;
  return Reflect.getOwnPropertyDescriptor(object, key)?.value as unknown;
}
