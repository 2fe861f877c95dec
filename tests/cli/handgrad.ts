import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** The command line at work, in a process of its own. */
export interface Running {
  pid: number;
  kill(signal: NodeJS.Signals): void;
  ended: Promise<Ended>;
}

export function start(args: readonly string[], folder: string): Running {
  const child = spawn(process.execPath, [main, ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const closed = new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? -1)));
  const ended = Promise.all([closed, text(child.stdout), text(child.stderr)]).then(
    ([code, stdout, stderr]) => ({ code, stdout, stderr }),
  );
  return { pid: child.pid!, kill: (signal) => void child.kill(signal), ended };
}

/** Does something in a folder with these files, then removes it. */
export async function inFolder<Result>(
  files: Readonly<Record<string, string>>,
  act: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "handgrad-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    return await act(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Runs the command line in a folder with these files. */
export const handgrad = (
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<Ended> => inFolder(files, (folder) => start(args, folder).ended);

/** The lines of JSON that a command printed. */
export const jsonLines = <Line>(text: string): Line[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);
