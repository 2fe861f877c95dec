import type { Computation } from "./contender.ts";

/** How long a sample lasts at least, unless a single run does. */
export const sampleMilliseconds = 10;
export const warmUpMilliseconds = 150;

/** Holds on to the last result, so that no run can be left out as unused. */
export let lastResult: unknown;

/** Milliseconds of so many runs in a row. */
function time(run: () => unknown, runs: number): number {
  const start = performance.now();
  for (let i = 0; i < runs; i++) lastResult = run();
  return performance.now() - start;
}

/** Runs until compilers have done what they will, and returns how many runs make a sample. */
export function warmUp({ run }: Computation): number {
  let runs = 1;
  for (let spent = 0; spent < warmUpMilliseconds;) {
    const milliseconds = time(run, runs);
    if (milliseconds < sampleMilliseconds) runs *= 2;
    spent += milliseconds;
  }
  return runs;
}

/** Nanoseconds per run, over one sample. */
export const sample = ({ run }: Computation, runs: number): number => (time(run, runs) / runs) * 1e6;
