import { isWithinLimits } from "#runtime/limits.ts";
import type { Value } from "#runtime/runtime.ts";

/**
 * The items side by side along a new first axis. Null unless all are numbers or arrays, and all of one shape; items after one that
 * isn't are not asked for.
 */
export function stack(items: Iterable<Value | null>): Value | null {
  const data: number[] = [];
  let inner: readonly number[] | null = null;
  let length = 0;
  for (const item of items) {
    if (item?.kind !== "number" && item?.kind !== "array") return null;
    length++;
    const shape = item.kind === "number" ? [] : item.shape;
    inner ??= shape;
    if (shape.length !== inner.length || shape.some((length, axis) => length !== inner![axis])) return null;
    if (item.kind === "number") data.push(item.value);
    else for (const entry of item.data) data.push(entry);
  }
  const shape = [length, ...(inner ?? [])];
  return isWithinLimits(shape) ? { kind: "array", shape, data } : null;
}
