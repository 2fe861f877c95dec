import { glob, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const content = fileURLToPath(new URL("../../content/", import.meta.url));

export interface Page {
  /** Its path below `content/`, without its ending. */
  name: string;
  source: string;
}

/** The sources of all pages, in alphabetical order. */
export async function pages(): Promise<Page[]> {
  const files = (await Array.fromAsync(glob("**/*.mdx", { cwd: content }))).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: file.replaceAll("\\", "/").slice(0, -".mdx".length),
      source: await readFile(content + file, "utf8"),
    })),
  );
}
