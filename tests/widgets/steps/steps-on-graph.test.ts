import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import type { Diagnosis } from "#grader/verdict.ts";
import { caseToDraw } from "#widgets/graph/case-to-draw.ts";
import type { ChosenStep } from "#widgets/steps/step-choice.ts";
import { stepsOnGraph } from "#widgets/steps/steps-on-graph.ts";
import { sampleSteps, wrongGrade } from "./sample-steps.ts";

test("a node has the sign of the worst of its steps, and tells all of them", () => {
  const marks = stepsOnGraph(sampleSteps, signal(null));
  expect([...marks].map(([node, { state, text }]) => [node, state, text])).toEqual([
    ["5", "wrong", "line 3, std: right; line 4, dstd: goes wrong here"],
    ["0", "right", "line 5, n: right"],
    ["3", "follows", "line 5, dvar: follows from it"],
    ["4", "follows", "line 5, dvar: follows from it"],
  ]);
});

test("the nodes of a step that is chosen are pointed at, and a node that is pressed chooses its step", () => {
  const chosen = signal<ChosenStep | null>({ step: 4, from: "table" });
  const pointedAt = () =>
    [...stepsOnGraph(sampleSteps, chosen)].flatMap(([node, mark]) => (mark.chosen ? [node] : []));
  expect(pointedAt()).toEqual(["3", "4"]);
  const press = (node: string) => stepsOnGraph(sampleSteps, chosen).get(node)!.onPress();
  press("5");
  expect([chosen.value, pointedAt()]).toEqual([{ step: 2, from: "graph" }, ["5"]]);
  press("5");
  expect([chosen.value, pointedAt()]).toEqual([null, []]);
});

test("the graph drawn is that of the mistake, or else that of the steps", () => {
  const bend = { node: 1, input: 0, change: "cut" } as const;
  const inEdge: Diagnosis = { kind: "sign", where: null, output: "x", bends: [bend], at: 1, message: "" };
  const rows = [0, 1, 2].map(() => ({ inputs: [], outputs: [] }));
  const grade = { ...wrongGrade, cases: rows };
  expect(caseToDraw({ ...grade, diagnosis: inEdge, steps: sampleSteps })).toBe(1);
  expect(caseToDraw({ ...grade, diagnosis: { ...inEdge, bends: [] }, steps: sampleSteps })).toBe(2);
  expect(caseToDraw({ ...grade, steps: { at: 0, lines: sampleSteps.lines.slice(0, 1) } })).toBeNull();
  expect(caseToDraw(grade)).toBeNull();
});
