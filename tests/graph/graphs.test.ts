import { describe, expect, test } from "vitest";
import { grad } from "#autodiff/index.ts";
import { initialGraphSetting, runGraph } from "#graph/graph-definition.ts";
import { snapshotOf } from "#graph/snapshot.ts";
import { graphNames, loadGraph } from "#course/definitions.ts";

describe.each(graphNames)("content/graphs/%s", (name) => {
  test("runs at every number of steps, and its gradients are the engine's", async () => {
    const definition = await loadGraph(name);
    const setting = initialGraphSetting(definition);
    const { min, max } = definition.steps ?? { min: 0, max: 0 };
    for (let steps = min; steps <= max; steps++) {
      const { inputs, value } = runGraph(definition, { ...setting, steps });
      const snapshot = snapshotOf(inputs, value, { result: definition.result });
      const wrt = definition.wrt.map((input) => inputs[input]!);
      const gradients = grad(value, wrt, { retainGraph: true, allowUnused: true });
      for (const [i, input] of definition.wrt.entries()) {
        const drawn = snapshot.nodes.find(({ id }) => id === input);
        expect(drawn?.gradient ?? null).toEqual(gradients[i]?.entries() ?? null);
      }
    }
  });

  test("begins within the range of its sliders", async () => {
    const { inputs } = await loadGraph(name);
    for (const input of Object.values(inputs)) {
      if (!("min" in input)) continue;
      expect(input.value).toBeGreaterThanOrEqual(input.min);
      expect(input.value).toBeLessThanOrEqual(input.max);
    }
  });
});

test("an unknown name is told, with all that there are", async () => {
  await expect(loadGraph("neurone")).rejects.toThrow(/neurone.*neuron.*squared-error/s);
});
