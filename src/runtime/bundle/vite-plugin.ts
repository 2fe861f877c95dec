import type { Plugin } from "vite";
import { frameDocument } from "#runtime/bundle/frame-document.ts";
import { bundleProgram, type Program } from "#runtime/bundle/sandbox-program.ts";

const prefix = "virtual:handgrad-sandbox/";

/** The text of each virtual module that `browser-host.ts` imports. */
const programs: Readonly<Record<string, () => Promise<Program>>> = {
  frame: async () => {
    const { html, sources } = await frameDocument();
    return { text: html, sources };
  },
  python: () => bundleProgram("browser/python-worker.ts"),
  javascript: () => bundleProgram("browser/javascript-worker.ts"),
};

/** Gives a site the programs of its sandboxes, as virtual modules that export text. */
export function handgradRuntime(): Plugin {
  return {
    name: "handgrad-runtime",
    config: () => ({
      // Brings its own executable, which a bundled copy would not find.
      ssr: { external: ["esbuild"] },
      // Found only when the first JavaScript runs, it would make the development server reload the page then.
      optimizeDeps: { include: ["acorn"] },
    }),
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    async load(id) {
      const program = id.startsWith(`\0${prefix}`) && programs[id.slice(prefix.length + 1)];
      if (!program) return null;
      const { text, sources } = await program();
      for (const source of sources) this.addWatchFile(source);
      return `export default ${JSON.stringify(text)};`;
    },
  };
}
