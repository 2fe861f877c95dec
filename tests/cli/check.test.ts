import { expect, test } from "vitest";
import { handgrad } from "./handgrad.ts";

test("handgrad check finds the chosen exercises sound and says so", async () => {
  const { code, stdout } = await handgrad([
    "check",
    "scalar/square",
    "batch-linear/bias",
    "linear/neuron-graph",
  ]);
  expect(stdout).toContain("✓ scalar/square\n");
  expect(stdout).toContain("✓ batch-linear/bias\n");
  expect(stdout).toContain("✓ linear/neuron-graph\n");
  expect(stdout).toMatch(/3 of 3 exercises are sound\.\n$/);
  expect(code).toBe(0);
});

test("handgrad check checks lessons too", async () => {
  const { code, stdout } = await handgrad(["check", "scalar", "loss"]);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: "✓ scalar\n✓ loss\n2 of 2 lessons are sound.\n",
  });
});

test("handgrad check --report puts the grader to the proof", async () => {
  const { code, stdout } = await handgrad(["check", "--report", "linear/weight"]);
  expect(stdout).toMatch(/^linear\/weight +10 of 10 +\d+ of \d+ +\d+ of \d+ +\d+ +\d+ +0 +80 +0$/m);
  expect(stdout).toMatch(/^total .* 0$/m);
  expect(code).toBe(0);
});

test.each([[["--write"]], [["--report", "--write", "linear/weight"]]])(
  "handgrad check %s does not write figures of a part",
  async (args) => {
    const { code, stderr } = await handgrad(["check", ...args]);
    expect(stderr).toMatch(/--write goes with --report/);
    expect(code).toBe(2);
  },
);
