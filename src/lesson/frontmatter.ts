import { docsSchema } from "@astrojs/starlight/schema";
import { z } from "astro/zod";
import { closest, distance } from "fastest-levenshtein";
import { isNode, LineCounter, parseDocument, type Document } from "yaml";
import { problemAt, type Location, type Problem } from "#lesson/problem.ts";
import { frontmatterPattern } from "#lesson/parse-lesson.ts";

/** What the site asks of it. Whether an image that it names exists is for the build to say. */
const schema = docsSchema()({ image: () => z.any() } as never) as unknown as z.ZodObject;
const keys = [...Object.keys(schema.shape), "slug"];

export interface Frontmatter {
  /** Empty if there is none, or no text. */
  title: string;
  description: string;
  /** Where these two stand. */
  places: { title: Location; description: Location };
  problems: Problem[];
}

const start: Location = { line: 1, column: 1 };

/** Reads what stands above a page between two lines of `---`. */
export function readFrontmatter(source: string): Frontmatter {
  const nothing = { title: "", description: "", places: { title: start, description: start } };
  const [whole] = frontmatterPattern.exec(source) ?? [];
  if (whole === undefined) {
    const message = /^---\s*\n/.test(source)
      ? "The frontmatter is not closed. Write --- on a line of its own where it ends."
      : "There is no frontmatter. Begin the page with ---, title: …, description: …, and --- on lines of their own.";
    return { ...nothing, problems: [problemAt(start, message)] };
  }
  const lines = new LineCounter();
  const document = parseDocument(whole.replace(/---\s*$/, ""), { lineCounter: lines });
  const problems = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    const [reason] = error.message.split(/ at line /);
    return problemAt(
      { line, column: col },
      `The frontmatter is not YAML: ${reason}. Mend it; a text with a colon or a quote in it stands in quotes.`,
    );
  });
  if (problems.length > 0) return { ...nothing, problems };

  const value: unknown = document.toJS() ?? {};
  const locationOf = (path: readonly PropertyKey[]) => locationIn(document, lines, path);
  const text = (key: string): string => {
    const field = (value as Record<string, unknown>)[key];
    return typeof field === "string" ? field.trim() : "";
  };
  const parsed = schema.safeParse(value);
  problems.push(
    ...(parsed.error?.issues ?? []).map(({ path, message }) => {
      const what = path.join(".");
      if (path.length === 0) {
        return problemAt(
          start,
          "The frontmatter is no list of keys and values. Write title: … and description: …, each on a line.",
        );
      }
      return document.getIn(path) === undefined
        ? problemAt(locationOf(path), `The frontmatter has no ${what}. Write it.`)
        : problemAt(
            locationOf(path),
            `${what} in the frontmatter is not as the site needs it: ${message.toLowerCase()}. Mend it.`,
          );
    }),
  );
  if (typeof value === "object" && value !== null) {
    for (const key of Object.keys(value).filter((each) => !keys.includes(each))) {
      const near = closest(key, keys);
      const guess = distance(key, near) <= 3 ? `Did you mean ${near}?` : `There are: ${keys.join(", ")}.`;
      problems.push(problemAt(locationOf([key]), `The site knows no ${key} in the frontmatter. ${guess}`));
    }
  }
  return {
    title: text("title"),
    description: text("description"),
    places: { title: locationOf(["title"]), description: locationOf(["description"]) },
    problems,
  };
}

/** Where the value at this path stands, or what there is of the way to it. */
function locationIn(document: Document, lines: LineCounter, path: readonly PropertyKey[]): Location {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (!isNode(node) || !node.range) continue;
    const { line, col } = lines.linePos(node.range[0]);
    return { line, column: col };
  }
  return start;
}
