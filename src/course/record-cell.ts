import { MachineBusy } from "#grader/machine-busy.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";
import type { CellRequest, CellResult, Runtime } from "#runtime/runtime.ts";

let runtime: Runtime | undefined;
const results = new Map<string, Promise<CellResult>>();

/** Runs a cell while the course is built. The same code is run once, however often its page is rendered. Rejects if the machine is too busy to run it. */
export function recordCell(request: CellRequest): Promise<CellResult> {
  const key = `${request.language}\n${request.code}`;
  let result = results.get(key);
  if (!result) {
    runtime ??= createNodeRuntime();
    result = runtime.runCell(request).then((run) => {
      if (run.error?.kind === "busy") throw new MachineBusy();
      return run;
    });
    results.set(key, result);
  }
  return result;
}
