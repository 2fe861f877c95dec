/**
 * What Python can do with the JavaScript objects it holds: MicroPython's `js` leads to everything in this realm, and each of its
 * proxies to its object's constructor, and on from there. Here the imports through which the interpreter does that are narrowed to
 * what our own modules need: the functions of two modules, and lists of what those returned.
 */

/** The imports of MicroPython that look into objects; references are numbers of `proxy_js_ref`. */
interface ObjectImports {
  has_attr(object: number, name: number): unknown;
  lookup_attr(object: number, name: number, out: number): number;
  store_attr(object: number, name: number, value: number): void;
  js_get_iter(object: number, out: number): void;
  js_subscr_load(object: number, index: number, out: number): void;
  js_subscr_store(object: number, index: number, value: number): void;
  js_reflect_construct(...args: number[]): void;
}

declare const proxy_js_ref: readonly unknown[];

export interface Wire {
  /** Narrows the imports before the interpreter is made of them. */
  guard(imports: WebAssembly.Imports): void;
  /** Lets Python read the functions of these modules. */
  open(...modules: readonly object[]): void;
}

/**
 * A wire that is open to no module yet. Objects that aren't open have no attributes for Python; to look into one that is no
 * list, or to change or construct any, throws an Error.
 */
export function createWire(): Wire {
  const modules = new Set<unknown>();
  const isOpen = (object: number) => modules.has(proxy_js_ref[object]);
  const isList = (object: number) => Array.isArray(proxy_js_ref[object]);
  const refuse = (): never => {
    throw new Error("Python does not reach JavaScript here");
  };

  return {
    guard({ env: imports }) {
      const env = imports as unknown as ObjectImports;
      const original = { ...env };
      env.has_attr = (object, name) => isOpen(object) && original.has_attr(object, name);
      env.lookup_attr = (object, name, out) => (isOpen(object) ? original.lookup_attr(object, name, out) : 0);
      env.js_get_iter = (object, out) => {
        if (!isList(object)) refuse();
        original.js_get_iter(object, out);
      };
      env.js_subscr_load = (object, index, out) => {
        if (!isList(object)) refuse();
        original.js_subscr_load(object, index, out);
      };
      env.store_attr = env.js_subscr_store = env.js_reflect_construct = refuse;
    },
    open(...opened) {
      for (const module of opened) {
        // Nothing inherited, such as `constructor`.
        Object.setPrototypeOf(module, null);
        modules.add(Object.freeze(module));
      }
    },
  };
}
