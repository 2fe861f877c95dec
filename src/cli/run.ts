import { extname } from "node:path";
import { readArguments } from "#cli/arguments.ts";
import type { Command } from "#cli/command.ts";
import { readText, Unreadable } from "#cli/read-text.ts";
import { UsageError } from "#cli/usage.ts";
import { jsonLine, visible, visibleLines } from "#cli/visible.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";
import type { CellRequest } from "#runtime/runtime.ts";
import type { Language } from "#reading/language.ts";

const languages: Readonly<Record<string, Language>> = { ".py": "python", ".js": "javascript" };

async function readProgram(file: string): Promise<CellRequest & { file: string }> {
  const language = languages[extname(file)];
  if (!language)
    throw new UsageError(`${file}: handgrad run takes ${Object.keys(languages).join(" and ")} files.`);
  try {
    return { file, language, code: await readText(file) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new UsageError(`${file} can't be read: ${error.message}`);
  }
}

/**
 * `handgrad run`: runs files as a cell would. The exit code is 1 if one of them ended with an error, unless that is told as
 * JSON. Throws a UsageError where no file is named, and on running where one can't be read or is in neither language.
 */
export const run: Command = (args) => {
  const { flags, operands } = readArguments("run", args, ["json"]);
  if (operands.length === 0) throw new UsageError("handgrad run needs at least one .py or .js file.");
  return () => runFiles(operands, flags);
};

async function runFiles(files: readonly string[], flags: { json: boolean }): Promise<number> {
  const programs = await Promise.all(files.map(readProgram));
  const runtime = createNodeRuntime();
  let failed = false;
  try {
    for (const { file, ...request } of programs) {
      if (flags.json) {
        const { stdout, error } = await runtime.runCell(request);
        const errorFields = error && { type: error.type, message: error.message, line: error.line };
        process.stdout.write(jsonLine({ file, stdout, error: errorFields }));
        continue;
      }
      const { error } = await runtime.runCell(request, { onOutput: (text) => process.stdout.write(text) });
      if (!error) continue;
      failed = true;
      const place = error.line === null ? file : `${file}:${error.line}`;
      process.stderr.write(`${visible(place)}: ${visible(error.type)}: ${visibleLines(error.message)}\n`);
    }
  } finally {
    runtime.close();
  }
  return failed ? 1 : 0;
}
