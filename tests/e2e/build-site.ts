import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import type { Engine } from "../browsers/engines.ts";
import { findChromium, type ChromiumOptions } from "./find-chromium.ts";
import { serve } from "./serve.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the course's home page. */
    site: string;
    /** The folder that it is served from. */
    dist: string;
    chromium: ChromiumOptions;
    engine: Engine;
  }
}

const base = "/a/sub-path/";
const root = fileURLToPath(new URL("../../", import.meta.url));

/** Builds the course for a sub-path. */
async function build(dist: string): Promise<void> {
  const astro = join(root, "node_modules/astro/bin/astro.mjs");
  await promisify(execFile)(process.execPath, [astro, "build", "--outDir", dist], {
    cwd: root,
    env: { ...process.env, HANDGRAD_BASE: base, NODE_ENV: "production", VITEST: "" },
    maxBuffer: 2 ** 26,
  }).catch((error: unknown) => {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`The site can't be built:\n${stdout}\n${stderr}`);
  });
}

/**
 * Serves the course from a sub-path by a plain file server, for as long as the tests run: as it is built now, or as it lies in the
 * folder that `HANDGRAD_DIST` names, built for the same sub-path.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { HANDGRAD_DIST: built } = process.env;
  const dist = built ?? (await mkdtemp(join(tmpdir(), "handgrad-site-")));
  if (!built) await build(dist);
  project.provide("chromium", await findChromium());
  const { site, stop } = await serve(dist, base);
  project.provide("site", site);
  project.provide("dist", dist);
  return async () => {
    stop();
    if (!built) await rm(dist, { recursive: true });
  };
}
