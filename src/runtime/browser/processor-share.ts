/**
 * Computes without a pause for a while and tells, by the gaps in what it sees of the clock, which share of that time it had a
 * processor. It has to make sense by itself: a worker runs its text.
 */
export function processorShare(
  milliseconds: number,
  tell: (share: number) => void,
  now: () => number = () => performance.now(),
): void {
  const began = now();
  const steps: number[] = [];
  for (let last = began; last - began < milliseconds;) {
    const time = now();
    if (time > last) steps.push(time - last);
    last = time;
  }
  // Clocks in browsers go in steps, of a tenth of a millisecond or of a whole one; whoever has a processor misses none of them.
  const step = Math.min(...steps);
  const longest = Math.max(1, 2.5 * step);
  const total = steps.reduce((sum, each) => sum + each, 0);
  const lost = steps.reduce((sum, each) => sum + (each > longest ? each - step : 0), 0);
  tell(1 - lost / total);
}

/**
 * The share that a program has while nobody measures. n programs on p processors have p/n each, and the one that measures is one of
 * them: without it the others have p/(n − 1).
 * @param measured the share that was measured, p/n
 */
export const unmeasuredShare = (measured: number, processors: number): number =>
  1 / Math.max(1, 1 / measured - 1 / processors);
