import { distance, tolerances } from "./agreement.ts";
import type { BenchCase, CaseOutcome } from "./case.ts";
import type { Contender, Reason } from "./contender.ts";
import { reference } from "./contenders/index.ts";
import { Runner } from "./runner.ts";
import { summarize, type SampleSummary } from "./sample-statistics.ts";

/** The nanoseconds that each contender takes for a case, or why there are none. */
export interface Result {
  benchCase: BenchCase;
  times: ReadonlyMap<Contender, SampleSummary | Reason>;
}

/** A contender's samples of a case end when they took this long, however few they are. */
export const patienceSeconds = 4;

/** A contender at one case. */
interface Entrant {
  runner: Runner;
  samples: number[];
  /** Why it can't take part, or no longer. */
  reason: Reason | null;
}

/** What the reference computes. */
async function expectedOutcome(benchCase: BenchCase): Promise<CaseOutcome> {
  const runner = new Runner(reference);
  try {
    const answer = await runner.ask("outcome", benchCase);
    if ("outcome" in answer) return answer.outcome;
    throw new Error(`${reference.name} fails at ${benchCase.name}: ${answer.reason}`);
  } finally {
    runner.stop();
  }
}

/** Has a contender compute a case, and warm up if the result is right. */
async function enter(runner: Runner, benchCase: BenchCase, expected: CaseOutcome): Promise<Entrant> {
  const { precision } = runner.contender;
  const answer = await runner.ask("outcome", benchCase);
  if (!("outcome" in answer)) return { runner, samples: [], reason: answer.reason };
  const off = distance(answer.outcome, expected);
  if (!(off <= tolerances[precision])) {
    return { runner, samples: [], reason: `Its result is off by ${off.toExponential(1)}.` };
  }
  const first = await runner.ask("sample", benchCase);
  return { runner, samples: [], reason: "reason" in first ? first.reason : null };
}

/** Takes samples in rounds. A round begins with another contender each time, so that none owns a quiet moment. */
async function takeSamples(
  entrants: readonly Entrant[],
  benchCase: BenchCase,
  rounds: number,
): Promise<void> {
  const spent = new Map(entrants.map((entrant) => [entrant, 0]));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < entrants.length; turn++) {
      const entrant = entrants[(round + turn) % entrants.length]!;
      if (entrant.reason !== null || spent.get(entrant)! > patienceSeconds * 1000) continue;
      const start = performance.now();
      const answer = await entrant.runner.ask("sample", benchCase);
      if ("nanoseconds" in answer) entrant.samples.push(answer.nanoseconds);
      else entrant.reason = answer.reason;
      spent.set(entrant, spent.get(entrant)! + performance.now() - start);
    }
  }
}

/**
 * Lets every contender compute every case and checks the results; then every case is timed. By then a process has met all of
 * the cases, and its compiler can't arrange everything for a single one.
 */
export async function race(
  contenders: readonly Contender[],
  cases: readonly BenchCase[],
  rounds: number,
  tell: (progress: string) => void,
): Promise<Result[]> {
  const runners = contenders.map((contender) => new Runner(contender));
  try {
    const starts: { benchCase: BenchCase; entrants: Entrant[] }[] = [];
    for (const benchCase of cases) {
      tell(`checking ${benchCase.name}`);
      const expected = await expectedOutcome(benchCase);
      const entrants: Entrant[] = [];
      for (const runner of runners) entrants.push(await enter(runner, benchCase, expected));
      starts.push({ benchCase, entrants });
    }
    for (const { benchCase, entrants } of starts) {
      tell(`timing ${benchCase.name}`);
      await takeSamples(entrants, benchCase, rounds);
    }
    return starts.map(({ benchCase, entrants }) => ({
      benchCase,
      times: new Map(
        entrants.map(({ runner, samples, reason }) => [runner.contender, reason ?? summarize(samples)]),
      ),
    }));
  } finally {
    for (const runner of runners) runner.stop();
  }
}
