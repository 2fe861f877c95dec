import { defineConfig } from "vitest/config";
import { missingFor, type Engine } from "./engines.ts";

/** Every test of the site in other browsers than the one that `npm test` takes: in each that is installed. */
const installed: Engine[] = [];
for (const engine of ["firefox", "webkit", "phone"] as const) {
  const { programs, packages } = await missingFor(engine);
  if (programs.length === 0) installed.push(engine);
  else
    console.warn(
      `Not tried in ${engine}: ${programs.join(" and ")} not found. On Debian: apt install ${packages.join(" ")}`,
    );
}

export default defineConfig({
  root: new URL("../../", import.meta.url).pathname,
  test: {
    globalSetup: ["tests/e2e/build-site.ts"],
    maxWorkers: "100%",
    projects: installed.map((engine) => ({
      extends: true,
      test: {
        name: engine,
        include: ["tests/e2e/**/*.test.ts"],
        provide: { engine },
        expect: { poll: { timeout: 60_000 } },
        testTimeout: 600_000,
        hookTimeout: 600_000,
      },
    })),
  },
});
