/**
 * The `_engine` module that our Python `torch` and `numpy` stand on: a flat table of functions over variables.
 * How arguments, results and failures cross is said in `bridge/calls.ts` and `bridge/memory.ts`.
 */
import { arrayCalls, numpyRandomCalls, printingCalls } from "#runtime/python/bridge/arrays.ts";
import { autogradCalls } from "#runtime/python/bridge/autograd.ts";
import { callable, type Call } from "#runtime/python/bridge/calls.ts";
import type { Memory } from "#runtime/python/bridge/memory.ts";
import { tensorCalls } from "#runtime/python/bridge/tensors.ts";
import { graphCalls, randomCalls, valueCalls } from "#runtime/python/bridge/values.ts";

export interface BridgeOptions {
  /** Without it there is nothing here that can differentiate: what `numpy` needs, and no more. */
  autograd: boolean;
}

/** @param memory MicroPython's module: `(await loadMicroPython())._module` */
export function createBridge(memory: Memory, { autograd }: BridgeOptions): Record<string, unknown> {
  const calls: Record<string, Call> = {
    ...valueCalls(memory),
    ...arrayCalls,
    ...printingCalls(),
    ...numpyRandomCalls(),
    ...(autograd && { ...tensorCalls, ...autogradCalls, ...graphCalls, ...randomCalls }),
  };
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, callable(call)]));
}
