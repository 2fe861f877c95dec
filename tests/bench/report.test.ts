import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scalarChain } from "../../bench/cases/scalar-chain.ts";
import type { Contender, Reason } from "../../bench/contender.ts";
import { ours, reference } from "../../bench/contenders/index.ts";
import type { Result } from "../../bench/race.ts";
import { Footnotes, formatTime, ratiosTable, timesTable } from "../../bench/report.ts";
import { summarize, type SampleSummary } from "../../bench/sample-statistics.ts";

describe("a summary of samples", () => {
  test("has the median, and half the distance between the quartiles as a part of it", () => {
    expect(summarize([50, 10, 20, 40, 30])).toEqual({ median: 30, spread: 1 / 3, count: 5 });
    expect(summarize([4, 2]).median).toBe(3);
    expect(summarize([7])).toEqual({ median: 7, spread: 0, count: 1 });
  });

  test("doesn't depend on the order of the samples", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 1e9, noNaN: true }), { minLength: 1 }), (samples) => {
        expect(summarize(samples.toReversed())).toEqual(summarize(samples));
      }),
    );
  });
});

test.each([
  [0.5, "0.5 ns"],
  [3.14159, "3.14 ns"],
  [999, "999 ns"],
  [999.9, "1 µs"],
  [12_345, "12.3 µs"],
  [7_000_000, "7 ms"],
  [7.25e9, "7.25 s"],
  [1.5e12, "1,500 s"],
])("%d ns read %s", (nanoseconds, text) => expect(formatTime(nanoseconds)).toBe(text));

describe("the tables", () => {
  const [, single, engine, absent] = ours;
  const results: Result[] = [
    {
      benchCase: scalarChain,
      times: new Map<Contender, SampleSummary | Reason>([
        [reference, { median: 4, spread: 0.01, count: 9 }],
        [single!, { median: 3, spread: 0.02, count: 9 }],
        [engine!, { median: 100, spread: 0.125, count: 2 }],
        [absent!, "It can't."],
      ]),
    },
  ];

  test("times say how sure they are, and footnotes what is missing", () => {
    const footnotes = new Footnotes();
    expect(timesTable(results, 9, footnotes).split("\n").at(-1)).toBe(
      "| scalar chain | 4 ns ±1% | 3 ns ±2% | 100 ns ±13%[^1] | –[^2] |",
    );
    expect(footnotes.toString()).toBe(
      "[^1]: A run is so slow that the number of samples is 2.\n[^2]: It can't.",
    );
  });

  test("a single sample has no spread", () => {
    const [{ benchCase }] = results as [Result];
    const times = new Map([[reference, { median: 5e9, spread: 0, count: 1 }]]);
    expect(timesTable([{ benchCase, times }], 9, new Footnotes())).toMatch(/\| 5 s\[\^1\] \|$/);
  });

  test("ratios are to the reference, which has no column", () => {
    expect(ratiosTable(results).split("\n").at(-1)).toBe("| scalar chain | ≤ 40 | 0.75 | 25 | – |");
  });

  test("a footnote that is needed twice is written once", () => {
    const footnotes = new Footnotes();
    expect([footnotes.mark("a"), footnotes.mark("b"), footnotes.mark("a")]).toEqual(["[^1]", "[^2]", "[^1]"]);
  });
});
