import { expect, test } from "vitest";
import { catalogue } from "#course/catalogue.ts";
import { allIds } from "#course/files.ts";

test("has every exercise once, in a lesson", async () => {
  const ids = catalogue.flatMap(({ exercises }) => exercises.map(({ id }) => id));
  expect(ids.sort()).toEqual(await allIds());
});

test("lists a lesson's exercises in the order of its page, each with its title and where it stands", () => {
  const { exercises, ...lesson } = catalogue[1]!;
  expect(lesson).toEqual({ slug: "loss", number: 2, title: "Losses and the chain rule", href: "/loss/" });
  expect(exercises.map(({ id }) => id)).toEqual([
    "loss/difference",
    "loss/squared-error-graph",
    "loss/squared-error",
    "loss/log-loss",
    "loss/absolute-error",
    "loss/huber",
  ]);
  expect(exercises[2]).toEqual({
    id: "loss/squared-error",
    title: "Squared error, by the chain rule",
    href: "/loss/#exercise-loss-squared-error",
  });
});
