import { defineConfig } from "vitest/config";

// For what hangs. A machine with other things to do may take long over what does not.
const timeouts = { testTimeout: 300_000, hookTimeout: 600_000 };

export default defineConfig({
  test: {
    maxWorkers: "100%", // else a machine with two cores would use one
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/e2e/**"],
          setupFiles: ["tests/properties.ts"],
          ...timeouts,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: ["tests/e2e/build-site.ts"],
          provide: { engine: "chromium" },
          expect: { poll: { timeout: 60_000 } },
          ...timeouts,
        },
      },
    ],
  },
});
