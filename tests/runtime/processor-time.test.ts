import { describe, expect, test } from "vitest";
import { fromClock } from "#runtime/node/processor-time.ts";

describe("what ps tells of a process's time", () => {
  test.each([
    ["0:00.01", 10],
    ["  1:02.50\n", 62_500],
    ["00:00:07", 7_000],
    ["01:02:03", 3_723_000],
    ["2-01:00:00", 49 * 3_600_000],
    ["", NaN],
    ["TIME", NaN],
  ])("%j is %d ms", (text, milliseconds) => {
    expect(fromClock(text)).toBe(milliseconds);
  });
});
