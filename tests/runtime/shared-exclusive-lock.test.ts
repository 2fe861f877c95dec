import fc from "fast-check";
import { expect, test } from "vitest";
import { SharedExclusiveLock } from "#runtime/host/shared-exclusive-lock.ts";

test("all work is done, and what is to be alone is done while nothing else is", async () => {
  const works = fc.array(fc.record({ alone: fc.boolean(), fails: fc.boolean() }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(works, fc.scheduler(), async (asked, scheduler) => {
      const lock = new SharedExclusiveLock();
      const working = new Set<number>();
      const began: number[] = [];
      const done = asked.map(({ alone, fails }, i) =>
        lock
          .run(alone, async () => {
            expect([...working].every((other) => !alone && !asked[other]!.alone)).toBe(true);
            began.push(i);
            working.add(i);
            await scheduler.schedule(Promise.resolve());
            working.delete(i);
            if (fails) throw new Error("it failed");
          })
          .catch(() => undefined),
      );
      await scheduler.waitFor(Promise.all(done));
      expect(began).toEqual(asked.map((_, i) => i));
    }),
  );
});

test("who leaves the line never begins, holds nobody up, and is told", async () => {
  const works = fc.array(fc.record({ alone: fc.boolean(), leaves: fc.boolean() }), {
    minLength: 1,
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(works, async (asked) => {
      const lock = new SharedExclusiveLock();
      const before = Promise.withResolvers<null>();
      const first = lock.run(true, () => before.promise);
      const began: number[] = [];
      const controllers = asked.map(() => new AbortController());
      const done = asked.map(({ alone }, i) =>
        lock.run(alone, () => Promise.resolve(began.push(i)), controllers[i]!.signal),
      );
      for (const [i, { leaves }] of asked.entries()) if (leaves) controllers[i]!.abort();
      before.resolve(null);
      await first;
      const told = await Promise.all(done);
      expect(told.map((each) => each === null)).toEqual(asked.map(({ leaves }) => leaves));
      expect(began).toEqual(asked.flatMap(({ leaves }, i) => (leaves ? [] : [i])));
    }),
  );
});

test("work that has begun is not given up", async () => {
  const controller = new AbortController();
  const work = () => {
    controller.abort();
    return Promise.resolve("done");
  };
  expect(await new SharedExclusiveLock().run(false, work, controller.signal)).toBe("done");
});
