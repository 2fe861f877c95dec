/**
 * Makes the language itself unchangeable before learner code runs. What reads an answer's results, and the engine behind its arrays,
 * shares a realm with it: if `Array.prototype.map` could be replaced, they would call the replacement.
 */

import { language } from "#runtime/sandbox/harden.ts";

type Property = readonly [object: object, key: PropertyKey];

/** Intrinsic objects that no property leads to: only syntax or a call does. */
function unnamed(): object[] {
  const instances: object[] = [
    ...[[], new Map(), new Set(), ""].map((each: Iterable<unknown>) => each[Symbol.iterator]()),
    "".matchAll(/./g),
    function* () {
      yield 0;
    },
    async () => Promise.resolve(),
    async function* () {
      yield Promise.resolve();
    },
  ];
  if ("Segmenter" in Intl) {
    const segments = new Intl.Segmenter().segment("");
    instances.push(segments, segments[Symbol.iterator]());
  }
  if (typeof Iterator === "function") {
    instances.push(Iterator.from([]).map(String), Iterator.from({ next: () => ({ done: true, value: 0 }) }));
  }
  return instances.map((each) => Reflect.getPrototypeOf(each)!);
}

/** All objects that properties and prototypes lead to from these, but for the global scope. */
function reachable(roots: readonly unknown[]): Set<object> {
  const objects = new Set<object>();
  const visit = (value: unknown) => {
    if (value === globalThis) return;
    if ((typeof value === "object" && value !== null) || typeof value === "function") objects.add(value);
  };
  roots.forEach(visit);
  // A set gives what is added to it while it is gone through, too.
  for (const object of objects) {
    visit(Reflect.getPrototypeOf(object));
    for (const key of Reflect.ownKeys(object)) {
      const property = Reflect.getOwnPropertyDescriptor(object, key)!;
      [property.value as unknown, property.get, property.set].forEach(visit);
    }
  }
  return objects;
}

/**
 * What programs give objects of their own as properties although they inherit them. Of a frozen object no assignment gets past the
 * inherited property: `error.name = "Mine"` would throw. As an accessor, each lets objects that inherit it have their own.
 */
function overridden(): Property[] {
  const errors = [
    Error,
    AggregateError,
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  ];
  const ofEach = (objects: readonly object[], keys: readonly PropertyKey[]): Property[] =>
    objects.flatMap((object) => keys.map((key): Property => [object, key]));
  return [
    ...ofEach([Object.prototype], Reflect.ownKeys(Object.prototype)),
    ...ofEach(
      errors.map(({ prototype }) => prototype as object),
      ["constructor", "name", "message", "toString"],
    ),
    ...ofEach([Function.prototype, Array.prototype, Date.prototype, Iterator.prototype], ["toString"]),
    ...ofEach([Date.prototype, Map.prototype, Set.prototype], ["constructor"]),
  ];
}

function letInherit([object, key]: Property): void {
  const property = Reflect.getOwnPropertyDescriptor(object, key);
  if (!property?.configurable || !("value" in property)) return;
  const value: unknown = property.value;
  Reflect.defineProperty(object, key, {
    get: () => value,
    set(this: object, own: unknown) {
      if (this === object) throw new TypeError(`${String(key)} is the language's own and can't be changed`);
      Object.defineProperty(this, key, { value: own, writable: true, enumerable: true, configurable: true });
    },
    enumerable: false,
    configurable: false,
  });
}

/**
 * Freezes the language, and all that leads to or from it; the global scope itself can take further names.
 * @param also names of what else in the global scope learner code may use and not change
 */
export function freezeLanguage(also: readonly string[] = []): void {
  const names = Reflect.ownKeys(globalThis).filter(
    (name) => language.has(name) || also.includes(name as string),
  );
  const values = names.map((name) => Reflect.getOwnPropertyDescriptor(globalThis, name)?.value as unknown);
  overridden().forEach(letInherit);
  for (const object of reachable([...values, ...unnamed()])) Object.freeze(object);
  for (const name of names) {
    if (Reflect.getOwnPropertyDescriptor(globalThis, name)?.configurable) {
      Reflect.defineProperty(globalThis, name, { writable: false, configurable: false });
    }
  }
}
