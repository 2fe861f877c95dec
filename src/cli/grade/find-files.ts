import { glob, stat } from "node:fs/promises";
import { posix, sep } from "node:path";

/** With slashes everywhere, so that names and their order are the same on every system. */
const slashed = (path: string): string => path.split(sep).join("/");

/**
 * The files to read, in order: a path that names a folder stands for the `.json` files in it and below, sorted by their names.
 * What is wrong with a path is passed to `complain`.
 */
export async function* findFiles(
  paths: readonly string[],
  complain: (path: string, problem: string) => void,
): AsyncGenerator<string, undefined> {
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false, // told when it is read
    );
    if (!isFolder) {
      yield path;
      continue;
    }
    const names = (await Array.fromAsync(glob("**/*.json", { cwd: path }))).map(slashed).sort();
    if (names.length === 0) complain(path, "There is no .json file in this folder. Is the path right?");
    for (const name of names) yield posix.join(slashed(path), name);
  }
}
