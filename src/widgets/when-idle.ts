/** Calls back once the browser has nothing better to do (Safari: at the next turn). Returns a function that calls it off. */
export function whenIdle(callback: () => void): () => void {
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(callback);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(callback, { timeout: 1000 });
  return () => cancelIdleCallback(request);
}
