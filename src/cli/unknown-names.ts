/** What is said of names that the course doesn't have. */
import { likelyName, nearestFirst } from "#cli/nearest.ts";
import { UsageError } from "#cli/usage.ts";

/** So many ids are listed in a message about one that doesn't exist. */
const listedIds = 8;

/** "There is no exercise …", with the ids that are spelt most like it. */
export function unknownExercise(id: string, ids: readonly string[]): string {
  const near = likelyName(id, ids);
  const guess = near === null ? "" : ` Did you mean ${near}?`;
  const listed = nearestFirst(id, ids).slice(0, listedIds);
  const all = listed.length === ids.length;
  return `There is no exercise ${JSON.stringify(id)}.${guess} There are${all ? "" : ", the nearest first"}: ${listed.join(", ")}${all ? "" : ", …"}.`;
}

/** The names that a command was given, or all there are. Throws a UsageError that lists what exists, the nearest first. */
export function choose(wanted: readonly string[], all: readonly string[]): string[] {
  const unknown = wanted.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    const complaints = unknown.map((name) => {
      const near = likelyName(name, all);
      return `There is no ${JSON.stringify(name)}.${near === null ? "" : ` Did you mean ${near}?`}`;
    });
    const listed = nearestFirst(unknown[0]!, all).map((name) => `  ${name}\n`);
    throw new UsageError(`${complaints.join("\n")}\nThere are:\n${listed.join("").trimEnd()}`);
  }
  return wanted.length > 0 ? [...wanted] : [...all];
}
