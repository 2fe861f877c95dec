import type { Reporter, TestModule } from "vitest/node";

/** Closes a run with `12 passed, 0 failed, 1 skipped` on a line of its own. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.state() === "failed" && !module.ok()).length;
    const failed = count("failed") || broken;
    console.log(`${count("passed")} passed, ${failed} failed, ${count("skipped")} skipped`);
  }
}
