import fc from "fast-check";
import { expect, test } from "vitest";
import { inShard } from "#cli/grade/shard.ts";

async function* listed(length: number): AsyncGenerator<number> {
  for (let i = 0; i < length; i++) yield await Promise.resolve(i);
}

test("dealt out in turn, the shards are the whole", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(60), fc.integer({ min: 1, max: 9 }), async (length, count) => {
      const shards = await Promise.all(
        Array.from({ length: count }, (_, i) =>
          Array.fromAsync(inShard(listed(length), { index: i + 1, count })),
        ),
      );
      expect(shards.flat()).toHaveLength(length);
      const dealt = Array.from({ length }, (_, i) => shards[i % count]![Math.floor(i / count)]);
      expect(dealt).toEqual(Array.from({ length }, (_, i) => i));
    }),
  );
});
