import { check } from "#cli/check.ts";
import type { Command } from "#cli/command.ts";
import { grade } from "#cli/grade.ts";
import { newFile } from "#cli/new.ts";
import { run } from "#cli/run.ts";
import { usage, UsageError } from "#cli/usage.ts";

const commands: Readonly<Record<string, Command>> = { run, grade, check, new: newFile };

async function help(): Promise<number> {
  process.stdout.write(usage);
  return Promise.resolve(0);
}

/** Understands a command line, which begins after the program's name. Returns what it asks for, or throws a UsageError. */
export function readCommandLine([name, ...args]: readonly string[]): () => Promise<number> {
  if (name === "--help" || args.includes("--help")) return help;
  const command = name === undefined || !Object.hasOwn(commands, name) ? undefined : commands[name];
  if (command) return command(args);
  const complaint =
    name === undefined ? "handgrad needs a command." : `handgrad has no command ${JSON.stringify(name)}.`;
  throw new UsageError(`${complaint} It has ${Object.keys(commands).join(", ")}.`);
}
