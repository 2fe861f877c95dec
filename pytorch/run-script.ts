import { spawn } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** A Python that has torch and numpy. */
const python = process.env.HANDGRAD_PYTHON ?? "python3";

const beside = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Runs a script of this folder on some JSON, and reads the JSON that it writes. */
export function runScript<Result>(file: string, input: unknown): Promise<Result> {
  const child = spawn(python, [beside(file)], { stdio: ["pipe", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stdin.end(JSON.stringify(input));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(JSON.parse(output) as Result);
      else
        reject(
          new Error(
            `${python} ended with ${code}. It needs torch and numpy; HANDGRAD_PYTHON names another Python.`,
          ),
        );
    });
  });
}
