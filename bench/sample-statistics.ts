/** The number below which this fraction of the samples lies, interpolated. */
function quantile(sorted: readonly number[], fraction: number): number {
  const place = fraction * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place % 1);
}

export interface SampleSummary {
  median: number;
  /** Half the distance between the quartiles, relative to the median. */
  spread: number;
  count: number;
}

export function summarize(samples: readonly number[]): SampleSummary {
  const sorted = samples.toSorted((a, b) => a - b);
  const median = quantile(sorted, 0.5);
  const spread = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 2 / median;
  return { median, spread, count: samples.length };
}
