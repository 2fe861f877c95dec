import { readCommandLine } from "#cli/commands.ts";
import { usage, UsageError } from "#cli/usage.ts";

try {
  const act = readCommandLine(process.argv.slice(2));
  process.exitCode = await act();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${usage}`);
  process.exitCode = 2;
}
