import { expect, test } from "vitest";
import { handgrad } from "./handgrad.ts";

test("handgrad check finds the chosen exercises sound and says so", async () => {
  const { code, stdout } = await handgrad(["check", "scalar/square", "batch-linear/bias"]);
  expect(stdout).toContain("✓ scalar/square\n");
  expect(stdout).toContain("✓ batch-linear/bias\n");
  expect(stdout).toMatch(/2 of 2 exercises are sound\.\n$/);
  expect(code).toBe(0);
});
