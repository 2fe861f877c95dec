import { useEffect, useState } from "preact/hooks";
import type { LiveQueryOptions } from "#learner/live-query.ts";
import { storeQuery, whenStored } from "#widgets/learner-store.ts";

/**
 * What the store holds, and what becomes of it; `empty` until it has been read, and where it can't be.
 * @param key says what is read: another key, another value
 */
export function useLiveQuery<Value>(
  key: string,
  empty: Value,
  source: Pick<LiveQueryOptions<Value>, "concerns" | "load" | "same">,
): Value {
  const [found, setFound] = useState({ key, value: empty });
  useEffect(() => {
    const query = storeQuery(empty, { ...source, show: (value) => setFound({ key, value }) });
    const cancel = whenStored(() => void query.follow().catch(() => undefined));
    return () => {
      cancel();
      query.end();
    };
  }, [key]);
  return found.key === key ? found.value : empty;
}
