import { parseArgs } from "node:util";
import { UsageError } from "#cli/usage.ts";

export interface Arguments<Flag extends string, Option extends string> {
  flags: Readonly<Record<Flag, boolean>>;
  /** What the options were given, for those that are there. */
  options: Readonly<Partial<Record<Option, string>>>;
  operands: readonly string[];
}

/**
 * Reads a command's flags, options and operands. Throws a UsageError that lists what there is.
 * @param options what takes a value: its name, and what stands for the value, such as `N`
 */
export function readArguments<const Flag extends string, const Option extends string = never>(
  command: string,
  args: readonly string[],
  flags: readonly Flag[],
  options: Readonly<Record<Option, string>> = {} as Record<Option, string>,
): Arguments<Flag, Option> {
  const types: [string, { type: "boolean" | "string" }][] = [
    ...flags.map((flag): (typeof types)[number] => [flag, { type: "boolean" }]),
    ...Object.keys(options).map((option): (typeof types)[number] => [option, { type: "string" }]),
  ];
  const { tokens, values, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(types),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const all = [
    ...flags.map((flag) => `--${flag}`),
    ...Object.entries(options).map(([option, value]) => `--${option} ${String(value)}`),
  ];
  const exist = all.length > 0 ? `It has ${all.join(", ")}.` : "It has none.";
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    if (name in options) {
      if (value === undefined || value === "" || (!token.inlineValue && value.startsWith("-"))) {
        throw new UsageError(`${rawName} needs a value: ${rawName} ${options[name as Option]}.`);
      }
      continue;
    }
    if (!flags.includes(name as Flag)) {
      throw new UsageError(`handgrad ${command} has no option ${rawName}. ${exist}`);
    }
    if (value !== undefined) throw new UsageError(`${rawName} takes no value.`);
  }
  return {
    flags: Object.fromEntries(flags.map((flag) => [flag, values[flag] === true])) as Record<Flag, boolean>,
    options: Object.fromEntries(
      Object.keys(options).flatMap((option) =>
        typeof values[option] === "string" ? [[option, values[option]]] : [],
      ),
    ) as Partial<Record<Option, string>>,
    operands: positionals,
  };
}
