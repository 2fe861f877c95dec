/** What is said of names that the course doesn't have. */
import { didYouMean, nearestFirst, nearestListed } from "#cli/nearest.ts";
import { UsageError } from "#cli/usage.ts";

/** So many ids are listed in a message about one that doesn't exist. */
const listedIds = 8;

/** "There is no exercise …", with the ids that are spelt most like it. */
export const unknownExercise = (id: string, ids: readonly string[]): string =>
  `There is no exercise ${JSON.stringify(id)}.${didYouMean(id, ids)} ${nearestListed(id, ids, listedIds)}`;

/** The names that a command was given, or all there are. Throws a UsageError that lists what exists, the nearest first. */
export function choose(wanted: readonly string[], all: readonly string[]): string[] {
  const unknown = wanted.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    const complaints = unknown.map((name) => `There is no ${JSON.stringify(name)}.${didYouMean(name, all)}`);
    const listed = nearestFirst(unknown[0]!, all).map((name) => `  ${name}\n`);
    throw new UsageError(`${complaints.join("\n")}\nThere are:\n${listed.join("").trimEnd()}`);
  }
  return wanted.length > 0 ? [...wanted] : [...all];
}
