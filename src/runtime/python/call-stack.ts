/** What MicroPython's WebAssembly exports and a deeper call stack needs. */
interface Exports {
  memory: WebAssembly.Memory;
  malloc: (bytes: number) => number;
  emscripten_stack_get_current: () => number;
  _emscripten_stack_restore: (address: number) => void;
}

/** What MicroPython allows itself; it ends near 150 calls. */
const builtInLimit = 32 * 1024;

/** Room for 1,000 plain calls, as in CPython, each of which takes 208 bytes. */
const limit = 216 * 1024;

/** Left free for what runs when the limit has been reached. */
const reserve = 40 * 1024;

/**
 * Gives MicroPython a deeper stack for its calls than it was compiled with: a block of its own memory. MicroPython keeps the
 * stack's top and limit side by side in its state, which is where they are changed. Throws an Error where they aren't found, or
 * there is no such block.
 */
export function deepenCallStack(exports: WebAssembly.Exports): void {
  const { memory, malloc, emscripten_stack_get_current, _emscripten_stack_restore } =
    exports as unknown as Exports;
  const current = emscripten_stack_get_current();
  const block = malloc(limit + reserve);
  const words = new Uint32Array(memory.buffer);
  const isTop = (word: number) => word <= current && word > current - 256;
  const place = words.findIndex((word, i) => isTop(word) && words[i + 1] === builtInLimit);
  if (block === 0 || place === -1) throw new Error("MicroPython's call stack is not where it was.");
  const end = block + limit + reserve;
  const top = end - (end % 16);
  words[place] = top;
  words[place + 1] = limit;
  _emscripten_stack_restore(top);
}
