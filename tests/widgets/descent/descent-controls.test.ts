import { expect, test } from "vitest";
import { createDescentControls } from "#widgets/descent/descent-controls.ts";
import * as engine from "#widgets/descent/descent-engine.ts";
import { createDescentSession, type Driver } from "#widgets/descent/descent-session.ts";
import { differs } from "#widgets/descent/descent-text.ts";
import { shown, start } from "#widgets/descent/training-data.ts";

const { gradientsAt, lossAt } = engine;
const answer = { language: "python", code: "", submittedAt: "" } as const;
const byAutograd: Driver = (at) => Promise.resolve(gradientsAt(at));
const uphill: Driver = (at) => Promise.resolve({ dw: -gradientsAt(at).dw, db: -gradientsAt(at).db });

function open(surface = () => Promise.resolve(engine)) {
  const truth = gradientsAt(start);
  const first = { ...start, loss: lossAt(start), gradients: truth, truth };
  const session = createDescentSession(first, surface, byAutograd);
  const controls = createDescentControls(session, 0.02, (own) => (own ? uphill : byAutograd));
  return { session, controls, here: () => session.path.value.at(-1)! };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test("the rate has two digits, and steps are as long as it says", async () => {
  const { controls, here } = open();
  controls.setExponent(-1.5);
  expect(controls.rate.value).toBe(0.032);
  controls.step();
  await settled();
  expect(here().w).toBeCloseTo(start.w - 0.032 * gradientsAt(start).dw, 12);
});

test("moves add up before the first has arrived, and end where the surface does", async () => {
  const { controls, here } = open();
  controls.move({ w: 99 });
  controls.move({ b: 1.04 });
  await settled();
  expect(here()).toMatchObject({ w: shown.w[1], b: 1 });
});

test("the learner's answer drives if it is chosen, and otherwise autograd", async () => {
  const { controls, here } = open();
  controls.drive("own", answer);
  await settled();
  expect(differs(here())).toBe(true);
  controls.drive("autograd", answer);
  await settled();
  expect(differs(here())).toBe(false);
});

test("what can't be fetched is told of, until something else is tried", async () => {
  let online = false;
  const { controls, session } = open(() => (online ? Promise.resolve(engine) : Promise.reject(new Error())));
  controls.step();
  await settled();
  expect(controls.offline.value).toBe(true);
  expect(session.path.value).toHaveLength(1);
  online = true;
  controls.restart();
  expect(controls.offline.value).toBe(false);
});
