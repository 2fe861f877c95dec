import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import batchNorm from "../../content/staged/batch-norm.ts";
import { fold, foldedId } from "#graph/fold.ts";
import { runStaged, type StagedDefinition } from "#graph/staged-definition.ts";
import { stageLayout } from "#widgets/staged/stage-layout.ts";
import type { Box, Point } from "#graph/layout.ts";
import type { SnapshotNode } from "#graph/snapshot.ts";

const definition: StagedDefinition = batchNorm;
const { stages } = definition;
const { snapshot, stageOf } = runStaged(definition);

/** A layout is told to a tenth of a pixel. */
const rounded = 0.2;

/** Places along an edge, close to each other. */
const alongEdge = (points: readonly Point[]): Point[] =>
  points.slice(1).flatMap((to, i) =>
    Array.from({ length: 20 }, (_, k) => ({
      x: points[i]!.x + ((to.x - points[i]!.x) * k) / 20,
      y: points[i]!.y + ((to.y - points[i]!.y) * k) / 20,
    })),
  );

/** Every choice of open stages. */
const choices = Array.from({ length: 2 ** stages.length }, (_, bits) =>
  stages.flatMap(({ name }, i) => (bits & (1 << i) ? name : [])),
);
const choice = (open: readonly string[]): [string, ReadonlySet<string>] => [
  open.join(" and ") || "none",
  new Set(open),
];

test("the stages have all operations but those of the loss", () => {
  const labels = (stage: string | undefined) =>
    snapshot.nodes
      .filter(({ id, kind }) => kind === "operation" && stageOf[id] === stage)
      .map((node) => node.label);
  expect(stages.map(({ name }) => labels(name))).toEqual([
    ["mean", "−"],
    ["( )²", "mean"],
    ["+ 0.00001", "√", "÷"],
    ["×", "+"],
  ]);
  expect(labels(undefined)).toEqual(["×", "sum"]);
});

describe.each(choices.map(choice))("with %s open", (_, open) => {
  const folded = fold(snapshot, stages, stageOf, open);
  const nodes = new Map(folded.nodes.map((node) => [node.id, node]));

  test("what arrives at a node adds up to its gradient", () => {
    const expectGradient = ({ id, gradient, kind }: SnapshotNode) => {
      const arriving = folded.edges.filter(({ from }) => from === id);
      if (kind === "result") return;
      gradient!.forEach((entry, i) => {
        expect(arriving.reduce((sum, edge) => sum + edge.contribution![i]!, 0)).toBeCloseTo(entry, 12);
      });
    };
    folded.nodes.forEach(expectGradient);
  });

  test("edges lead from node to node, and every stage is there once", () => {
    for (const { from, to } of folded.edges) expect([nodes.has(from), nodes.has(to)]).toEqual([true, true]);
    for (const { name } of stages) {
      expect(nodes.has(foldedId(name))).toBe(!open.has(name));
      expect(folded.nodes.some(({ id }) => stageOf[id] === name)).toBe(open.has(name));
    }
  });

  test("a frame holds the nodes of its stage and no others", () => {
    const layout = stageLayout(folded, stages, stageOf);
    const within = (inner: Box, outer: Box) =>
      Math.abs(inner.x - outer.x) <= (outer.width - inner.width) / 2 + rounded &&
      Math.abs(inner.y - outer.y) <= (outer.height - inner.height) / 2 + rounded;
    const apart = (a: Box, b: Box) =>
      Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
    expect(Object.keys(layout.frames).sort()).toEqual([...open].sort());
    for (const [name, { border, title }] of Object.entries(layout.frames)) {
      expect(within(title, border)).toBe(true);
      for (const [edge, { points }] of Object.entries(layout.edges)) {
        expect([
          edge,
          alongEdge(points).some((point) => !apart({ ...point, width: 0, height: 0 }, title)),
        ]).toEqual([edge, false]);
      }
      for (const { id } of folded.nodes) {
        const box = layout.nodes[id]!;
        expect([
          id,
          stageOf[id] === name ? within(box, border) && apart(box, title) : apart(box, border),
        ]).toEqual([id, true]);
      }
    }
  });
});

test("the gradient does not depend on what is open", () => {
  fc.assert(
    fc.property(fc.subarray(stages.map(({ name }) => name)), (open) => {
      const { edges } = fold(snapshot, stages, stageOf, new Set(open));
      const ofBeta = edges.filter(({ from }) => from === "beta");
      expect(ofBeta.map(({ contribution }) => contribution)).toEqual([[4, 4]]);
    }),
  );
});
