/** What the browser keeps of the playground: what the reader is at, and what they had before a link or an example took its place. */
import * as z from "zod/mini";
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
    try {
      const parsed = savedWorkSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(slot)) ?? "null"));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  },
  save(slot, work) {
    try {
      if (work === null) localStorage.removeItem(keyOf(slot));
      else localStorage.setItem(keyOf(slot), JSON.stringify(work));
      return true;
    } catch {
      return false;
    }
  },
};
