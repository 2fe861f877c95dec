/** What a reader made of a cell, kept in the browser so that it is there after a reload. */
import { keep, kept } from "#widgets/browser-storage.ts";

export interface CellEdit {
  /** What the cell held when it was edited: the page may hold something else by now. */
  original: string;
  code: string;
}

/** Where the edit of one cell is kept. */
export interface CellEdits {
  /** Null for none, and for what can't be read. */
  load(): CellEdit | null;
  /** Keeps it where the browser allows it; null lets it go. */
  save(edit: CellEdit | null): void;
}

/** Keeps the edit of a cell in localStorage. No two cells of a page have the same name. */
export function browserCellEdits(name: string): CellEdits {
  const key = () => `handgrad-cell-${location.pathname}#${name}`;
  return {
    load() {
      // Read by hand: for all pages with a cell, a library for it would be too much.
      const { original, code } = (kept(key()) ?? {}) as Partial<Record<keyof CellEdit, unknown>>;
      return typeof original === "string" && typeof code === "string" ? { original, code } : null;
    },
    // Where the browser refuses, it is there for as long as the page is.
    save: (edit) => void keep(key(), edit),
  };
}
