import fc from "fast-check";
import { expect, test } from "vitest";
import { inOrder } from "#cli/grade/in-order.ts";

async function* listed<Item>(items: readonly Item[]): AsyncGenerator<Item, undefined> {
  for (const item of items) yield await Promise.resolve(item);
}

const never = new AbortController().signal;

test("results come in the order of the items, whichever is finished first", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 0, max: 6 }),
      async (scheduler, length, count, more) => {
        const ahead = count + more;
        const items = Array.from({ length }, (_, i) => i);
        const passed: number[] = [];
        const busy = new Set<number>();
        let begun = 0;
        const run = inOrder(
          listed(items),
          { count, ahead, signal: never },
          async (item, lane) => {
            expect(busy.has(lane)).toBe(false);
            busy.add(lane);
            expect(busy.size).toBeLessThanOrEqual(count);
            begun++;
            expect(begun - passed.length).toBeLessThanOrEqual(ahead);
            await scheduler.schedule(Promise.resolve());
            busy.delete(lane);
            return item;
          },
          (item) => void passed.push(item),
        );
        await scheduler.waitFor(run);
        expect(passed).toEqual(items);
      },
    ),
  );
});

test("those behind a slow one go on, as far as they may", async () => {
  const slow = Promise.withResolvers<undefined>();
  const begun: number[] = [];
  const passed: number[] = [];
  const run = inOrder(
    listed([0, 1, 2, 3, 4, 5]),
    { count: 2, ahead: 4, signal: never },
    async (item) => {
      begun.push(item);
      if (item === 0) await slow.promise;
      return item;
    },
    (item) => void passed.push(item),
  );
  await new Promise(setImmediate);
  expect({ begun, passed }).toEqual({ begun: [0, 1, 2, 3], passed: [] });
  slow.resolve(undefined);
  await run;
  expect(passed).toEqual([0, 1, 2, 3, 4, 5]);
});

test("once stopped, nothing is begun or passed on", async () => {
  const stop = new AbortController();
  const passed: number[] = [];
  await inOrder(
    listed([0, 1, 2, 3, 4, 5]),
    { count: 1, ahead: 1, signal: stop.signal },
    (item) => {
      if (item === 3) stop.abort();
      return Promise.resolve(item);
    },
    (item) => void passed.push(item),
  );
  expect(passed).toEqual([0, 1, 2]);
});

test("a failure of the work is not swallowed", async () => {
  const run = inOrder(
    listed([0, 1, 2]),
    { count: 2, ahead: 2, signal: never },
    (item) => (item === 1 ? Promise.reject(new Error("broken")) : Promise.resolve(item)),
    () => undefined,
  );
  await expect(run).rejects.toThrow("broken");
});
