import {
  loadMicroPython,
  type MicroPython,
} from "@micropython/micropython-webassembly-pyscript/micropython.mjs";
import modules from "virtual:handgrad-python-modules";
import {
  crashFailure,
  cut,
  memoryLimitFailure,
  recursionLimitFailure,
  unreadableFailure,
  limits,
} from "#runtime/limits.ts";
import { unusedName } from "#reading/unused-name.ts";
import { createBridge } from "#runtime/python/bridge.ts";
import { deepenCallStack } from "#runtime/python/call-stack.ts";
import { createHostModule } from "#runtime/python/host-module.ts";
import { createWire } from "#runtime/python/wire.ts";
import { learnerFile } from "#runtime/python/failure.ts";
import { forMicroPython } from "#runtime/python/source/index.ts";
import { freezeLanguage } from "#runtime/sandbox/freeze.ts";
import { define, harden } from "#runtime/sandbox/harden.ts";
import { OutputBuffer } from "#runtime/sandbox/output-buffer.ts";
import type { Job, SandboxOrder, JobOutcome, Port } from "#runtime/sandbox/protocol.ts";

/** How a host's Python is to be. */
interface Manner {
  /** Whether loops call out of Python as they turn. */
  breathing: boolean;
}

/** Runs a job when it comes through the port, after an order to prepare. */
export function servePython(port: Port, manner: Manner = { breathing: false }): void {
  harden(["crypto", "TextDecoder", "TextEncoder"]); // MicroPython stands on these
  const output = new OutputBuffer(port);
  let prepared: Promise<Python> | null = null;
  let waiting = true;
  port.receive((order) => {
    if (order.kind === "prepare") {
      prepared = preparePython(order, port, output, manner);
      void prepared.then(
        (python) => order.warm && waiting && python.warmUp(),
        () => undefined, // told when a job comes
      );
      return;
    }
    waiting = false;
    const { job } = order;
    void prepared
      ?.then((python) => {
        port.post({ kind: "started" });
        return python.run(job);
      })
      .catch((error: unknown): JobOutcome => ({
        ok: false,
        error: isStackOverflow(error)
          ? recursionLimitFailure(null)
          : crashFailure(cut(String(error), mostReasonCharacters)),
      }))
      .then((outcome) => {
        output.flush();
        port.post({ kind: "done", outcome });
      })
      .catch(() => port.post({ kind: "done", outcome: { ok: false, error: unreadableFailure() } }));
  });
}

const mostReasonCharacters = 300;

/** Where a browser gives a worker less room for calls than Python would use. */
const isStackOverflow = (error: unknown): boolean => /call stack|too much recursion/i.test(String(error));

interface Python {
  run(job: Job): JobOutcome;
  /** Imports what a learner is likely to import. */
  warmUp(): void;
}

async function preparePython(
  { wasm, grading }: Extract<SandboxOrder, { kind: "prepare" }>,
  port: Port,
  output: OutputBuffer,
  { breathing }: Manner,
): Promise<Python> {
  boundMemory(() => {
    output.flush();
    port.post({ kind: "done", outcome: { ok: false, error: memoryLimitFailure() } });
  });
  const printer = byteWriter((text) => output.write(text));
  const wire = createWire();
  const guard = (imports: WebAssembly.Imports) => wire.guard(imports);
  const python = await withStubbedLoading(wasm, guard, () =>
    loadMicroPython({ pystack: 64 * 1024, stdout: printer.write, linebuffer: false }),
  );
  const host = createHostModule((call) => {
    printer.flush();
    output.beginCall(call);
  });
  const engine = createBridge(python._module, { autograd: !grading });
  wire.open(engine, host.module);
  python.registerJsModule("_engine", engine);
  python.registerJsModule("_host", host.module);
  for (const [path, text] of Object.entries(modules)) {
    if (!(grading && root(path) === "torch")) writeModule(python, path, text);
  }
  const harness = python.pyimport("_harness");
  python.FS.unlink("/lib/_harness.py");
  freezeLanguage();
  return {
    warmUp: () => void python.pyimport(grading ? "numpy" : "torch"),
    run(job) {
      host.begin(job);
      if (job.call) output.beginCall(null);
      const { name = null, given = "", outputs = 1, traced = false } = job.call ?? {};
      const hook = job.call?.recorded ? unusedName(job.code) : "";
      const recording = hook !== "" && name !== null ? { hook, name, outputs } : null;
      const code = forMicroPython(job.code, { echo: job.echo, recording, breathing });
      harness.run!(code, learnerFile, name, forMicroPython(given, { breathing }), outputs, traced, hook);
      printer.flush();
      return host.outcome();
    },
  };
}

/**
 * Bounds Python's heap, which is WebAssembly memory. This MicroPython collects no garbage while a program runs, so the
 * bound leaves room for what two seconds of arithmetic throw away; and it does not find its way to a MemoryError in good
 * time when its heap may not grow, so the run is ended at once.
 */
function boundMemory(full: () => void): void {
  const pageBytes = 64 * 1024;
  const { prototype } = WebAssembly.Memory;
  const grow = Reflect.get(prototype, "grow");
  let grown = 0;
  prototype.grow = function (pages) {
    grown += pages * pageBytes;
    if (grown > limits.memoryBytes) {
      full();
      throw new RangeError("There is no more memory for Python.");
    }
    return grow.call(this, pages);
  };
}

/** MicroPython fetches its WebAssembly by itself; here the bytes have come already. */
async function withStubbedLoading<Result>(
  wasm: WebAssembly.Module | BufferSource,
  guard: (imports: WebAssembly.Imports) => void,
  load: () => Promise<Result>,
): Promise<Result> {
  let exports: WebAssembly.Exports | null = null;
  // What tells MicroPython that it is in a worker, in Node too.
  define("WorkerGlobalScope", Object);
  define("fetch", () => Promise.resolve(null));
  WebAssembly.instantiateStreaming = async (_response, imports) => {
    const module = wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm);
    guard(imports!);
    const instance = await WebAssembly.instantiate(module, imports);
    exports = instance.exports;
    return { module, instance };
  };
  try {
    const loaded = await load();
    deepenCallStack(exports!);
    return loaded;
  } finally {
    Reflect.deleteProperty(WebAssembly, "instantiateStreaming");
    Reflect.deleteProperty(globalThis, "fetch");
    Reflect.deleteProperty(globalThis, "WorkerGlobalScope");
  }
}

/** Makes text of UTF-8 that comes byte by byte, a line or a large piece at a time. */
function byteWriter(write: (text: string) => void): {
  write: (bytes: Uint8Array) => void;
  flush: () => void;
} {
  const decoder = new TextDecoder();
  const pending = new Uint8Array(1024);
  let count = 0;
  const flush = () => {
    const text = decoder.decode(pending.subarray(0, count), { stream: true });
    count = 0;
    if (text !== "") write(text);
  };
  return {
    flush,
    write(bytes) {
      for (const byte of bytes) {
        pending[count++] = byte;
        if (byte === 10 || count === pending.length) flush();
      }
    },
  };
}

const root = (path: string): string => path.split("/")[0]!;

const encoder = new TextEncoder();

/** Puts a module where Python's `import` looks for it. */
function writeModule({ FS }: MicroPython, path: string, text: string): void {
  const folders = `lib/${path}`.split("/").slice(0, -1);
  folders.reduce((parent, folder) => {
    const full = `${parent}/${folder}`;
    if (!FS.analyzePath(full).exists) FS.mkdir(full);
    return full;
  }, "");
  FS.writeFile(`/lib/${path}`, encoder.encode(text)); // text would be encoded a character at a time
}
