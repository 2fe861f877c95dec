import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import packaged, { inflate } from "@sparticuz/chromium";

/** How to start a Chromium: options for Playwright. */
export interface ChromiumOptions {
  executablePath?: string;
  channel?: string;
  env?: Record<string, string>;
}

const environment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

const starts = (executablePath: string, env: Record<string, string>): Promise<boolean> =>
  promisify(execFile)(executablePath, ["--version", "--no-sandbox"], { env }).then(
    () => true,
    () => false,
  );

/**
 * The Chromium that `CHROMIUM` names, on Linux else the one that comes with the development dependencies, and elsewhere an
 * installed Chrome. The packaged one is unpacked here, once, before tests that run side by side could each begin to; where the
 * machine lacks libraries that it needs, those and the fonts that come with it are used.
 */
export async function findChromium(): Promise<ChromiumOptions> {
  const { CHROMIUM: named } = process.env;
  if (named) return { executablePath: named };
  if (process.platform !== "linux") return { channel: "chrome" };
  const executablePath = await packaged.executablePath();
  if (await starts(executablePath, environment())) return { executablePath };
  const packagedFiles = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  await inflate(join(dirname(packagedFiles), "../bin/al2023.tar.br"));
  const env = {
    ...environment(),
    LD_LIBRARY_PATH: join(tmpdir(), "al2023", "lib"),
    FONTCONFIG_PATH: join(tmpdir(), "fonts"),
  };
  if (await starts(executablePath, env)) return { executablePath, env };
  throw new Error(
    "The packaged Chromium does not start here. Name another by the environment variable CHROMIUM.",
  );
}
