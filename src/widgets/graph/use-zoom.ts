import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

const least = 0.5;
const most = 3;
export const zoomStep = 1.25;

/** How far two fingers are apart; 0 for any other number of them. */
const spread = (fingers: ReadonlyMap<number, PointerEvent>): number => {
  const [a, b, more] = fingers.values();
  return a && b && !more ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;
};

/**
 * How much larger than usual a box shows its content. Turning the wheel with Ctrl or ⌘ held, or moving two fingers apart, changes
 * it; the wheel alone and one finger scroll, as they do everywhere.
 */
export function useZoom(box: RefObject<HTMLElement>): {
  zoom: number;
  zoomBy: (factor: number) => void;
  fit: () => void;
} {
  const [zoom, setZoom] = useState(1);
  const zoomBy = (factor: number) => {
    setZoom((present) => Math.min(most, Math.max(least, present * factor)));
  };

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const fingers = new Map<number, PointerEvent>();
    const stop = new AbortController();
    const { signal } = stop;
    element.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        zoomBy(Math.exp(-event.deltaY / 300));
      },
      { passive: false, signal },
    );
    element.addEventListener(
      "pointerdown",
      (event) => {
        if (event.pointerType === "touch") fingers.set(event.pointerId, event);
      },
      { signal },
    );
    element.addEventListener(
      "pointermove",
      (event) => {
        if (!fingers.has(event.pointerId)) return;
        const before = spread(fingers);
        fingers.set(event.pointerId, event);
        if (before > 0) zoomBy(spread(fingers) / before);
      },
      { signal },
    );
    for (const ending of ["pointerup", "pointercancel"] as const) {
      element.addEventListener(ending, ({ pointerId }) => void fingers.delete(pointerId), { signal });
    }
    return () => stop.abort();
  }, [box]);

  return { zoom, zoomBy, fit: () => setZoom(1) };
}
