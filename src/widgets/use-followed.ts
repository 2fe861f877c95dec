import { useEffect, useState } from "preact/hooks";
import type { Source } from "#learner/followed.ts";
import { followStore, whenKept } from "#widgets/learner-store.ts";

/**
 * What the store holds, and what becomes of it; `empty` until it has been read, and where it can't be.
 * @param key says what is read: another key, another value
 */
export function useFollowed<Value>(
  key: string,
  empty: Value,
  source: Pick<Source<Value>, "concerns" | "load" | "same">,
): Value {
  const [found, setFound] = useState({ key, value: empty });
  useEffect(() => {
    const followed = followStore(empty, { ...source, show: (value) => setFound({ key, value }) });
    const cancel = whenKept(() => void followed.follow().catch(() => undefined));
    return () => {
      cancel();
      followed.end();
    };
  }, [key]);
  return found.key === key ? found.value : empty;
}
