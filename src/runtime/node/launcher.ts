/** How a child process is started so that the system ends it when this process is gone, even if it never looks up from its work. */
import { execFile } from "node:child_process";
import process from "node:process";
import { promisify } from "node:util";

/** Makes a program and its arguments into one that may compute for so many seconds at most. */
export type Launcher = (command: readonly string[], mostSeconds: number) => [command: string, args: string[]];

/** Sets the limit, takes back what shells put into the environment, and becomes the command. */
const bounded = 'ulimit -t "$0" 2>/dev/null; unset PWD OLDPWD SHLVL _; exec "$@"';

/** Part of util-linux: has the kernel kill the process when the one that started it ends, however that ends. */
const withParent = ["setpriv", "--pdeathsig", "KILL", "--"];

let launcher: Promise<Launcher> | undefined;

/**
 * The surest way that this system has. On Linux a child ends with its parent. Elsewhere the limit on its computing time ends it; on
 * Windows Node itself sees to it that no child stays behind.
 */
export function findLauncher(): Promise<Launcher> {
  launcher ??= find();
  return launcher;
}

async function find(): Promise<Launcher> {
  if (process.platform === "win32") return ([command, ...args]) => [command!, args];
  const [tool, ...options] = withParent;
  const prefix = await promisify(execFile)(tool!, [...options, "true"]).then(
    () => withParent,
    () => [],
  );
  return (command, mostSeconds) => ["/bin/sh", ["-c", bounded, String(mostSeconds), ...prefix, ...command]];
}
