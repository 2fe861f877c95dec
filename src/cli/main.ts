import { check } from "#cli/check.ts";
import { grade } from "#cli/grade.ts";
import { run } from "#cli/run.ts";
import { usage, UsageError } from "#cli/usage.ts";

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  run,
  grade,
  check,
};

const [name, ...args] = process.argv.slice(2);

async function main(): Promise<number> {
  if (name === "--help" || args.includes("--help")) {
    process.stdout.write(usage);
    return 0;
  }
  const command = commands[name ?? ""];
  if (!command) {
    const complaint =
      name === undefined ? "handgrad needs a command." : `handgrad has no command ${JSON.stringify(name)}.`;
    throw new UsageError(`${complaint} It has ${Object.keys(commands).join(", ")}.`);
  }
  return command(args);
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${usage}`);
  process.exitCode = 2;
}
