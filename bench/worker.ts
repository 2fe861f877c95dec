/**
 * A contender in a process of its own, so that what it does to the heap and to the compiler's statistics is no burden to the
 * others. `runner.ts` asks it, one question at a time.
 */
import { cases } from "./cases/index.ts";
import type { CaseOutcome } from "./case.ts";
import type { Computation, ContenderModule, Reason } from "./contender.ts";
import { sample, warmUp } from "./stopwatch.ts";

export interface WorkerRequest {
  /** The result of a case, or the nanoseconds that a run of it takes. */
  ask: "outcome" | "sample";
  name: string;
}

export type WorkerReply<Ask extends WorkerRequest["ask"] = WorkerRequest["ask"]> =
  { reason: Reason } | { outcome: { outcome: CaseOutcome }; sample: { nanoseconds: number } }[Ask];

const [module, variant] = process.argv.slice(2) as [string, string];
const { contend } = (await import(module)) as ContenderModule;
const prepare = await contend(variant);
const computations = new Map<string, Computation | Reason>();
const runsPerSample = new Map<string, number>();

function answer({ ask, name }: WorkerRequest): WorkerReply {
  const computation = computations.getOrInsertComputed(name, () =>
    prepare(cases.find((benchCase) => benchCase.name === name)!),
  );
  if (typeof computation === "string") return { reason: computation };
  if (ask === "outcome") return { outcome: computation.outcome() };
  const runs = runsPerSample.getOrInsertComputed(name, () => warmUp(computation));
  return { nanoseconds: sample(computation, runs) };
}

process.on("message", (question: WorkerRequest) => {
  try {
    process.send!(answer(question));
  } catch (error) {
    process.send!({ reason: `It throws ${String(error).split("\n", 1)[0]!}` } satisfies WorkerReply);
  }
});
