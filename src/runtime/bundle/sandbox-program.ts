/** Makes the programs that run inside sandboxes: each one classic script, as text. */
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { build, type Plugin } from "esbuild";

/** An entry point, as a path below `src/runtime/`. */
export type ProgramEntry =
  | "browser/frame.ts"
  | "browser/python-worker.ts"
  | "browser/javascript-worker.ts"
  | "node/python-child.ts"
  | "node/javascript-child.ts";

export interface Program {
  text: string;
  /** Absolute paths of all that it was made of. */
  sources: readonly string[];
}

const require = createRequire(import.meta.url);

/** Found by name rather than by place: a site's build moves this module, not the sources. */
const runtimeFolder = dirname(require.resolve("#runtime/runtime.ts"));

export const wasmPath = require.resolve("@micropython/micropython-webassembly-pyscript/micropython.wasm");

const pythonFolder = join(runtimeFolder, "python/modules");

/** The files that Python finds in its `/lib`: its modules, and lists that they read. */
async function pythonFiles(): Promise<string[]> {
  const paths = await readdir(pythonFolder, { recursive: true });
  return paths
    .filter((path) => /\.(?:py|txt)$/.test(path))
    .map((path) => join(pythonFolder, path))
    .sort();
}

/** `virtual:handgrad-python-modules`: the text of each of them, by its path there. */
const pythonModules: Plugin = {
  name: "python-modules",
  setup(build) {
    build.onResolve({ filter: /^virtual:handgrad-python-modules$/ }, ({ path }) => ({
      path,
      namespace: "python",
    }));
    build.onLoad({ filter: /.*/, namespace: "python" }, async () => {
      const files = await pythonFiles();
      const modules = await Promise.all(
        files.map(async (file) => [
          relative(pythonFolder, file).replaceAll("\\", "/"),
          await readFile(file, "utf8"),
        ]),
      );
      return {
        contents: JSON.stringify(Object.fromEntries(modules)),
        loader: "json",
        watchFiles: files,
        watchDirs: [pythonFolder],
      };
    });
  },
};

/**
 * MicroPython is published as a module for browsers and Node alike. A classic script has no `import.meta` and waits for
 * nothing while it is read; the branches for Node, which need both, are never taken in a sandbox.
 */
const classicMicroPython: Plugin = {
  name: "classic-micropython",
  setup(build) {
    build.onLoad({ filter: /micropython\.mjs$/ }, async ({ path }) => {
      const changes: [pattern: RegExp, replacement: string][] = [
        [/await import\("\w+"\)/g, "{}"],
        [/import\.meta\.url/g, '""'],
        [/if\(globalThis\.loadMicroPython=loadMicroPython,/g, "if(false&&"],
      ];
      let contents = await readFile(path, "utf8");
      for (const [pattern, replacement] of changes) {
        if (!pattern.test(contents)) throw new Error(`${path} has changed: ${pattern.source} is not in it.`);
        contents = contents.replaceAll(pattern, replacement);
      }
      return { contents, loader: "js" };
    });
  },
};

/** Bundles a sandbox's program. */
export async function bundleProgram(entry: ProgramEntry): Promise<Program> {
  const inNode = entry.startsWith("node/");
  const { outputFiles, metafile } = await build({
    absWorkingDir: runtimeFolder,
    entryPoints: [resolve(runtimeFolder, entry)],
    bundle: true,
    write: false,
    metafile: true,
    format: "iife",
    platform: inNode ? "node" : "browser",
    target: inNode ? "node26" : ["chrome115", "firefox115", "safari17"],
    minify: !inNode,
    legalComments: "none",
    banner: { js: '"use strict";' },
    plugins: [pythonModules, classicMicroPython],
    logLevel: "silent",
  });
  const sources = Object.keys(metafile.inputs)
    .filter((path) => !path.includes(":"))
    .map((path) => resolve(runtimeFolder, path));
  const python = sources.some((path) => path.endsWith("python.ts")) ? await pythonFiles() : [];
  return { text: outputFiles[0]!.text, sources: [...sources, ...python] };
}
