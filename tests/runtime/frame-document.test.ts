import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { frameDocument } from "#runtime/bundle/frame-document.ts";

test("the frame allows its own script, workers and WebAssembly, and no connection", async () => {
  const { html, hash } = await frameDocument();
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
  expect(policy).toBe(`default-src 'none'; script-src '${hash}' 'wasm-unsafe-eval'; worker-src blob:`);

  const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, text]) => text!);
  expect(scripts).toHaveLength(1);
  expect(`sha256-${createHash("sha256").update(scripts[0]!).digest("base64")}`).toBe(hash);
});
