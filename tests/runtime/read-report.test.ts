import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWithinLimits, limits, recordLimits } from "#runtime/limits.ts";
import { readReport } from "#runtime/host/read-report.ts";
import type { Value } from "#runtime/runtime.ts";
import type { Job } from "#runtime/sandbox/protocol.ts";
import { array, number } from "./node-runtime.ts";

const graded: Job = {
  language: "python",
  code: "def f(x):\n    return x\n",
  lines: 3,
  echo: false,
  call: {
    name: "f",
    given: "",
    outputs: 1,
    traced: false,
    recorded: false,
    calls: [[number(1)], [number(2)]],
  },
};
const traced: Job = { ...graded, call: { ...graded.call!, traced: true } };
const cell: Job = { ...graded, call: null };
const jobs = [graded, traced, cell];

const results = (...values: unknown[]) => ({ kind: "done", outcome: { ok: true, results: values } });
const failure = (error: object) => ({ kind: "done", outcome: { ok: false, error } });
const error = { kind: "exception", type: "ValueError", message: "no", line: 2 };

const leaf = fc.oneof(
  fc.double().map((x): Value => number(x)),
  fc.array(fc.nat(4), { maxLength: 3 }).chain((shape) => {
    const count = shape.reduce((product, length) => product * length, 1);
    return fc
      .array(fc.double(), { minLength: count, maxLength: count })
      .map((data): Value => array(shape, data));
  }),
  fc.record({ kind: fc.constant("other" as const), type: fc.string(), text: fc.string() }),
);
const value: fc.Arbitrary<Value> = fc.oneof(
  leaf,
  fc.record({ kind: fc.constant("tuple" as const), items: fc.array(leaf, { maxLength: 4 }) }),
);

/** What it says of itself, and nothing that a getter, a hole, a proxy or a prototype might add. */
function expectSound(read: Value): void {
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  if (read.kind === "tuple") read.items.forEach(expectSound);
  if (read.kind === "other") expect(read.text.length).toBeLessThanOrEqual(limits.textCharacters);
  if (read.kind !== "array") return;
  const { shape, data } = read;
  expect(isWithinLimits(shape)).toBe(true);
  expect(Object.keys(data)).toHaveLength(shape.reduce((product, length) => product * length, 1));
  expect([...shape, ...data].every((entry) => typeof entry === "number")).toBe(true);
}

test("an honest report arrives as it was sent", () => {
  fc.assert(
    fc.property(value, value, (one, two) => {
      expect(readReport(structuredClone(results(one, two)), graded)).toEqual(results(one, two));
    }),
  );
});

/** Anything that structured cloning lets through, and more: with the names that a report has, so that parts of it are right. */
const anything = fc.anything({
  key: fc.constantFrom(
    ...["kind", "outcome", "ok", "results", "traces", "trace", "error", "type", "message", "line", "call"],
    ...["shape", "data", "items", "value", "integer", "text", "defined", "then", "__proto__", "toJSON"],
  ),
  withSparseArray: true,
  withTypedArray: true,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
});

describe("whatever a sandbox says, nothing unsound comes in, and nothing is thrown", () => {
  const readSoundly = (said: unknown) => {
    for (const job of jobs) {
      const report = readReport(said, job);
      if (report?.kind !== "done" || !report.outcome.ok) continue;
      report.outcome.results.forEach(expectSound);
      if (job === graded) expect(report.outcome.results).toHaveLength(2);
      if (job === traced) expect(report.outcome.traces).toHaveLength(2);
    }
  };

  test("values of every kind", () => {
    fc.assert(fc.property(anything, readSoundly), { numRuns: 1000 });
  });

  test("reports that are right but for one place", () => {
    const places = ["kind", "shape", "data", "value", "items", "type", "text"];
    fc.assert(
      fc.property(value, fc.constantFrom(...places), anything, (right, place, wrong) => {
        readSoundly(results({ ...right, [place]: wrong }, right));
      }),
      { numRuns: 1000 },
    );
  });

  test("failures that are right but for one place", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(error), "defined", "call"), anything, (place, wrong) => {
        for (const job of jobs) {
          const report = readReport(failure({ ...error, [place]: wrong }), job);
          if (report?.kind !== "done" || report.outcome.ok) continue;
          const { kind, type, message, line } = report.outcome.error;
          expect([kind, type, message].map((text) => typeof text)).toEqual(["string", "string", "string"]);
          expect(line === null || (line >= 1 && line <= job.lines)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

const throwing = new Proxy(
  {},
  {
    get() {
      throw new Error("a proxy's trap");
    },
    getOwnPropertyDescriptor() {
      throw new Error("a proxy's trap");
    },
  },
);

describe("no report at all", () => {
  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["text", "done"],
    ["an unknown kind", { kind: "lost", error }],
    ["a kind that is inherited", Object.create({ kind: "started" })],
    [
      "a getter",
      {
        kind: "done",
        get outcome() {
          return { ok: true, results: [number(1), number(2)] };
        },
      },
    ],
    ["a proxy that throws", throwing],
    ["fewer results than calls", results(number(1))],
    ["more results than calls", results(number(1), number(2), number(3))],
    ["no results", { kind: "done", outcome: { ok: true } }],
    ["holes for results", { kind: "done", outcome: { ok: true, results: new Array(2) } }],
    ["4e9 results", { kind: "done", outcome: { ok: true, results: new Array(4e9) } }],
    ["an array without its entries", results(array([], []), number(1))],
    ["an array with an entry too many", results(array([2], [1, 2, 3]), number(1))],
    ["an array of holes", results(array([3], new Array<number>(3)), number(1))],
    ["an array of texts", results({ kind: "array", shape: [1], data: ["1"] }, number(1))],
    ["a typed array", results({ kind: "array", shape: [1], data: new Float64Array(1) }, number(1))],
    ["a negative shape", results(array([-1, -1], [1]), number(1))],
    ["a shape of fractions", results(array([0.5, 2], [1]), number(1))],
    ["rows without end", results(array([limits.entries, limits.entries, 0], []), number(1))],
    ["too many axes", results(array(new Array<number>(limits.axes + 1).fill(1), [1]), number(1))],
    ["a number that is text", results({ kind: "number", value: "6", integer: true }, number(1))],
    ["a tuple in a tuple", results({ kind: "tuple", items: [{ kind: "tuple", items: [] }] }, number(1))],
    [
      "an entry by prototype",
      results({ kind: "array", shape: [1], data: Object.create([1]) as unknown }, number(1)),
    ],
    ["a time-out of its own", failure({ ...error, kind: "time" })],
    ["a message that is no text", failure({ ...error, message: new Uint8Array(3) })],
    ["a call that was never made", failure({ ...error, call: 2 })],
    ["output that is no text", { kind: "output", text: ["x"], call: null }],
  ])("%s", (_, said) => {
    expect(readReport(said, graded)).toBeNull();
  });
});

test("texts are cut, and lines outside of the code are none", () => {
  const long = "[".repeat(1_000_000);
  const report = readReport(failure({ ...error, type: long, message: long, line: 4 }), graded);
  expect(report).toMatchObject({ outcome: { ok: false, error: { line: null } } });
  expect(JSON.stringify(report).length).toBeLessThan(limits.textCharacters + 1_000);
});

describe("records", () => {
  const recorded: Job = { ...graded, call: { ...graded.call!, recorded: true } };
  const read = (...records: unknown[]) => {
    const report = readReport(
      { kind: "done", outcome: { ok: true, results: [number(1), number(2)], records } },
      recorded,
    );
    return report?.kind === "done" && report.outcome.ok ? report.outcome.records : null;
  };
  const record = { line: 2, name: "y", value: array([2], [1, NaN]) };

  test("are read, for each call", () => {
    const returned = { line: 1, name: null, place: 1, value: number(3) };
    expect(read([record], [record, returned])).toEqual([[record], [record, returned]]);
    expect(read([], [{ ...record, name: "n".repeat(1000), more: 1 }])![1]![0]!.name).toHaveLength(
      recordLimits.nameCharacters,
    );
  });

  test("are refused where they can't be", () => {
    const many = Array<unknown>(recordLimits.values + 1).fill(record);
    const large = Array<unknown>(3).fill({ ...record, value: array([9000], Array<number>(9000).fill(0)) });
    const wrong = [
      ...[0, 4, 1.5, "2", null].map((line) => ({ ...record, line })),
      ...[5, undefined, {}].map((name) => ({ ...record, name })),
      ...[-1, 0.5, "0", limits.entries, null].map((place) => ({ ...record, place })),
      ...[null, { kind: "other", type: "t", text: "" }, { kind: "tuple", items: [] }].map((value) => ({
        ...record,
        value,
      })),
      { ...record, value: array([3], [1, 2]) },
      null,
      5,
    ];
    for (const each of [...wrong.map((one) => [one]), many, large]) expect(read([], each)).toBeNull();
    expect(read([])).toBeNull();
    expect(read([], [], [])).toBeNull();
  });

  test("are no part of a report that should have none", () => {
    const report = readReport(
      { kind: "done", outcome: { ok: true, results: [number(1), number(2)], records: [[record], []] } },
      graded,
    );
    expect(report).toEqual(results(number(1), number(2)));
  });
});
