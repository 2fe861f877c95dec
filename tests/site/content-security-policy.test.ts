import { createHash } from "node:crypto";
import { expect, test } from "vitest";

import { withPolicy } from "#site/content-security-policy.ts";

const page = `<!doctype html><html><head><meta charset="utf-8"><script>one()</script></head>
<body><script type="module" src="/a.js"></script><script>one()</script><script type="module">two()
</script></body></html>`;

const hash = (code: string) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;

const scriptSources = (html: string) => /script-src ([^;]*);/.exec(html)![1]!.split(" ");

test("the policy stands before every script", () => {
  const html = withPolicy(page, "sha256-frame");
  expect(html.indexOf("content-security-policy")).toBeLessThan(html.indexOf("<script"));
});

test("inline scripts are allowed as they stand, once each, and the frame's script", () => {
  expect(scriptSources(withPolicy(page, "sha256-frame"))).toEqual([
    "'self'",
    "'wasm-unsafe-eval'",
    hash("one()"),
    hash("two()\n"),
    "'sha256-frame'",
  ]);
});

test("nothing else on the page changes", () => {
  expect(withPolicy(page, "sha256-frame").replace(/<meta http-equiv[^>]*>/, "")).toBe(page);
});
