import type { Contender, Reason } from "./contender.ts";
import { reference } from "./contenders/index.ts";
import type { Result } from "./race.ts";
import type { SampleSummary } from "./sample-statistics.ts";

/** A number to three digits. */
const threeDigits = (value: number): string =>
  Number(value.toPrecision(3)).toLocaleString("en", { maximumFractionDigits: 20, useGrouping: true });

export function formatTime(nanoseconds: number): string {
  const units = ["ns", "µs", "ms", "s"];
  const digits = Math.log10(Number(nanoseconds.toPrecision(3)));
  const scale = Math.min(Math.max(Math.floor(digits / 3), 0), units.length - 1);
  return `${threeDigits(nanoseconds / 1000 ** scale)} ${units[scale]!}`;
}

/** Numbers remarks in the order in which they are first needed. */
export class Footnotes {
  readonly #remarks: string[] = [];

  mark(remark: string): string {
    if (!this.#remarks.includes(remark)) this.#remarks.push(remark);
    return `[^${this.#remarks.indexOf(remark) + 1}]`;
  }

  toString(): string {
    return this.#remarks.map((remark, i) => `[^${i + 1}]: ${remark}`).join("\n");
  }
}

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map((_, column) => (column === 0 ? ":--" : "--:")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");

const contendersOf = (results: readonly Result[]): Contender[] => [...results[0]!.times.keys()];

/** The medians with their spread, a row for each case. */
export function timesTable(results: readonly Result[], rounds: number, footnotes: Footnotes): string {
  const cell = (time: SampleSummary | Reason): string => {
    if (typeof time === "string") return `–${footnotes.mark(time)}`;
    const { median, spread, count } = time;
    const few =
      count < rounds ? footnotes.mark(`A run is so slow that the number of samples is ${count}.`) : "";
    const range = count === 1 ? "" : ` ±${(100 * spread).toFixed(0)}%`;
    return `${formatTime(median)}${range}${few}`;
  };
  const contenders = contendersOf(results);
  return table(
    ["case", ...contenders.map(({ name }) => name)],
    results.map(({ benchCase, times }) => [
      benchCase.name,
      ...contenders.map((contender) => cell(times.get(contender)!)),
    ]),
  );
}

/** The medians as multiples of the reference's. */
export function ratiosTable(results: readonly Result[]): string {
  const contenders = contendersOf(results).filter((contender) => contender !== reference);
  const cell = (time: SampleSummary | Reason, unit: SampleSummary | Reason): string =>
    typeof time === "string" || typeof unit === "string" ? "–" : threeDigits(time.median / unit.median);
  return table(
    ["case", "aim", ...contenders.map(({ name }) => name)],
    results.map(({ benchCase, times }) => [
      benchCase.name,
      `≤ ${benchCase.aim}`,
      ...contenders.map((contender) => cell(times.get(contender)!, times.get(reference)!)),
    ]),
  );
}

/** For the terminal: a line for each contender below the name of each case. */
export function printable(results: readonly Result[]): string {
  return results
    .flatMap(({ benchCase, times }) => {
      const unit = times.get(reference)!;
      const lines = [...times].map(([{ name }, time]) => {
        if (typeof time === "string") return `  ${name.padEnd(20)} ${time}`;
        const ratio = typeof unit === "string" ? "" : `× ${threeDigits(time.median / unit.median)}`;
        const spread = `±${(100 * time.spread).toFixed(0)}%`;
        return `  ${name.padEnd(20)} ${formatTime(time.median).padStart(9)} ${spread.padStart(6)}  ${ratio}`;
      });
      return [`${benchCase.name} (aim × ${benchCase.aim})`, ...lines];
    })
    .join("\n");
}
