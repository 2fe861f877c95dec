import { useRef } from "preact/hooks";

/** The latest value, but the one from before for as long as nobody looks: what isn't seen needn't be rendered anew. */
export function useLatestWhile<T>(seen: boolean, latest: T): T {
  const kept = useRef(latest);
  if (seen) kept.current = latest;
  return kept.current;
}
