import { createHash } from "node:crypto";
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A file of the built site, by its path below the home page. */
export interface CourseFile {
  url: string;
  /** Changes with the content; null for a file whose name does. */
  revision: string | null;
}

/** The worker itself, formats that no browser with service workers asks for, and search pages that the course has its own for. */
const left =
  /\.(?:ttf|woff)$|^pagefind\/(?:pagefind-(?:ui|modular-ui|component-ui|highlight)\.|wasm\.unknown)/;

/** Everything that reading and working through the course takes, sorted by path. */
export async function courseFiles(folder: string): Promise<CourseFile[]> {
  const paths = (await Array.fromAsync(glob("**/*.*", { cwd: folder })))
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !left.test(path))
    .sort();
  return Promise.all(
    paths.map(async (url) => ({
      url,
      revision: url.startsWith("_astro/") ? null : hash(await readFile(join(folder, url))),
    })),
  );
}

const hash = (content: Buffer): string => createHash("sha256").update(content).digest("hex").slice(0, 16);
