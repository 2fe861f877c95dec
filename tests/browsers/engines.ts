import { glob } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** In what the tests of the site can be run. A phone is Chromium with a small screen and touch. */
export type Engine = "chromium" | "firefox" | "webkit" | "phone";

const onPath = (program: string): string[] =>
  (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, program));

/** Where WebKitGTK keeps its browser, which is on no path. */
export const miniBrowser = "/usr/lib{,exec}/{,*/}webkit2gtk-4.*/MiniBrowser";

const programs: Record<Engine, { name: string; at: string[]; debian: string }[]> = {
  chromium: [],
  phone: [],
  firefox: [{ name: "firefox-esr", at: onPath("firefox-esr"), debian: "firefox-esr" }],
  webkit: [
    { name: "WebKitWebDriver", at: onPath("WebKitWebDriver"), debian: "webkit2gtk-driver" },
    { name: "MiniBrowser", at: [miniBrowser], debian: "webkit2gtk-driver" },
    { name: "Xvfb", at: onPath("Xvfb"), debian: "xvfb" },
  ],
};

/** What an engine needs and isn't installed here: names of programs, and the Debian packages that have them. */
export async function missingFor(engine: Engine): Promise<{ programs: string[]; packages: string[] }> {
  const found = await Promise.all(programs[engine].map(({ at }) => first(at)));
  const missing = programs[engine].filter((_, i) => found[i] === undefined);
  return {
    programs: missing.map(({ name }) => name),
    packages: [...new Set(missing.map(({ debian }) => debian))],
  };
}

/** The first file that one of the patterns matches. */
export async function first(patterns: readonly string[]): Promise<string | undefined> {
  for await (const file of glob(patterns)) return file;
  return undefined;
}
