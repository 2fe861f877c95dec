import fc from "fast-check";
import { expect, test } from "vitest";
import { processorShare, unmeasuredShare } from "#runtime/browser/processor-share.ts";

/** A clock that goes in steps, as seen by a program that has a processor for `on` milliseconds and then waits for `off`. */
function clock({ step, on, off }: { step: number; on: number; off: number }): () => number {
  const reading = 0.02;
  let time = 0;
  let left = on;
  return () => {
    time += reading;
    left -= reading;
    if (left <= 0) {
      time += off;
      left = on;
    }
    return Math.floor(time / step) * step;
  };
}

const measured = (now: () => number): number => {
  let share = NaN;
  processorShare(150, (told) => (share = told), now);
  return share;
};

test("the share of a program that is interrupted is that of its turns", () => {
  const turns = fc.record({
    step: fc.constantFrom(0.1, 1),
    on: fc.double({ min: 3, max: 8, noNaN: true }),
    off: fc.double({ min: 4, max: 15, noNaN: true }),
  });
  fc.assert(
    fc.property(turns, ({ step, on, off }) => {
      // The measured time need not end with a turn.
      const most = (on + off) / 150 + 2 * (step / (on + off));
      expect(Math.abs(measured(clock({ step, on, off })) - on / (on + off))).toBeLessThan(most);
    }),
  );
});

test.each([0.005, 0.1, 1, 16.7, 100])(
  "a program that has a processor has all of it, by a clock in steps of %d ms",
  (step) => {
    expect(measured(clock({ step, on: Infinity, off: 0 }))).toBeCloseTo(1, 5);
  },
);

test.each([
  ["alone on one processor", 1 / 2, 1, 1],
  ["alone on two", 1, 2, 1],
  ["beside eight others on two", 2 / 10, 2, 2 / 9],
  ["beside fifteen others on four", 4 / 17, 4, 4 / 16],
  ["where the measuring got nothing at all", 0, 2, 0],
])("a program %s has its share when nobody measures", (_where, measured, processors, share) => {
  expect(unmeasuredShare(measured, processors)).toBeCloseTo(share, 12);
});
