import { glob, readdir, realpath, stat } from "node:fs/promises";
import { join, posix, sep } from "node:path";
import { reasonOf } from "#cli/read-text.ts";

/** With slashes everywhere, so that names and their order are the same on every system. */
const slashed = (path: string): string => path.split(sep).join("/");

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (known) => known.isDirectory(),
    () => false, // told when it is read
  );

/**
 * The files to read, in order: a path that names a folder stands for the `.json` files in it and below, sorted by their names. A
 * file that is named twice, or by a link too, comes once. What is wrong with a path is passed to `complain`.
 */
export async function* findFiles(
  paths: readonly string[],
  complain: (path: string, problem: string) => void,
): AsyncGenerator<string, undefined> {
  const known = new Set<string>();
  for (const path of paths) {
    for await (const file of (await isFolder(path)) ? filesBelow(path, complain) : [path]) {
      const itself = await realpath(file).catch(() => file);
      if (known.has(itself)) continue;
      known.add(itself);
      yield file;
    }
  }
}

async function* filesBelow(
  folder: string,
  complain: (path: string, problem: string) => void,
): AsyncGenerator<string, undefined> {
  try {
    await readdir(folder);
  } catch (error) {
    complain(folder, `The folder can't be read: ${reasonOf(error)}`);
    return;
  }
  const names = (await Array.fromAsync(glob("**/*.json", { cwd: folder }))).map(slashed).sort();
  let files = 0;
  for (const name of names) {
    if (await isFolder(join(folder, name))) continue;
    files++;
    yield posix.join(slashed(folder), name);
  }
  if (files === 0) complain(folder, "There is no .json file in this folder. Is the path right?");
}
