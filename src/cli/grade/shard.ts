/** One part of a cohort: of every `count` answers the one numbered `index`, counted from 1. */
export interface Shard {
  index: number;
  count: number;
}

/** The items of a shard: the first, for example, is number 2, 6, 10, … for shard 2/4. */
export async function* inShard<Item>(
  items: AsyncIterable<Item>,
  { index, count }: Shard,
): AsyncGenerator<Item, undefined> {
  let number = 0;
  for await (const item of items) {
    if (number++ % count === index - 1) yield item;
  }
}
