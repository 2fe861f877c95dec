import { spawn, type ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import process from "node:process";
import type { Writable } from "node:stream";
import { crashFailure, memoryLimitFailure, limits } from "#runtime/limits.ts";
import { bundleProgram, wasmPath } from "#runtime/bundle/sandbox-program.ts";
import type { Sandbox, SandboxEvent, SandboxHost } from "#runtime/host/sandbox-host.ts";
import { findLauncher, type Launcher } from "#runtime/node/launcher.ts";
import { watchMemory } from "#runtime/node/memory-watch.ts";
import { frameMessage, ordersFile, pipeReader } from "#runtime/node/pipe.ts";
import { stopwatchFor } from "#runtime/node/processor-time.ts";
import type { Language } from "#reading/language.ts";
import { isGraded, type Job, type SandboxOrder } from "#runtime/sandbox/protocol.ts";

/**
 * No files, no network, no other processes (`--permission` grants nothing), no code from text, and neither SQLite nor
 * foreign functions, which the permission model does not cover.
 */
const flags = [
  "--permission",
  "--no-experimental-sqlite",
  "--no-experimental-ffi",
  "--no-addons",
  "--disallow-code-generation-from-strings",
  // Twice the limit of ours: close to its own limit, V8 spends seconds on saving memory, and `watchMemory` is to come first.
  `--max-old-space-size=${(2 * limits.memoryBytes) / 1024 / 1024}`,
  // Kilobytes: a thousand calls of Python functions. Windows has no room for them.
  ...(process.platform === "win32" ? [] : ["--stack-size=3600"]),
  "--unhandled-rejections=none",
  "--no-warnings",
  "--input-type=commonjs",
  "-",
];

interface Supply {
  program: string;
  /** Python's interpreter. */
  wasm: Uint8Array<ArrayBuffer> | null;
}

async function fetchSupply(language: Language): Promise<Supply> {
  if (language === "javascript") {
    return { program: (await bundleProgram("node/javascript-child.ts")).text, wasm: null };
  }
  const [{ text }, wasm] = await Promise.all([bundleProgram("node/python-child.ts"), readFile(wasmPath)]);
  return { program: text, wasm };
}

const supplies = new Map<Language, Promise<Supply>>();

/** Made once for all runtimes of this process. */
function supplyOf(language: Language): Promise<Supply> {
  const supply = supplies.get(language) ?? fetchSupply(language);
  supplies.set(language, supply);
  return supply;
}

/** Runs each job in a child process of its own; the next one is already waiting. */
export class NodeHost implements SandboxHost {
  readonly #loaded = new Map<Language, Supply>();
  /** By kind of job, the processes that wait for one. */
  readonly #spares = new Map<string, ChildProcess>();
  readonly #running = new Set<ChildProcess>();
  readonly #warm: boolean;
  readonly #mostSeconds: number;
  #launch!: Launcher;

  /** @param mostSeconds what the system itself allows a process to compute, whatever becomes of this one */
  constructor(warm: boolean, mostSeconds: number) {
    this.#warm = warm;
    this.#mostSeconds = mostSeconds;
  }

  async load(language: Language): Promise<void> {
    const [supply, launch] = await Promise.all([supplyOf(language), findLauncher()]);
    this.#loaded.set(language, supply);
    this.#launch = launch;
  }

  start(job: Job, listen: (event: SandboxEvent) => void): Sandbox {
    const child = this.#take(job.language, isGraded(job));
    this.#running.add(child);
    hold(child);

    let ended = false;
    const lost = (event: SandboxEvent) => {
      end();
      listen(event);
    };
    const unwatch = watchMemory(child, () => lost({ kind: "lost", error: memoryLimitFailure() }));
    const end = () => {
      ended = true;
      unwatch();
      this.#running.delete(child);
      child.kill("SIGKILL");
    };
    const stopwatch = stopwatchFor(child);
    let complaint = "";
    child
      .stderr!.setEncoding("utf8")
      .on("data", (text: string) => (complaint = (complaint + text).slice(-4096)));
    const read = pipeReader((report) => {
      stopwatch.start(); // the first report is that the program begins
      if (!ended) listen({ kind: "said", report });
    });
    child.stdout!.on("data", read);
    child.once("close", (code) => {
      if (ended) return;
      const full = /heap out of memory|allocation failed/i.test(complaint);
      lost({
        kind: "lost",
        error: full ? memoryLimitFailure() : crashFailure(`it ended with code ${code ?? "none"}`),
      });
    });
    child.once("error", ({ message }) => {
      if (!ended) lost({ kind: "lost", error: crashFailure(message) });
    });
    send(child, { kind: "run", job });
    return { end, spent: () => stopwatch.read() };
  }

  close(): void {
    for (const child of this.#running) child.kill("SIGKILL");
    for (const child of this.#spares.values()) child.kill("SIGKILL");
    this.#spares.clear();
  }

  /** A process for a job: the one that waits for its kind, if there is one. Another takes its place. */
  #take(language: Language, grading: boolean): ChildProcess {
    const kind = `${language}, ${grading ? "grading" : "cell"}`;
    const spare = this.#spares.get(kind);
    const child = spare && isAlive(spare) ? spare : this.#spawn(language, grading);
    this.#spares.set(kind, this.#spawn(language, grading));
    return child;
  }

  /** A process that has its program and waits for a job. Does not keep this process from ending. */
  #spawn(language: Language, grading: boolean): ChildProcess {
    const { program, wasm } = this.#loaded.get(language)!;
    const [command, args] = this.#launch([process.execPath, ...flags], this.#mostSeconds);
    const child = spawn(command, args, {
      env: {},
      stdio: ["pipe", "pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    // A process that died early shows by its end; the pipe's own complaint adds nothing.
    child.stdin.on("error", () => undefined).end(program);
    ordersOf(child).on("error", () => undefined);
    child.on("error", () => undefined);
    if (wasm) send(child, { kind: "prepare", wasm, grading, warm: this.#warm });
    release(child);
    return child;
  }
}

const isAlive = (child: ChildProcess): boolean =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null;

const ordersOf = (child: ChildProcess): Writable => child.stdio[ordersFile] as Writable;

const send = (child: ChildProcess, order: SandboxOrder): void =>
  void ordersOf(child).write(frameMessage(order));

interface Reference {
  ref(): void;
  unref(): void;
}

/** What of a child keeps this process running. */
const references = (child: ChildProcess): Reference[] =>
  [child, ...child.stdio].filter((each) => each !== null && each !== undefined) as unknown as Reference[];

const hold = (child: ChildProcess): void => references(child).forEach((each) => each.ref());
const release = (child: ChildProcess): void => references(child).forEach((each) => each.unref());
