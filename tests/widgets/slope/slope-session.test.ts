import { expect, test } from "vitest";
import { courseFunctions } from "#widgets/slope/course-functions.ts";
import { compareValues } from "#widgets/slope/own-derivative.ts";
import * as engine from "#widgets/slope/slope-engine.ts";
import { createSlopeSession, type SlopeDependencies } from "#widgets/slope/slope-session.ts";

const initial = { of: "square", x: 1, h: 1, reading: engine.readingAt("square", 1, 1) } as const;
const answer = { language: "python", code: "", submittedAt: "" } as const;
const { x, slope } = engine.curveOf("square");
const squares = compareValues(
  x,
  slope,
  x.map((at) => at ** 2),
);

const open = (dependencies: Partial<SlopeDependencies> = {}) =>
  createSlopeSession(initial, {
    loadEngine: () => Promise.resolve(engine),
    loadComparison: () => Promise.resolve({ compareOwn: () => Promise.resolve(squares) }),
    ...dependencies,
  });

const settled = () => new Promise((resolve) => setTimeout(resolve));

test("what is read off follows the point, the step and the function", async () => {
  const session = open();
  await session.move(2.03);
  await session.setExponent(-1);
  expect(session.state.value).toMatchObject({ x: 2.05, h: 0.1 });
  expect(session.reading.value).toEqual(engine.readingAt("square", 2.05, 0.1));
  await session.choose("sigmoid");
  const { start } = courseFunctions.sigmoid;
  expect(session.reading.value).toEqual(engine.readingAt("sigmoid", start, 0.1));
});

test("the learner's derivative is compared, unless another answer has come meanwhile", async () => {
  const session = open();
  session.compare(answer);
  await settled();
  expect(session.state.value.own).toBe(squares);
  session.compare(answer)();
  await settled();
  expect(session.state.value.own).toBeNull();
});

test("an answer that can't be run is told of, until there is another", async () => {
  const failing = () => Promise.resolve({ message: "name 'y' isn't defined" });
  const session = open({ loadComparison: () => Promise.resolve({ compareOwn: failing }) });
  session.compare(answer);
  await settled();
  expect(session.trouble.value).toContain("name 'y' isn't defined");
  session.compare(null);
  expect(session.trouble.value).toBeNull();
});
