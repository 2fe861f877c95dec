/**
 * The `_engine` module that our Python `torch` and `numpy` stand on: a flat table of functions over variables.
 * How arguments, results and failures cross is said in `bridge/calls.ts` and `bridge/memory.ts`.
 */
import { arrayCalls, matmulNamingShapes, printingCalls } from "#runtime/python/bridge/arrays.ts";
import { autogradCalls } from "#runtime/python/bridge/autograd.ts";
import { callable, type Call } from "#runtime/python/bridge/calls.ts";
import type { PythonMemory } from "#runtime/python/bridge/python-memory.ts";
import { randomStreamCalls } from "#runtime/python/bridge/random-streams.ts";
import { tensorCalls } from "#runtime/python/bridge/tensors.ts";
import { linearSystemCalls } from "#runtime/python/bridge/linear-systems.ts";
import { ufuncCalls } from "#runtime/python/bridge/ufuncs.ts";
import { defaultCalls, graphCalls, randomCalls, valueCalls } from "#runtime/python/bridge/values.ts";

export interface BridgeOptions {
  /** Without it there is nothing here that can differentiate: what `numpy` needs, and no more. */
  autograd: boolean;
}

/** @param memory MicroPython's module: `(await loadMicroPython())._module` */
export function createBridge(memory: PythonMemory, { autograd }: BridgeOptions): Record<string, unknown> {
  const calls: Record<string, Call> = {
    ...valueCalls(memory),
    ...ufuncCalls,
    ...arrayCalls,
    ...linearSystemCalls,
    ...printingCalls(),
    ...randomStreamCalls(),
    ...(!autograd && { array_matmul: matmulNamingShapes }),
    ...(autograd && { ...tensorCalls, ...autogradCalls, ...graphCalls, ...randomCalls, ...defaultCalls }),
  };
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, callable(call)]));
}
