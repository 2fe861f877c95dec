import { cut } from "#runtime/limits.ts";

/** Texts that do not say by themselves where they end, within something larger. */
const quoted = (text: string): string => JSON.stringify(text);

const deepest = 6;
const longest = 100;

/** What is said of a value whose own words, or whose properties, can't be had. */
const unspeakable = "something that can't be shown";

/** What a learner's code made as text of bounded length, whatever it does when it is looked at. Never throws. */
export function describeSafely(value: unknown): string {
  try {
    return cut(describe(value));
  } catch {
    return unspeakable;
  }
}

/** A value as `console.log` prints it: numbers as JavaScript writes them, `[1, 2, 3]`, `{ a: 1 }`, arrays and tensors in their own words. */
export function inspect(value: unknown): string {
  return typeof value === "string" ? value : describe(value, []);
}

/** A value as it stands within another. `around` are the objects that it is in. */
export function describe(value: unknown, around: readonly object[] = []): string {
  switch (typeof value) {
    case "string":
      return quoted(value);
    case "bigint":
      return `${value}n`;
    case "function":
      return value.name ? `[function ${value.name}]` : "[function]";
    case "object":
      return value === null ? "null" : describeObject(value, around);
    default:
      return Object.is(value, -0) ? "-0" : String(value);
  }
}

function describeObject(object: object, around: readonly object[]): string {
  if (around.includes(object)) return "[circular]";
  if (around.length >= deepest) return "…";
  const within = [...around, object];
  if (object instanceof Error) return `${object.name}: ${object.message}`;
  if (Array.isArray(object) || (ArrayBuffer.isView(object) && !(object instanceof DataView))) {
    return `[${list(object as ArrayLike<unknown>, (item) => describe(item, within))}]`;
  }
  if (object instanceof Map) {
    const entries = list(
      firstOf(object, object.size),
      ([key, item]) => `${describe(key, within)} => ${describe(item, within)}`,
    );
    return `Map {${entries && ` ${entries} `}}`;
  }
  if (object instanceof Set) {
    const items = list(firstOf(object, object.size), (item) => describe(item, within));
    return `Set {${items && ` ${items} `}}`;
  }
  if (object instanceof Promise) return "Promise";
  // The object's own words, if it has any: a tensor prints itself.
  if (object.toString !== Object.prototype.toString && typeof object.toString === "function") {
    // eslint-disable-next-line @typescript-eslint/no-base-to-string -- not Object's, as the line above saw
    return String(object);
  }
  const entries = list(Object.entries(object), ([key, item]) => `${key}: ${describe(item, within)}`);
  return `{${entries && ` ${entries} `}}`;
}

/** As many of a collection's items as are shown, in place of all. */
function firstOf<Item>(items: Iterable<Item>, length: number): ArrayLike<Item> {
  const first: { length: number; [place: number]: Item } = { length };
  let place = 0;
  for (const item of items) {
    if (place === longest) break;
    first[place++] = item;
  }
  return first;
}

/** Only as many items are looked at as are shown: the length may be anything. */
function list<Item>(items: ArrayLike<Item>, write: (item: Item) => string): string {
  const shown: string[] = [];
  for (let place = 0; place < Math.min(items.length, longest); place++) shown.push(write(items[place]!));
  if (items.length > longest) shown.push(`… ${items.length - longest} more`);
  return shown.join(", ");
}
