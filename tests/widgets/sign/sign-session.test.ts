import { expect, test } from "vitest";
import { createSignSession } from "#widgets/sign/sign-session.ts";
import * as engine from "#widgets/sign/sign-numbers.ts";
import type { SignState } from "#widgets/sign/sign-plots.ts";

const initial: SignState = { of: "difference", order: "swapped", x: 1, target: 10 };
const numbers = engine.signNumbers("difference", 10, 1);
const open = (load = () => Promise.resolve(engine)) => createSignSession(initial, numbers, load);

test("the numbers follow what is chosen, and come back with it", async () => {
  const session = open();
  await session.change({ of: "squared" });
  expect(session.numbers.value).toEqual({ of: "squared", ...engine.signNumbers("squared", 10, 1) });
  await session.change({ of: "difference" });
  expect(session.numbers.value).toEqual({ of: "difference", ...numbers });
});

test("x stays on the axis, at whole tenths, and the state as it is where nothing changes", async () => {
  const session = open();
  await session.move(-7);
  expect(session.state.value.x).toBe(-4);
  await session.move(0.34);
  expect(session.state.value.x).toBe(0.3);
  const { value: before } = session.state;
  await session.move(0.31);
  expect(session.state.value).toBe(before);
});

test("the numbers stay behind where nothing can be fetched", async () => {
  const session = open(() => Promise.reject(new Error("offline")));
  await session.change({ target: 2 });
  expect(session.state.value.target).toBe(2);
  expect(session.numbers.value).toEqual({ of: "difference", ...numbers });
});
