import { describe, expect, test } from "vitest";
import { nodeRuntime } from "./node-runtime.ts";

const runtime = nodeRuntime();

/** Prints `name: reached` for each expression that has a value, and nothing for the others. */
async function reachedInJavaScript(expressions: readonly string[]): Promise<string> {
  const probes = expressions.map(
    (expression) =>
      `try { if ((await (${expression})) != null) console.log(${JSON.stringify(expression)}, "reached"); } catch {}`,
  );
  const { stdout, error } = await runtime.runCell({ language: "javascript", code: probes.join("\n") });
  expect(error).toBeNull();
  return stdout;
}

async function reachedInPython(expressions: readonly string[]): Promise<string> {
  const probes = expressions.map(
    (expression) =>
      `try:\n    if (${expression}) is not None: print(${JSON.stringify(expression)}, "reached")\nexcept BaseException: pass`,
  );
  // Without our own `import`, MicroPython's finds the module that leads to JavaScript.
  const code = `import builtins\nimport sys\ndel builtins.__import__\nimport js as host\n${probes.join("\n")}\n`;
  const { stdout, error } = await runtime.runCell({ language: "python", code });
  expect(error).toBeNull();
  return stdout;
}

describe("learner code reaches nothing outside the language", () => {
  test("the probes themselves do find what is there", async () => {
    expect(await reachedInJavaScript(["Math", "JSON.parse('1')"])).toContain("Math reached\nJSON.parse(");
    expect(await reachedInPython(["host", "sys"])).toBe("host reached\nsys reached\n");
  });

  test("from JavaScript", async () => {
    const reached = await reachedInJavaScript([
      "process",
      "globalThis.process",
      "require",
      "module",
      'require("node:fs")',
      'import("node:fs")',
      'import("node:net")',
      'import("node:child_process")',
      'import("data:text/javascript,export default 1")',
      "fetch",
      'fetch("http://127.0.0.1:9")',
      "WebSocket",
      "Worker",
      "BroadcastChannel",
      "MessageChannel",
      "setTimeout",
      "Buffer",
      "performance",
      "navigator",
      'eval("1")',
      'new Function("return 1")()',
      '(async () => {}).constructor("return 1")()',
      '(function* () {}).constructor("return 1")()',
      "(() => {}).constructor('return process')()",
      "(function () { return this; })()",
      "postMessage",
      "addEventListener",
      "arguments.callee",
      "globalThis.learnerCode",
    ]);
    expect(reached).toBe("");
  });

  test("from a stack trace's call sites", async () => {
    const code = `
      try {
        Error.prepareStackTrace = (_, sites) => sites;
      } catch {}
      console.log(typeof new Error().stack);`;
    expect(await runtime.runCell({ language: "javascript", code })).toEqual({
      stdout: "string\n",
      error: null,
    });
  });

  test("from Python, even with the interpreter's own way to JavaScript in hand", async () => {
    const reached = await reachedInPython([
      "host.Math",
      "host.Object",
      "host.constructor",
      "host.globalThis",
      "host.process",
      "host.process.kill",
      "host.require",
      "host.fetch",
      "host.XMLHttpRequest",
      "host.WebSocket",
      "host.Worker",
      "host.postMessage",
      "host.setTimeout",
      "host.Buffer",
      'open("/etc/passwd").read()',
      '__import__("os").listdir("/etc")',
      '__import__("_engine")',
      '__import__("_host")',
      '__import__("_harness")',
      'sys.modules["_engine"]',
      'sys.modules["_host"]',
      'sys.modules["_harness"]',
      '__import__("jsffi").to_js([1]).constructor',
      '__import__("_ffi").engine.full.constructor',
      '__import__("_ffi")._engine.constructor',
      '__import__("_ffi")._engine.toString',
      '__import__("socket")',
    ]);
    expect(reached).toBe("");
  });
});

test("a forged result is not taken for one", async () => {
  const code = `
    const forged = { kind: "done", outcome: { ok: true, results: [] } };
    for (const send of ["postMessage", "send"]) {
      for (const from of [globalThis, globalThis.process]) {
        try { from[send](forged); } catch {}
      }
    }
    throw new Error("the true result");`;
  expect((await runtime.runCell({ language: "javascript", code })).error).toMatchObject({
    message: "the true result",
  });
});
