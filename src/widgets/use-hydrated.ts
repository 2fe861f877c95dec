import { useEffect, useState } from "preact/hooks";

/** False at build time and until the island is alive: what can't work yet isn't offered. */
export function useHydrated(): boolean {
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  return hydrated;
}
