/** Numbers that are spread over a range, so that no part of it is left out by chance. */
import type { Random, Range } from "#exercise/sampler.ts";

/** As close to an end of a range as this share of it, a number counts as lying at the end. */
const nearEnd = 0.01;

/** The same items in random order. */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** So many whole numbers from low to high, in random order: all of them in turn, or evenly chosen ones with both ends where there are more. */
export function spreadWhole([low, high]: Range, count: number, random: Random): number[] {
  const steps = high - low;
  const numbers = Array.from({ length: count }, (_, i) =>
    steps < count ? low + (i % (steps + 1)) : low + Math.round((i * steps) / (count - 1 || 1)),
  );
  return shuffled(numbers, random);
}

/** A range is divided at 0, so that both signs and their smallest magnitudes have a part of their own. */
const dividedAtZero = (ranges: readonly Range[]): Range[] =>
  ranges.flatMap(([low, high]): Range[] =>
    low < 0 && high > 0
      ? [
          [low, 0],
          [0, high],
        ]
      : [[low, high]],
  );

/** The number so far along these ranges, laid end to end. */
function alongRanges(ranges: readonly Range[], distance: number): number {
  let left = distance;
  for (const [low, high] of ranges) {
    if (left <= high - low) return low + left;
    left -= high - low;
  }
  return ranges.at(-1)![1];
}

/**
 * So many numbers from these ranges, with all their decimals and in random order: one close to each end of a range and, on either side,
 * to 0, the others one from each of as many equal parts.
 */
export function spread(ranges: readonly Range[], count: number, random: Random): number[] {
  const parts = dividedAtZero(ranges);
  const length = parts.reduce((sum, [low, high]) => sum + high - low, 0);
  // Never an end itself: 0 hides more than it shows.
  const close = ([low, high]: Range) => Math.min(nearEnd * length, high - low) * (0.2 + 0.8 * random());
  const ends = parts.flatMap((part) => [part[0] + close(part), part[1] - close(part)]).slice(0, count);
  const others = count - ends.length;
  const evenly = Array.from({ length: others }, (_, i) =>
    alongRanges(parts, ((i + random()) / others) * length),
  );
  return shuffled([...ends, ...evenly], random);
}

/** A number to two decimals, where that stays in the ranges and keeps its sign. */
export function toHundredths(value: number, ranges: readonly Range[]): number {
  const near = Math.round(value * 100) / 100;
  const isInside = ranges.some(([low, high]) => low <= near && near <= high);
  return isInside && near !== 0 ? near : value;
}
