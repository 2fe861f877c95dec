import type { Command } from "#cli/command.ts";
import { usage, UsageError } from "#cli/usage.ts";

/** What a command needs is read when it is asked for: most of the time that a short command takes goes there. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import("#cli/run.ts")).run,
  grade: async () => (await import("#cli/grade.ts")).grade,
  check: async () => (await import("#cli/check.ts")).check,
  new: async () => (await import("#cli/new.ts")).newFile,
};

async function help(): Promise<number> {
  process.stdout.write(usage);
  return Promise.resolve(0);
}

/** Understands a command line, which begins after the program's name. Returns what it asks for, or throws a UsageError. */
export async function readCommandLine([name, ...args]: readonly string[]): Promise<() => Promise<number>> {
  if (name === "--help" || args.includes("--help")) return help;
  const load = name === undefined || !Object.hasOwn(commands, name) ? undefined : commands[name];
  if (load) return (await load())(args);
  const complaint =
    name === undefined ? "handgrad needs a command." : `handgrad has no command ${JSON.stringify(name)}.`;
  throw new UsageError(`${complaint} It has ${Object.keys(commands).join(", ")}.`);
}
