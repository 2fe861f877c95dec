/** What the browser keeps of the playground: what the reader is at, and what they had before a link or an example took its place. */
import * as z from "zod/mini";
import { keep, kept } from "#widgets/browser-storage.ts";
import { settingSchema, type PlaygroundSetting } from "#playground/playground-setting.ts";

export interface SavedWork {
  setting: PlaygroundSetting;
  /** Whether somebody else wrote it and the reader has not run it yet. */
  fromLink: boolean;
}

const savedWorkSchema: z.ZodMiniType<SavedWork> = z.object({ setting: settingSchema, fromLink: z.boolean() });

type StorageSlot = "now" | "before";

export interface WorkStorage {
  /** What is kept, or null: for nothing, and for what can't be read. */
  load(slot: StorageSlot): SavedWork | null;
  /** False where the browser refuses. */
  save(slot: StorageSlot, work: SavedWork | null): boolean;
}

const keyOf = (slot: StorageSlot) => `handgrad-playground-${slot}`;

/** Keeps in localStorage. */
export const browserWorkStorage: WorkStorage = {
  load(slot) {
    const parsed = savedWorkSchema.safeParse(kept(keyOf(slot)));
    return parsed.success ? parsed.data : null;
  },
  save: (slot, work) => keep(keyOf(slot), work),
};
