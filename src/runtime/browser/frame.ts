/**
 * The script of the sandboxed frame. Its origin is opaque and its policy lets it connect to nothing; all it does is to keep
 * the workers that learner code runs in: start them, pass on what they report, and end them.
 */
import type { FrameOrder, FrameReport } from "#runtime/browser/frame-protocol.ts";
import { processorShare, unmeasuredShare } from "#runtime/browser/processor-share.ts";
import { crashFailure, outputLimitFailure, limits } from "#runtime/limits.ts";
import type { Failure } from "#runtime/runtime.ts";
import type { Language } from "#reading/language.ts";
import { isGraded, type Job, type SandboxOrder } from "#runtime/sandbox/protocol.ts";

/** A worker that has the language's own program cannot send this many reports. One that does is not heard any further. */
const mostReports = 2_000;

/** So long a share is measured for, in milliseconds: many turns of all the programs that share the processors. */
const measuringMilliseconds = 150;

interface Supply {
  program: string;
  /** Python's interpreter, compiled once for all its workers. */
  wasm: Promise<WebAssembly.Module> | null;
}

const supplies = new Map<Language, Supply>();
/** Python workers that wait for a job, for a cell and for a graded call. Their code comes as text, so they can be ready. */
const spares = new Map<boolean, Worker[]>([
  [false, []],
  [true, []],
]);
/** A wrong answer is run once more at once, to see what its lines come to. */
const sparesOf = (grading: boolean): number => (grading ? 2 : 1);
const running = new Map<number, { worker: Worker; job: Job }>();

function startWorker(...script: string[]): Worker {
  const url = URL.createObjectURL(new Blob(script, { type: "text/javascript" }));
  const worker = new Worker(url);
  // The worker has fetched its script by the time it reports, fails or is ended; until then the address must stay.
  worker.addEventListener("message", () => URL.revokeObjectURL(url), { once: true });
  return worker;
}

const order = (worker: Worker, message: SandboxOrder) => worker.postMessage(message);

function startPython({ program, wasm }: Supply, grading: boolean): Worker {
  const worker = startWorker(program);
  void wasm!.then((module) => order(worker, { kind: "prepare", wasm: module, grading, warm: true }));
  return worker;
}

/** A worker for this job, and whatever is known to come before its order to run. */
function workerFor(job: Job): { worker: Worker; ready: Promise<unknown> } {
  const supply = supplies.get(job.language)!;
  if (job.language === "javascript") {
    // The learner's code stands first, so that its lines are counted from 1; the policy forbids to make code from text later.
    const worker = startWorker(`"use strict";const learnerCode=${job.code};\n`, supply.program);
    return { worker, ready: Promise.resolve() };
  }
  const grading = isGraded(job);
  const worker = spares.get(grading)!.shift() ?? startPython(supply, grading);
  return { worker, ready: supply.wasm! };
}

function keepSpares(job: Job): void {
  const { language } = job;
  if (language !== "python") return;
  const grading = isGraded(job);
  const ready = spares.get(grading)!;
  while (ready.length < sparesOf(grading)) ready.push(startPython(supplies.get(language)!, grading));
}

function run(id: number, job: Job, report: (report: FrameReport) => void): void {
  const { worker, ready } = workerFor(job);
  running.set(id, { worker, job });
  let reports = 0;
  let characters = 0;

  const lose = (error: Failure) => {
    if (end(id)) report({ run: id, kind: "lost", error });
  };
  worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (!running.has(id)) return;
    reports += 1;
    characters += charactersIn(data);
    if (reports > mostReports || characters > limits.outputCharacters) {
      lose(outputLimitFailure());
      return;
    }
    report({ run: id, kind: "said", report: data });
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    lose(workerFailure(event, job));
  });
  worker.addEventListener("messageerror", () => lose(crashFailure("what it reported could not be read")));
  void ready.then(
    () => {
      order(worker, { kind: "run", job });
      if (isGraded(job)) keepSpares(job);
    },
    (reason: unknown) => lose(crashFailure(String(reason))),
  );
}

/** Of the output that a worker reports. What it sends is read by the page; here it is only counted. */
function charactersIn(data: unknown): number {
  const text = typeof data === "object" && data !== null && "text" in data ? data.text : null;
  return typeof text === "string" ? text.length : 0;
}

/** An error that no handler in the worker saw. JavaScript that the browser can't read after all shows here. */
function workerFailure({ message, lineno }: ErrorEvent, job: Job): Failure {
  const syntax = /SyntaxError: (.*)/.exec(message);
  if (!syntax || lineno > job.lines) return crashFailure(message || "its worker failed");
  return { kind: "syntax", type: "SyntaxError", message: syntax[1]!, line: lineno };
}

/** Ends a run's worker, if it still has one, and has others ready for the next runs of its kind. */
function end(id: number): boolean {
  const run = running.get(id);
  if (!run) return false;
  run.worker.terminate();
  running.delete(id);
  keepSpares(run.job);
  return true;
}

/** Measures what a worker gets of a processor, by one that computes at the same time. */
function measure(then: (share: number) => void): void {
  const worker = startWorker(`(${processorShare.toString()})(${measuringMilliseconds}, postMessage)`);
  worker.addEventListener("message", ({ data }: MessageEvent<number>) => {
    worker.terminate();
    then(unmeasuredShare(data, navigator.hardwareConcurrency));
  });
}

function obey(message: FrameOrder, report: (report: FrameReport) => void): void {
  switch (message.kind) {
    case "supply": {
      const { language, program, wasm } = message;
      supplies.set(language, { program, wasm: wasm && WebAssembly.compile(wasm) });
      return;
    }
    case "run":
      run(message.run, message.job, report);
      return;
    case "measure":
      measure((share) => report({ run: message.run, kind: "measured", share }));
      return;
    case "end":
      end(message.run);
      report({ run: message.run, kind: "ended" });
  }
}

/** Orders come from the page around this frame. Any other window that finds it can send it messages too. */
function listen({ source, ports: [port] }: MessageEvent): void {
  if (source !== parent || !port) return;
  removeEventListener("message", listen);
  port.onmessage = ({ data }: MessageEvent<FrameOrder>) => obey(data, (report) => port.postMessage(report));
}

addEventListener("message", listen);
