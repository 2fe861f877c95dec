import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import { transform, type TransformFailure } from "esbuild";
import { courseRoot } from "#course/files.ts";
import { sentence } from "#cli/sentence.ts";

const isFailure = (error: unknown): error is TransformFailure =>
  error instanceof Error && "errors" in error && Array.isArray(error.errors);

/** Why a file of TypeScript can't be loaded: the reason, with its place as far as it is known, and what to do. */
export async function loadProblems(file: string, error: unknown): Promise<string[]> {
  const name = relative(courseRoot, file).replaceAll("\\", "/");
  const mistakes = await syntaxErrors(file, name);
  if (mistakes.length > 0) return mistakes;
  const reason = error instanceof Error ? error.message : String(error);
  const place = error instanceof Error ? placeIn(error.stack ?? "", file) : "";
  return [`${name}${place}: The file can't be loaded: ${sentence(reason)} Mend it.`];
}

async function syntaxErrors(file: string, name: string): Promise<string[]> {
  const source = await readFile(file, "utf8").catch(() => null);
  if (source === null) return [`${name}: The file can't be read. Is the path right?`];
  try {
    await transform(source, { loader: "ts", logLevel: "silent" });
    return [];
  } catch (error) {
    if (!isFailure(error)) throw error;
    return error.errors.map(({ text, location }) => {
      const place = location ? `:${location.line}:${location.column + 1}` : "";
      return `${name}${place}: This is not TypeScript: ${text}. Mend it.`;
    });
  }
}

/** The first place in the file that a stack names. */
function placeIn(stack: string, file: string): string {
  const url = pathToFileURL(file).href;
  for (const path of [url, file]) {
    const at = stack.indexOf(`${path}:`);
    const [place] = at === -1 ? [] : (/^:\d+(?::\d+)?/.exec(stack.slice(at + path.length)) ?? []);
    if (place !== undefined) return place;
  }
  return "";
}
