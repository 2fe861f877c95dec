import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvCell, csvRow } from "#cli/grade/csv.ts";

/** What another program reads, as RFC 4180 has it. */
const read = (table: string): string[][] => parse(table, { record_delimiter: ["\r\n"] });

/** Texts of all kinds, with many of the characters that tables and spreadsheets care for. */
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(...Array.from("=+-@\t\r\n\",;'ab \u0000\u001b\u0007\ufeff\u202e\ud800＝")),
    maxLength: 8,
  }),
);

test("a table reads back cell by cell in another reader", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text, text), { minLength: 1 }), (rows) => {
      const table = rows.map((row) => csvRow(["x", ...row])).join("");
      expect(read(table)).toEqual(rows.map((row) => ["x", ...row.map(csvCell)]));
    }),
  );
});

test("no cell is a formula, nor holds anything unseen", () => {
  fc.assert(
    fc.property(text, (cell) => {
      const [[read_]] = read(csvRow([cell])) as [[string]];
      expect(read_.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/);
      expect(read_).not.toMatch(/^[\t\r\n]/);
      // eslint-disable-next-line no-control-regex -- these must not be there
      expect(read_).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\ufeff]/);
      expect(read_.isWellFormed()).toBe(true);
    }),
  );
});

describe("a cell stays what it was", () => {
  test.each(["Ada, 3b", 'a "b", c', "two\nlines", "x = 1", "naïve 数 😀", "", "a\tb"])("%j", (cell) => {
    expect(read(csvRow([cell, "x"]))).toEqual([[cell, "x"]]);
  });

  test("or is told as what it was", () => {
    expect(csvCell("=1+1")).toBe("'=1+1");
    expect(csvCell("\n=cmd|' /C calc'!A0")).toBe("'\n=cmd|' /C calc'!A0");
    expect(csvCell("\u001b]0;title\u0007")).toBe("\\u001b]0;title\\u0007");
  });
});
