import type { Value } from "#runtime/runtime.ts";

/** The items side by side along a new first axis. Null unless all are numbers or arrays, and all of one shape. */
export function stack(items: readonly Value[]): Value | null {
  const data: number[] = [];
  let inner: readonly number[] | null = null;
  for (const item of items) {
    if (item.kind !== "number" && item.kind !== "array") return null;
    const shape = item.kind === "number" ? [] : item.shape;
    inner ??= shape;
    if (shape.length !== inner.length || shape.some((length, axis) => length !== inner![axis])) return null;
    if (item.kind === "number") data.push(item.value);
    else for (const entry of item.data) data.push(entry);
  }
  return { kind: "array", shape: [items.length, ...(inner ?? [])], data };
}
