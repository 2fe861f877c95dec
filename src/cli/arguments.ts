import { parseArgs } from "node:util";
import { UsageError } from "#cli/usage.ts";

export interface Arguments<Flag extends string> {
  flags: Readonly<Record<Flag, boolean>>;
  operands: readonly string[];
}

/** Reads a command's flags and operands. Throws a UsageError that lists the flags there are. */
export function readArguments<const Flag extends string>(
  command: string,
  args: readonly string[],
  flags: readonly Flag[],
): Arguments<Flag> {
  const { tokens, values, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(flags.map((flag) => [flag, { type: "boolean" as const }])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const exist = flags.length > 0 ? `It has ${flags.map((flag) => `--${flag}`).join(", ")}.` : "It has none.";
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (!flags.includes(token.name as Flag)) {
      throw new UsageError(`handgrad ${command} has no option ${token.rawName}. ${exist}`);
    }
    if (token.value !== undefined) throw new UsageError(`${token.rawName} takes no value.`);
  }
  return {
    flags: Object.fromEntries(flags.map((flag) => [flag, values[flag] === true])) as Record<Flag, boolean>,
    operands: positionals,
  };
}
