import * as z from "zod/mini";
import { language } from "#learner/attempt-schema.ts";
import { channelName } from "#learner/names.ts";
import type { Change } from "#learner/store.ts";

const changeSchema: z.ZodMiniType<Change> = z.union([
  z.object({ what: z.enum(["draft", "attempt", "history"]), exercise: z.string(), language }),
  z.object({ what: z.literal("everything") }),
]);

/** The course's other tabs: tells them of changes, and hears of theirs. In browsers without channels each tab is alone. */
export function openTabs(onChange: (change: Change) => void): { tell: (change: Change) => void } {
  if (typeof BroadcastChannel === "undefined" || typeof document === "undefined")
    return { tell: () => undefined };
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }) => {
    const change = changeSchema.safeParse(data);
    if (change.success) onChange(change.data);
  };
  return { tell: (change) => channel.postMessage(change) };
}
