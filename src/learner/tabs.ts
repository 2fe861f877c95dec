import { channelName } from "#learner/storage-names.ts";
import type { StoreChange } from "#learner/store.ts";

/** The course's other tabs: tells them of changes, and hears of theirs. In browsers without channels each tab is alone. */
export function openTabs(onChange: (change: StoreChange) => void): { notify: (change: StoreChange) => void } {
  const channel = openChannel((data) => isChange(data) && onChange(data));
  return { notify: (change) => channel?.postMessage(change) };
}

/** The channel between tabs, or null where the browser has none or refuses one. */
export function openChannel(onMessage: (data: unknown) => void): BroadcastChannel | null {
  if (typeof BroadcastChannel === "undefined" || typeof document === "undefined") return null;
  try {
    const channel = new BroadcastChannel(channelName);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => onMessage(data);
    return channel;
  } catch {
    return null;
  }
}

/** A tab may show another version of the course; a language that this one lacks is none that it shows. */
function isChange(data: unknown): data is StoreChange {
  const { what, exercise, language } = (data ?? {}) as Partial<Record<string, unknown>>;
  if (what === "everything") return true;
  return (
    (what === "draft" || what === "attempt" || what === "history") &&
    typeof exercise === "string" &&
    typeof language === "string"
  );
}
