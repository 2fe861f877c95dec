import { useEffect, useState } from "preact/hooks";

const patienceMilliseconds = 400;

/** True once `busy` has lasted long enough to be noticed. */
export function useSlow(busy: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!busy) return;
    const timer = setTimeout(() => setSlow(true), patienceMilliseconds);
    return () => clearTimeout(timer);
  }, [busy]);
  return slow;
}
