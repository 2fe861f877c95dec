import { expect, test } from "vitest";
import { initialGraphSetting } from "#graph/graph-definition.ts";
import { engineFor } from "#widgets/graph/graph-engine.ts";
import { createGraphWalkSession } from "#widgets/graph/graph-walk-session.ts";
import recurrence from "../../../content/graphs/recurrence.ts";

function session(loadEngine = () => Promise.resolve(engineFor(recurrence))) {
  const engine = engineFor(recurrence);
  const setting = initialGraphSetting(recurrence);
  const snapshot = engine.snapshot(setting);
  return createGraphWalkSession({ setting, snapshot, layouts: engine.layouts(snapshot) }, loadEngine);
}

const gradientOf = ({ snapshot }: ReturnType<typeof session>, input: string) =>
  snapshot.value.nodes.find(({ id }) => id === input)!.gradient;

test("begins at the end, where all is shown, and stays within the walk", () => {
  const graph = session();
  const end = graph.walk.value.length;
  expect(graph.position.value).toBe(end);
  graph.go(end + 3);
  expect(graph.position.value).toBe(end);
  graph.go(-1);
  expect(graph.position.value).toBe(0);
});

test("plays from the start, pauses, and stops by itself at the end", () => {
  const graph = session();
  graph.togglePlaying();
  expect([graph.playing.value, graph.position.value]).toEqual([true, 0]);
  graph.playOn();
  graph.togglePlaying();
  expect([graph.playing.value, graph.position.value]).toEqual([false, 1]);
  graph.togglePlaying();
  while (graph.playing.value) graph.playOn();
  expect(graph.position.value).toBe(graph.walk.value.length);
});

test("follows an input where it is in the walk, without a new layout", async () => {
  const graph = session();
  const layouts = graph.layouts.value;
  graph.go(2);
  await graph.setInput("w_h", 3);
  expect(gradientOf(graph, "h0")).toEqual([9]);
  expect(graph.position.value).toBe(2);
  expect(graph.layouts.value).toBe(layouts);
});

test("once the engine is there it follows at once", async () => {
  const graph = session();
  await graph.prepare();
  void graph.setInput("w_h", -1);
  expect(gradientOf(graph, "h0")).toEqual([1]);
});

test("another number of steps is another graph, shown whole", async () => {
  const graph = session();
  graph.go(1);
  await graph.setSteps(4);
  expect(gradientOf(graph, "h0")).toEqual([16]);
  expect(graph.position.value).toBe(graph.walk.value.length);
  expect(Object.keys(graph.layouts.value.right.nodes)).toContain("3");
});

test("an engine that can't be fetched is told, and tried again", async () => {
  let tries = 0;
  const graph = session(() =>
    ++tries === 1 ? Promise.reject(new Error("offline")) : Promise.resolve(engineFor(recurrence)),
  );
  await graph.setInput("w_h", 3);
  expect(graph.trouble.value).toContain("could not be fetched");
  await graph.setInput("w_h", 4);
  expect(graph.trouble.value).toBeNull();
  expect(gradientOf(graph, "h0")).toEqual([16]);
});
