import type { AstroIntegration } from "astro";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { courseFiles } from "#site/offline/course-files.ts";

/** Makes the built site work without a network after one visit. Comes after all integrations that change files. */
export function offline(): AstroIntegration {
  return {
    name: "handgrad-offline",
    hooks: { "astro:build:done": ({ dir }) => writeServiceWorker(fileURLToPath(dir)) },
  };
}

/** Writes `service-worker.js` into the folder of a built site: it knows every file there. */
export async function writeServiceWorker(folder: string): Promise<void> {
  await build({
    entryPoints: [createRequire(import.meta.url).resolve("#site/offline/service-worker.ts")],
    outfile: join(folder, "service-worker.js"),
    bundle: true,
    minify: true,
    format: "iife",
    define: {
      "process.env.NODE_ENV": '"production"',
      COURSE_FILES: JSON.stringify(await courseFiles(folder)),
    },
  });
}
