/** What the browser keeps of the playground: what the reader is at, and what they had before a link or an example took its place. */
import * as z from "zod/mini";
import { settingSchema, type Setting } from "#playground/setting.ts";

export interface KeptWork {
  setting: Setting;
  /** Whether somebody else wrote it and the reader has not run it yet. */
  fromLink: boolean;
}

const keptSchema: z.ZodMiniType<KeptWork> = z.object({ setting: settingSchema, fromLink: z.boolean() });

type Place = "now" | "before";

export interface Keeper {
  /** What is kept, or null: for nothing, and for what can't be read. */
  load(place: Place): KeptWork | null;
  /** False where the browser refuses. */
  save(place: Place, work: KeptWork | null): boolean;
}

const keyOf = (place: Place) => `handgrad-playground-${place}`;

/** Keeps in localStorage. */
export const browserKeeper: Keeper = {
  load(place) {
    try {
      const kept = keptSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(place)) ?? "null"));
      return kept.success ? kept.data : null;
    } catch {
      return null;
    }
  },
  save(place, work) {
    try {
      if (work === null) localStorage.removeItem(keyOf(place));
      else localStorage.setItem(keyOf(place), JSON.stringify(work));
      return true;
    } catch {
      return false;
    }
  },
};
