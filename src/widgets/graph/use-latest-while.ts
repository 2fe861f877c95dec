import { useRef } from "preact/hooks";

/** The latest value, but the one from before for as long as nobody looks: what isn't seen needn't be rendered anew. */
export function useLatestWhile<T>(shown: boolean, latest: T): T {
  const last = useRef(latest);
  if (shown) last.current = latest;
  return last.current;
}
