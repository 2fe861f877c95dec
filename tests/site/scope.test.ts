import { expect, test } from "vitest";
import { operationTable } from "#autodiff/operation-table.ts";
import { operationRows } from "#site/operation-rows.ts";
import { namesInPython } from "#site/python-names.ts";

const places = await namesInPython();
const namesOf = (place: string): readonly string[] => places.find((each) => each.place === place)!.names;

test("an entry of the table of operations is a row of the page on scope", () => {
  const rows = operationRows(() => true);
  const row = rows.find(({ name }) => name === "erfinv")!;
  expect(row.otherNames).toEqual(["erfinv_", "special.erfinv"]);
  expect(row.local).toEqual(["√π/2 × exp(out²)"]);
  expect(row.malRules).toContain("forgot the factor √π/2");
  const messages = new Set(rows.flatMap(({ malRules }) => malRules));
  for (const { operation } of operationTable.values())
    for (const { message } of operation.malRules) expect(messages).toContain(message);
});

test("what a row is called can be called in Python", () => {
  const known = new Set(places.flatMap(({ names }) => names));
  for (const { name, otherNames } of operationRows((name) => known.has(name)))
    for (const other of otherNames) {
      const [, special] = /^special\.(.*)$/.exec(other) ?? [];
      expect(special ? namesOf("torch.special") : namesOf("Tensor")).toContain(special ?? other);
      expect(known).toContain(name);
    }
});

test("Python has some of the names of the original, and no others are counted", () => {
  for (const { names, originally } of places) {
    expect(names.length).toBeGreaterThan(0);
    expect(names.length).toBeLessThan(originally);
  }
  expect(namesOf("torch")).toContain("tanh");
  expect(namesOf("torch")).not.toContain("fft");
});
