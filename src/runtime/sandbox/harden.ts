/**
 * What learner code may find in the global scope: the language itself, and nothing that reaches out of it. Everything
 * else is deleted, also from the prototypes of the global object, where a worker keeps `postMessage` and `fetch`.
 */
const kept: ReadonlySet<PropertyKey> = new Set([
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
  ...["BigUint64Array", "TextDecoder", "TextEncoder"],
  // MicroPython stands on these two; neither reaches out of the sandbox.
  ...["WebAssembly", "crypto"],
]);

const silent = () => undefined;

/** Takes everything but the language out of the global scope. The caller holds on to what it still needs. */
export function harden(): void {
  for (
    let object: object | null = globalThis;
    object && object !== Object.prototype;
    object = Reflect.getPrototypeOf(object)
  ) {
    for (const key of Reflect.ownKeys(object)) {
      if (kept.has(key) || key === "constructor") continue;
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
