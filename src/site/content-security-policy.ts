import type { AstroIntegration } from "astro";
import { createHash } from "node:crypto";
import { glob, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/**
 * Gives every built page a policy: scripts only from this site, inline ones only as they stand in the page, and no
 * frame from elsewhere. A learner's code runs in a frame made from text (`srcdoc`), which inherits the policy, so that
 * frame's one script is allowed by its hash: `frameScript` gives it, as `sha256-…`.
 */
export function contentSecurityPolicy(frameScript: () => Promise<string>): AstroIntegration {
  return {
    name: "handgrad-content-security-policy",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        const frame = await frameScript();
        for await (const page of glob("**/*.html", { cwd: fileURLToPath(dir) })) {
          const file = new URL(page, dir);
          await writeFile(file, withPolicy(await readFile(file, "utf8"), frame));
        }
      },
    },
  };
}

/** The page with a `meta` element first in its head. */
export function withPolicy(html: string, frameScript: string): string {
  const scripts = [...inlineScripts(html).map(sha256), frameScript].map((hash) => ` '${hash}'`);
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval'${[...new Set(scripts)].join("")}`,
    "style-src 'self' 'unsafe-inline'", // formulas are laid out by style attributes
    "img-src 'self' data:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join("; ");
  return html.replace(
    /<head[^>]*>/,
    (head) => `${head}<meta http-equiv="content-security-policy" content="${policy}">`,
  );
}

function inlineScripts(html: string): string[] {
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g)].map(([, code]) => code ?? "");
}

const sha256 = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;
