import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export interface Program {
  name: string;
  code: string;
  /** What real PyTorch printed. */
  printed: string;
}

/** The programs of a folder: `NAME.py` beside `NAME.out`. */
export async function programsIn(folder: string): Promise<Program[]> {
  const directory = join(import.meta.dirname, folder);
  const names = (await readdir(directory)).filter((file) => file.endsWith(".py")).sort();
  return Promise.all(
    names.map(async (file) => ({
      name: file.slice(0, -3),
      code: await readFile(join(directory, file), "utf8"),
      printed: await readFile(join(directory, file.replace(/py$/, "out")), "utf8"),
    })),
  );
}
