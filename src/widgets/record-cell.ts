import { createNodeRuntime } from "#runtime/node/index.ts";
import type { CellRequest, CellResult, Runtime } from "#runtime/runtime.ts";

let runtime: Runtime | undefined;
const results = new Map<string, Promise<CellResult>>();

/** Runs a cell while the course is built. The same code is run once, however often its page is rendered. */
export function recordCell(request: CellRequest): Promise<CellResult> {
  const key = `${request.language}\n${request.code}`;
  let result = results.get(key);
  if (!result) {
    runtime ??= createNodeRuntime();
    result = runtime.runCell(request);
    results.set(key, result);
  }
  return result;
}
