/**
 * What learner code may find in the global scope: the language itself, and nothing that reaches out of it. Everything
 * else is deleted, also from the prototypes of the global object, where a worker keeps `postMessage` and `fetch`.
 */
export const language: ReadonlySet<PropertyKey> = new Set([
  ...["globalThis", "Infinity", "NaN", "undefined"],
  ...[
    "Object",
    "Function",
    "Boolean",
    "Symbol",
    "Number",
    "BigInt",
    "Math",
    "Date",
    "String",
    "RegExp",
    "Intl",
  ],
  ...["Array", "Map", "Set", "WeakMap", "WeakSet", "WeakRef", "FinalizationRegistry", "Iterator"],
  ...["Promise", "Proxy", "Reflect", "JSON", "parseInt", "parseFloat", "isNaN", "isFinite"],
  ...["Error", "AggregateError", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError"],
  ...["URIError", "InternalError", "SuppressedError"],
  ...["ArrayBuffer", "DataView", "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array"],
  ...["Int32Array", "Uint32Array", "Float16Array", "Float32Array", "Float64Array", "BigInt64Array"],
  ...["BigUint64Array", "WebAssembly"],
]);

const silent = () => undefined;

/**
 * Takes everything but the language out of the global scope. The caller holds on to what it still needs.
 * @param also what the program needs of the host and learner code doesn't reach
 */
export function harden(also: readonly string[] = []): void {
  // In Node these two, which wait for a response of `fetch`, bring all of its client along.
  Reflect.deleteProperty(WebAssembly, "compileStreaming");
  Reflect.deleteProperty(WebAssembly, "instantiateStreaming");
  // And this is Node's own code, not the language's.
  Reflect.deleteProperty(Error, "prepareStackTrace");
  for (
    let object: object | null = globalThis;
    object && object !== Object.prototype;
    object = Reflect.getPrototypeOf(object)
  ) {
    for (const key of Reflect.ownKeys(object)) {
      if (language.has(key) || key === "constructor" || also.includes(key as string)) continue;
      if (!Reflect.deleteProperty(object, key)) {
        Reflect.defineProperty(object, key, { value: undefined, writable: false });
      }
    }
  }
  define("console", { log: silent, info: silent, warn: silent, error: silent, debug: silent });
}

/** Puts something into the global scope. */
export function define(name: string, value: unknown): void {
  Reflect.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}
