import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import process from "node:process";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { findLauncher } from "#runtime/node/launcher.ts";

const launch = await findLauncher();

describe.skipIf(process.platform === "win32")("a launched process", () => {
  test("is ended by the system itself when it has computed for so long", async () => {
    const [command, args] = launch([process.execPath, "-e", "for (;;);"], 1);
    const [code] = (await once(spawn(command, args), "exit")) as [number | null];
    expect(code).toBeNull();
  });

  test("has the arguments and the environment that it was given", async () => {
    const told = "console.log(JSON.stringify([process.argv.slice(1), process.env]))";
    const given = ["a b", "$HOME", '"', ""];
    const [command, args] = launch([process.execPath, "-e", told, "--", ...given], 60);
    const { stdout } = await promisify(execFile)(command, args, { env: { ANSWER: "42" } });
    expect(JSON.parse(stdout)).toEqual([given, { ANSWER: "42" }]);
  });
});
