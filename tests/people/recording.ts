/** What people's answers returned, kept so that they can be graded again without being run: a file for each exercise. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { PeoplesAnswer } from "#course/people.ts";
import type { Case, Repair } from "#grader/index.ts";
import type { CallResult, Failure, RecordedValue, Value } from "#runtime/runtime.ts";

/** A value that a line came to: its line, its name, its place in the pool, and which of several returned values it is. */
type PackedRecord = readonly [line: number, name: string | null, value: number, place?: number];

/** What one run came to: for each case the place of its value in the pool, and what its lines came to; the slip that was found; or how it failed. */
export type Outcome =
  | { returns: readonly number[]; records?: readonly (readonly PackedRecord[])[]; repair?: Repair }
  | { failure: Failure };

export interface Recording {
  /** Tells the cases that were run from others. */
  cases: string;
  /** All values there are, each once: what most answers have in common is the same to the bit. */
  values: readonly unknown[];
  /** By the answers' keys. */
  answers: Readonly<Record<string, Outcome>>;
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);

/** Tells an answer from others, by its language and its code. */
export const keyOf = ({ language, code }: Pick<PeoplesAnswer, "language" | "code">): string =>
  hashOf(`${language}\n${code}`);

/** Tells a list of cases from others. */
export const hashOfCases = (cases: readonly Case[]): string =>
  hashOf(JSON.stringify(cases.map(({ args }) => args)));

const special = new Map(
  [NaN, Infinity, -Infinity, -0].map((value) => [Object.is(value, -0) ? "-0" : String(value), value]),
);

/** JSON has no word for these numbers. */
const packNumber = (value: number): number | string =>
  Number.isFinite(value) && !Object.is(value, -0) ? value : Object.is(value, -0) ? "-0" : String(value);

const unpackNumber = (packed: number | string): number =>
  typeof packed === "number" ? packed : special.get(packed)!;

type Packed =
  | { number: number | string; integer?: true; type?: "bool" }
  | { shape: readonly number[]; data: readonly (number | string)[]; type?: "list" | "tuple" }
  | { items: readonly number[] }
  | { other: string; text: string };

/** Collects values, each once. */
export class ValuePool {
  readonly values: Packed[] = [];
  readonly #places = new Map<string, number>();

  /** The place of a value; its parts have places of their own. */
  add(value: Value): number {
    const packed = this.#pack(value);
    const text = JSON.stringify(packed);
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.values.length);
    return this.values.push(packed) - 1;
  }

  #pack(value: Value): Packed {
    switch (value.kind) {
      case "number":
        return {
          number: packNumber(value.value),
          ...(value.integer ? { integer: true } : {}),
          ...(value.type ? { type: value.type } : {}),
        };
      case "array":
        return {
          shape: value.shape,
          data: value.data.map(packNumber),
          ...(value.type ? { type: value.type } : {}),
        };
      case "tuple":
        return { items: value.items.map((item) => this.add(item)) };
      case "other":
        return { other: value.type, text: value.text };
    }
  }
}

/** The value at a place of a pool. */
export function valueAt(values: readonly unknown[], place: number): Value {
  const packed = values[place] as Packed;
  if ("items" in packed) return { kind: "tuple", items: packed.items.map((item) => valueAt(values, item)) };
  if ("other" in packed) return { kind: "other", type: packed.other, text: packed.text };
  const type = packed.type === undefined ? {} : { type: packed.type };
  if ("number" in packed) {
    return {
      kind: "number",
      value: unpackNumber(packed.number),
      integer: packed.integer ?? false,
      ...type,
    } as Value;
  }
  return { kind: "array", shape: packed.shape, data: packed.data.map(unpackNumber), ...type } as Value;
}

const packRecord = ({ line, name, place, value }: RecordedValue, pool: ValuePool): PackedRecord =>
  place === undefined ? [line, name, pool.add(value)] : [line, name, pool.add(value), place];

const unpackRecord = (
  [line, name, value, place]: PackedRecord,
  values: readonly unknown[],
): RecordedValue => ({
  line,
  name,
  ...(place === undefined ? {} : { place }),
  value: valueAt(values, value) as RecordedValue["value"],
});

/** What a run came to, its values in this pool. */
export const outcomeIn = (pool: ValuePool, result: CallResult): Outcome =>
  result.ok
    ? {
        returns: result.results.map((value) => pool.add(value)),
        ...(result.records
          ? { records: result.records.map((call) => call.map((record) => packRecord(record, pool))) }
          : {}),
      }
    : { failure: result.error };

/** What the runtime returned when this was recorded. */
export const resultOf = ({ values }: Pick<Recording, "values">, outcome: Outcome): CallResult =>
  "failure" in outcome
    ? { ok: false, stdout: "", error: outcome.failure }
    : {
        ok: true,
        stdout: "",
        results: outcome.returns.map((place) => valueAt(values, place)),
        ...(outcome.records
          ? { records: outcome.records.map((call) => call.map((record) => unpackRecord(record, values))) }
          : {}),
      };

/** The slip that was found; null for none. */
export const repairIn = (outcome: Outcome): Repair | null => ("repair" in outcome && outcome.repair) || null;

/** A recording as text: a value a line, an answer a line. */
export function recordingText({ cases, values, answers }: Recording): string {
  const lines = (items: readonly string[]) => items.map((item) => `\n  ${item}`).join(",");
  return `{
"cases": ${JSON.stringify(cases)},
"values": [${lines(values.map((value) => JSON.stringify(value)))}
],
"answers": {${lines(Object.entries(answers).map(([key, outcome]) => `${JSON.stringify(key)}: ${JSON.stringify(outcome)}`))}
}
}
`;
}

/** Where the recording of an exercise is kept. */
export const recordingFile = (id: string): URL => new URL(`recorded/${id}.json`, import.meta.url);

/** The recording of an exercise; one of nothing where there is none. */
export async function readRecording(id: string): Promise<Recording> {
  try {
    return JSON.parse(await readFile(recordingFile(id), "utf8")) as Recording;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return { cases: "", values: [], answers: {} };
  }
}
