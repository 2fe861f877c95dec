import fc from "fast-check";
import { expect, test } from "vitest";
import { Turns } from "#runtime/host/turns.ts";

test("all work is done, and what is to be alone is done while nothing else is", async () => {
  const works = fc.array(fc.record({ alone: fc.boolean(), fails: fc.boolean() }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(works, fc.scheduler(), async (asked, scheduler) => {
      const turns = new Turns();
      const working = new Set<number>();
      const began: number[] = [];
      const done = asked.map(({ alone, fails }, i) =>
        turns
          .take(alone, async () => {
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
