export interface Lanes {
  /** So many items are worked on at once. */
  count: number;
  /** So many items at most wait for their turn to be passed on, finished or not. */
  ahead: number;
  /** Ends the work: nothing more is begun or passed on. */
  signal: AbortSignal;
}

/**
 * Works on many items at once, and passes the results on in the order of the items. While one takes its time the others go on,
 * until `ahead` of them wait behind it.
 * @param items a generator, for it answers several questions for the next item in their order
 * @param work is told its lane: no two calls with the same one overlap
 */
export async function inOrder<Item, Result>(
  items: AsyncGenerator<Item, undefined>,
  { count, ahead, signal }: Lanes,
  work: (item: Item, lane: number) => Promise<Result>,
  passOn: (result: Result) => void,
): Promise<void> {
  const finished = new Map<number, Result>();
  let begun = 0;
  let passed = 0;
  let wake = Promise.withResolvers<undefined>();

  const finish = (place: number, result: Result) => {
    finished.set(place, result);
    for (; finished.has(passed) && !signal.aborted; passed++) {
      const next = finished.get(passed) as Result;
      finished.delete(passed);
      passOn(next);
    }
    wake.resolve(undefined);
    wake = Promise.withResolvers();
  };

  const runLane = async (lane: number) => {
    for (;;) {
      while (begun - passed >= ahead && !signal.aborted) await wake.promise;
      if (signal.aborted) return;
      const place = begun++;
      const { value, done } = await items.next();
      if (done) return;
      finish(place, await work(value, lane));
    }
  };
  await Promise.all(Array.from({ length: count }, (_, lane) => runLane(lane)));
}
