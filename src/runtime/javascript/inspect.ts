/** Texts that do not say by themselves where they end, within something larger. */
const quoted = (text: string): string => JSON.stringify(text);

const deepest = 6;
const longest = 100;

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
    return `[${list(Array.from(object as ArrayLike<unknown>), (item) => describe(item, within))}]`;
  }
  if (object instanceof Map) {
    const entries = list(
      [...object],
      ([key, item]) => `${describe(key, within)} => ${describe(item, within)}`,
    );
    return `Map {${entries && ` ${entries} `}}`;
  }
  if (object instanceof Set) {
    const items = list([...object], (item) => describe(item, within));
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

function list<Item>(items: readonly Item[], write: (item: Item) => string): string {
  const shown = items.slice(0, longest).map(write);
  if (items.length > longest) shown.push(`… ${items.length - longest} more`);
  return shown.join(", ");
}
