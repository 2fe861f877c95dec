import process from "node:process";
import { readArguments } from "#cli/arguments.ts";
import type { Command } from "#cli/command.ts";
import { courseRoot } from "#course/files.ts";
import { checkId, kinds, writeNew } from "#cli/new/write-new.ts";
import { UsageError } from "#cli/usage.ts";

/**
 * `handgrad new`: writes the starting point of an exercise, a lesson or a plot. Throws a UsageError for anything but a kind and
 * one id that can be one.
 */
export const newFile: Command = (args) => {
  const [wanted, id, ...more] = readArguments("new", args, []).operands;
  const kind = kinds.find((each) => each === wanted);
  if (kind === undefined || id === undefined || more.length > 0) {
    throw new UsageError(
      "handgrad new needs what to write and its id: new exercise ID, new lesson ID or new plot NAME.",
    );
  }
  checkId(kind, id);
  return async () => {
    process.stdout.write(await writeNew(kind, id, courseRoot));
    return 0;
  };
};
