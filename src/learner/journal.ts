import type { Write } from "#learner/write.ts";

/**
 * Where a page notes what it writes until the store has it. A note is made at once, so that nothing is lost with a page that is
 * left, or breaks down, before its store is done, or open: the next page makes that page's writes.
 */
export interface Journal {
  /** Notes a write, in the place of an earlier one with its key. */
  note(key: string, write: Write): void;
  /** The notes of other pages, by where they stand. Rejects if the code to read them can't be fetched. */
  read(): Promise<ReadonlyMap<string, Write>>;
  /** Strikes out a note of this page, by its key, or of another, by where it stands: the store has it. */
  strike(keyOrPlace: string): void;
}

const prefix = "handgrad-unstored ";

/** Whether a page has left something behind that it could not store. */
export const hasNotes = (storage: () => Storage): boolean => placesIn(storage).length > 0;

function placesIn(storage: () => Storage): string[] {
  try {
    return Object.keys(storage()).filter((key) => key.startsWith(prefix));
  } catch {
    return []; // Where nothing may be read, nothing was noted.
  }
}

/** @param storage may throw, as a browser's `localStorage` does where storing is forbidden; then nothing is noted */
export function openJournal(storage: () => Storage): Journal {
  const own = `${prefix}${Math.random().toString(36).slice(2)} `;
  /** The notes of others as they were read: a page that is still there may have made a later one in the same place. */
  const texts = new Map<string, string>();
  const attempt = (work: () => void) => {
    try {
      work();
    } catch {
      // Forbidden, or no room: the store has to be enough.
    }
  };
  return {
    note: (key, write) => attempt(() => storage().setItem(own + key, toText(write))),

    async read() {
      const others = placesIn(storage).filter((place) => !place.startsWith(own));
      const writes = new Map<string, Write>();
      if (others.length === 0) return writes;
      const { writeSchema } = await import("#learner/write-schema.ts");
      for (const place of others)
        attempt(() => {
          const text = storage().getItem(place)!;
          const write = writeSchema.safeParse(fromText(text));
          if (!write.success) return;
          writes.set(place, write.data);
          texts.set(place, text);
        });
      return writes;
    },

    strike: (keyOrPlace) =>
      attempt(() => {
        const text = texts.get(keyOrPlace);
        if (text === undefined) storage().removeItem(own + keyOrPlace);
        else if (storage().getItem(keyOrPlace) === text) storage().removeItem(keyOrPlace);
      }),
  };
}

/** For numbers that JSON doesn't have. */
const numberMark = "$number";

const toText = (write: Write): string =>
  JSON.stringify(write, (_, value: unknown) =>
    typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))
      ? { [numberMark]: Object.is(value, -0) ? "-0" : String(value) }
      : value,
  );

const fromText = (text: string): unknown =>
  JSON.parse(text, (_, value: unknown) =>
    typeof value === "object" && value !== null && numberMark in value ? Number(value[numberMark]) : value,
  ) as unknown;
