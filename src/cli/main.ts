import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { readCommandLine } from "#cli/commands.ts";
import { handleOutputErrors, OutputError } from "#cli/output.ts";
import { usage, UsageError } from "#cli/usage.ts";
import { visibleLines } from "#cli/visible.ts";

// What is compiled once is kept for the next start, which then takes half as long.
enableCompileCache(fileURLToPath(new URL("../../node_modules/.cache/compiled", import.meta.url)));
handleOutputErrors();
try {
  const act = await readCommandLine(process.argv.slice(2));
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
