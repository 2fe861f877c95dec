import { describe, expect, test, vi } from "vitest";
import { MachineBusy } from "#grader/index.ts";
import { createStepsRequest, type ExplainLines } from "#widgets/steps/steps-request.ts";
import { sampleSteps } from "./sample-steps.ts";

const answer = { code: "a" };
const other = { code: "b" };

const request = (explain: ExplainLines<object>) => createStepsRequest(() => Promise.resolve(explain));

describe("what the lines of an answer are", () => {
  test("is found for the answer that was asked about", async () => {
    const steps = request(() => Promise.resolve(sampleSteps));
    expect(steps.found(answer)).toBeUndefined();
    await steps.ask(answer);
    expect([steps.found(answer), steps.found(other), steps.busy(answer)]).toEqual([
      sampleSteps,
      undefined,
      false,
    ]);
  });

  test("may be nothing", async () => {
    const steps = request(() => Promise.resolve(null));
    await steps.ask(answer);
    expect([steps.found(answer), steps.trouble(answer)]).toEqual([null, null]);
  });

  test.each([
    ["offline", () => Promise.reject(new TypeError("Failed to fetch")), /offline/],
    ["a busy machine", () => Promise.resolve(() => Promise.reject(new MachineBusy())), /busy.*Try again/],
  ])("is not found out: %s", async (_what, load, says) => {
    const steps = createStepsRequest(load);
    await steps.ask(answer);
    expect(steps.trouble(answer)).toMatch(says);
    expect([steps.found(answer), steps.trouble(other), steps.busy(answer)]).toEqual([undefined, null, false]);
  });

  test("is no longer looked for after Stop, or once another answer is asked about", async () => {
    const signals: AbortSignal[] = [];
    const steps = request((of, stopped) => {
      signals.push(stopped);
      return of === answer
        ? new Promise((resolve) => stopped.addEventListener("abort", () => resolve(sampleSteps)))
        : Promise.resolve(null);
    });
    const stopped = steps.ask(answer);
    await vi.waitFor(() => expect(signals).toHaveLength(1));
    steps.stop();
    await stopped;
    expect([steps.found(answer), steps.trouble(answer)]).toEqual([undefined, "Stopped."]);

    const first = steps.ask(answer);
    await vi.waitFor(() => expect(signals).toHaveLength(2));
    await Promise.all([first, steps.ask(other)]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, false]);
    expect([steps.found(answer), steps.found(other), steps.trouble(other)]).toEqual([undefined, null, null]);
  });
});
