/**
 * How the computations of all cases correspond. Most exercises compute the same operations in every case. A recurrence repeats a
 * few of them, its step, as many times as the case says.
 */
import type { Tensor } from "#autodiff/index.ts";
import type { ForwardRun } from "#grader/forward-run.ts";

/** Some operations, then a step of `period` operations any number of times, then some more. A period of 0: no step. */
export interface StepPattern {
  before: number;
  period: number;
  after: number;
}

/** Where an operation is: counted from the start, from the end, or within a step. */
export interface NodeRole {
  part: "before" | "step" | "after";
  index: number;
}

/** Which of the steps. Those of a case are counted from 0. */
export type StepSelector =
  "every" | "first-only" | { readonly fromStart: number } | { readonly fromEnd: number };

function fits(sequences: readonly (readonly string[])[], { before, period, after }: StepPattern): boolean {
  const longest = sequences.reduce((a, b) => (b.length > a.length ? b : a));
  const expected = (at: number, length: number): string | undefined => {
    if (at < before) return longest[at];
    if (at >= length - after) return longest[longest.length - length + at];
    return longest[before + ((at - before) % period)];
  };
  return sequences.every(
    (sequence) =>
      (sequence.length - before - after) % period === 0 &&
      sequence.every((name, at) => name === expected(at, sequence.length)),
  );
}

/** The pattern that all these computations share, or null if they have none in common. */
export function stepPatternOf(runs: readonly ForwardRun[]): StepPattern | null {
  const sequences = runs.map(({ nodes }) => nodes.map(({ gradFn }) => gradFn));
  const shortest = Math.min(...sequences.map(({ length }) => length));
  const longest = Math.max(...sequences.map(({ length }) => length));
  if (shortest === longest) {
    const same = sequences.every((sequence) => sequence.every((name, i) => name === sequences[0]![i]));
    return same ? { before: longest, period: 0, after: 0 } : null;
  }
  for (let period = 1; period <= longest - shortest; period++) {
    for (let around = 0; around <= shortest; around++) {
      for (let before = 0; before <= around; before++) {
        const pattern = { before, period, after: around - before };
        if (fits(sequences, pattern)) return pattern;
      }
    }
  }
  return null;
}

/** How many steps a case has: 0 where the pattern has no step. */
export const stepsIn = ({ before, period, after }: StepPattern, { nodes }: ForwardRun): number =>
  period === 0 ? 0 : (nodes.length - before - after) / period;

/** Every role there is, in the order of computation. */
export function rolesOf({ before, period, after }: StepPattern): NodeRole[] {
  const part = (name: NodeRole["part"], length: number) =>
    Array.from({ length }, (_, index) => ({ part: name, index }));
  return [...part("before", before), ...part("step", period), ...part("after", after)];
}

function chosen(steps: StepSelector, count: number): number[] {
  const all = Array.from({ length: count }, (_, step) => step);
  if (steps === "every") return all;
  if (steps === "first-only") return all.slice(1);
  return all.slice("fromStart" in steps ? steps.fromStart : count - 1 - steps.fromEnd).slice(0, 1);
}

/**
 * The numbers, in the order of computation, of a case's operations with this role in these steps; for "first-only", of all but
 * that in the first.
 */
export function nodesAt(
  pattern: StepPattern,
  run: ForwardRun,
  role: NodeRole,
  steps: StepSelector,
): number[] {
  const { before, period, after } = pattern;
  if (role.part === "before") return [role.index];
  if (role.part === "after") return [run.nodes.length - after + role.index];
  const count = stepsIn(pattern, run);
  if (typeof steps !== "string" && "fromEnd" in steps && steps.fromEnd >= count) return [];
  return chosen(steps, count).map((step) => before + step * period + role.index);
}

/**
 * Names for what one step hands to the next: after `h0` come `h1`, `h2`, …; with `general`, a step reads `h[t-1]` and makes `h[t]`.
 * What the last one hands to the operations after it is `h`.
 */
export function stateNames(
  pattern: StepPattern,
  run: ForwardRun,
  names: ReadonlyMap<Tensor, string>,
  general: boolean,
): Map<Tensor, string> {
  const t = stepLetter(names);
  const states = new Map<Tensor, string>();
  const { before, period, after } = pattern;
  const count = stepsIn(pattern, run);
  const at = (step: number, role: number) => run.nodes[before + step * period + role];
  if (count < 2) return states;
  for (let role = 0; role < period; role++) {
    for (const [input, tensor] of at(1, role)!.inputs.entries()) {
      const maker = Array.from({ length: period }, (_, r) => r).find((r) => at(0, r)?.out === tensor);
      const start = names.get(at(0, role)!.inputs[input]!);
      if (maker === undefined || start === undefined) continue;
      const stem = start.replace(/_?0$/, "");
      for (let step = 0; step < count; step++) {
        states.set(
          at(step, maker)!.out,
          general ? `${stem}[${step === 0 ? `${t}-1` : t}]` : `${stem}${step + 1}`,
        );
      }
      if (after > 0) states.set(at(count - 1, maker)!.out, stem);
    }
  }
  return states;
}

/** What the step that is spoken of is called in general: `t`, if nothing else is. */
export function stepLetter(names: ReadonlyMap<Tensor, string>): string {
  const used = new Set(names.values());
  return ["t", "i", "s"].find((letter) => !used.has(letter)) ?? "t";
}

/** Where a node of a case is: its role, and in which step, counted from 0; 0 outside of them. */
export function roleOf(
  { before, period, after }: StepPattern,
  { nodes }: ForwardRun,
  at: number,
): { role: NodeRole; step: number } {
  const [within, behind] = [at - before, at - (nodes.length - after)];
  if (within < 0) return { role: { part: "before", index: at }, step: 0 };
  if (behind >= 0) return { role: { part: "after", index: behind }, step: 0 };
  return { role: { part: "step", index: within % period }, step: Math.trunc(within / period) };
}
