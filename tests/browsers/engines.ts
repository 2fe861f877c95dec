import { execFile } from "node:child_process";
import { glob } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

/** In what the tests of the site can be run. A phone is Chromium with a small screen and touch. */
export type Engine = "chromium" | "firefox" | "webkit" | "phone";

const onPath = (program: string): string[] =>
  (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, program));

/** Where WebKitGTK keeps its browser, which is on no path. */
export const miniBrowser = "/usr/lib{,exec}/{,*/}webkit2gtk-4.*/MiniBrowser";

interface Program {
  name: string;
  at: string[];
  debian: string;
  /** The oldest version that can be driven. */
  least?: number;
}

const programs: Record<Engine, Program[]> = {
  chromium: [],
  phone: [],
  firefox: [
    { name: "firefox-esr 153 or newer", at: onPath("firefox-esr"), debian: "firefox-esr", least: 153 },
  ],
  webkit: [
    { name: "WebKitWebDriver", at: onPath("WebKitWebDriver"), debian: "webkit2gtk-driver" },
    { name: "MiniBrowser", at: [miniBrowser], debian: "webkit2gtk-driver" },
    { name: "Xvfb", at: onPath("Xvfb"), debian: "xvfb" },
  ],
};

/** What an engine needs and isn't installed here: names of programs, and the Debian packages that have them. */
export async function missingFor(engine: Engine): Promise<{ programs: string[]; packages: string[] }> {
  const found = await Promise.all(programs[engine].map(isInstalled));
  const missing = programs[engine].filter((_, i) => !found[i]);
  return {
    programs: missing.map(({ name }) => name),
    packages: [...new Set(missing.map(({ debian }) => debian))],
  };
}

async function isInstalled({ at, least = 0 }: Program): Promise<boolean> {
  const program = await first(at);
  if (program === undefined || least === 0) return program !== undefined;
  const { stdout } = await promisify(execFile)(program, ["--version"]);
  return Number(/\d+/.exec(stdout)?.[0]) >= least;
}

/** The first file that one of the patterns matches. */
export async function first(patterns: readonly string[]): Promise<string | undefined> {
  for await (const file of glob(patterns)) return file;
  return undefined;
}
