/** Modules that `bundle/` makes. */

declare module "virtual:handgrad-python-modules" {
  /** Source text by path below `python/modules/`. */
  const modules: Readonly<Record<string, string>>;
  export default modules;
}

declare module "virtual:handgrad-sandbox/frame" {
  /** The document of the sandboxed frame. */
  const document: string;
  export default document;
}

declare module "virtual:handgrad-sandbox/python" {
  /** The program of a Python worker. */
  const program: string;
  export default program;
}

declare module "virtual:handgrad-sandbox/javascript" {
  /** The program of a JavaScript worker. */
  const program: string;
  export default program;
}

declare module "@micropython/micropython-webassembly-pyscript/micropython.mjs" {
  export interface MicroPython {
    /** The interpreter's memory, among other things. */
    _module: {
      getValue(address: number, type: "double"): number;
      setValue(address: number, value: number, type: "double"): void;
    };
    FS: {
      writeFile(path: string, content: string | Uint8Array): void;
      mkdir(path: string): void;
      unlink(path: string): void;
      analyzePath(path: string): { exists: boolean };
    };
    registerJsModule(name: string, module: object): void;
    /** A Python module as an object; its functions can be called. */
    pyimport(name: string): Record<string, (...args: unknown[]) => unknown>;
  }

  export function loadMicroPython(options: {
    /** Room for calls, in bytes. */
    pystack?: number;
    /** The heap to begin with, in bytes; it grows. */
    heapsize?: number;
    url?: string;
    /** Receives what is printed; byte by byte without a line buffer. */
    stdout?: (bytes: Uint8Array) => void;
    linebuffer: false;
  }): Promise<MicroPython>;
}

declare module "*.wasm?url" {
  const url: string;
  export default url;
}
