import { afterAll, describe, expect, test } from "vitest";
import { createNodeRuntime } from "#runtime/node/index.ts";
import { reconcile } from "../../pytorch/reconcile.ts";
import { programsIn } from "./programs.ts";

const runtime = createNodeRuntime();
afterAll(() => {
  runtime.close();
});

describe("the source notebook's cells, typed in as they stand, print what they print in PyTorch", async () => {
  test.for(await programsIn("notebook"))("$name", async ({ code, printed }) => {
    const { stdout, error } = await runtime.runCell({ language: "python", code });
    expect(error).toBeNull();
    expect(stdout).toBe(reconcile(printed, stdout));
  });
});
