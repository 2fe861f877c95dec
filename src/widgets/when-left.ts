import { useEffect } from "preact/hooks";

const callbacks = new Set<() => void>();

if (typeof window !== "undefined") addEventListener("pagehide", () => callbacks.forEach((each) => each()));

/**
 * Calls back whenever the page is left. The browser may keep it as it is, and show it again: whatever runs would go on in the middle,
 * and the time that it was away would count as its own. Returns a function that calls it off.
 */
export function whenLeft(callback: () => void): () => void {
  callbacks.add(callback);
  return () => callbacks.delete(callback);
}

/** Stops something when the page is left. */
export const useStoppedWithPage = (stop: () => void): void => useEffect(() => whenLeft(stop), [stop]);
