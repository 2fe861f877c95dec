/**
 * The `_engine` module that our Python `torch` and `numpy` stand on: a flat table of functions over variables.
 * How arguments, results and failures cross is said in `bridge/calls.ts` and `bridge/python-memory.ts`.
 */
import { callable, type Call } from "#runtime/python/bridge/calls.ts";
import { numpyCalls } from "#runtime/python/bridge/numpy/index.ts";
import { matmulNamingShapes } from "#runtime/python/bridge/numpy/products.ts";
import type { PythonMemory } from "#runtime/python/bridge/python-memory.ts";
import { torchCalls } from "#runtime/python/bridge/torch/index.ts";
import { valueCalls } from "#runtime/python/bridge/values.ts";

export interface BridgeOptions {
  /** Without it there is nothing here that can differentiate: what `numpy` needs, and no more. */
  autograd: boolean;
}

/** @param memory MicroPython's module: `(await loadMicroPython())._module` */
export function createBridge(memory: PythonMemory, { autograd }: BridgeOptions): Record<string, unknown> {
  const calls: Record<string, Call> = {
    ...valueCalls(memory),
    ...numpyCalls(),
    ...(autograd ? torchCalls : { array_matmul: matmulNamingShapes }),
  };
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, callable(call)]));
}
