import { readCommandLine } from "#cli/commands.ts";
import { heedOutput, OutputError } from "#cli/output.ts";
import { usage, UsageError } from "#cli/usage.ts";
import { visibleLines } from "#cli/visible.ts";

heedOutput();
try {
  const act = readCommandLine(process.argv.slice(2));
  process.exitCode = await act();
} catch (error) {
  if (error instanceof OutputError) {
    process.stderr.write(`${visibleLines(error.message)}\n`);
    process.exitCode = 1;
  } else if (error instanceof UsageError) {
    process.stderr.write(`${visibleLines(error.message)}\n\n${usage}`);
    process.exitCode = 2;
  } else {
    throw error;
  }
}
