import { createHash } from "node:crypto";
import { bundleProgram } from "#runtime/bundle/sandbox-program.ts";

export interface FrameDocument {
  html: string;
  /** Of the frame's script, as a policy names it: `sha256-…`. The page's own policy, which the frame inherits, must name it too. */
  hash: `sha256-${string}`;
  /** Absolute paths of all that it was made of. */
  sources: readonly string[];
}

/**
 * The sandboxed frame's document: its one script, and a policy that allows that script, workers, and no connection. Throws an
 * Error where the script's text holds `</script`.
 */
export async function frameDocument(): Promise<FrameDocument> {
  const { text, sources } = await bundleProgram("browser/frame.ts");
  if (text.includes("</script")) throw new Error("The frame's script would end its own element.");
  const hash = `sha256-${createHash("sha256").update(text).digest("base64")}` as const;
  const policy = `default-src 'none'; script-src '${hash}' 'wasm-unsafe-eval'; worker-src blob:`;
  const html = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><script>${text}</script>`;
  return { html, hash, sources };
}
