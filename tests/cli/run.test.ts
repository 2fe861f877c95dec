import { describe, expect, test } from "vitest";
import { handgrad, jsonLines } from "./handgrad.ts";

const program = `import torch
x = torch.tensor(3.0, requires_grad=True)
(x ** 2).backward()
print(x.grad)
`;

describe("handgrad run", () => {
  test("prints what a program prints, in both languages", async () => {
    const script =
      "const x = torch.tensor(3, { requiresGrad: true });\nx.pow(2).backward();\nconsole.log(x.grad);\n";
    const { code, stdout, stderr } = await handgrad(["run", "a.py", "b.js"], {
      "a.py": program,
      "b.js": script,
    });
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "tensor(6.)\ntensor(6.)\n", stderr: "" });
  });

  test("tells an error on stderr with its line, after the output before it", async () => {
    const { code, stdout, stderr } = await handgrad(["run", "a.py"], {
      "a.py": "print(1)\nprint(missing)\n",
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "1\n" });
    expect(stderr).toContain("a.py:2: NameError: name 'missing' is not defined");
  });

  test("as JSON tells a line a file, errors included, and ends well", async () => {
    const files = { "good.py": program, "bad.py": "print(1)\n1 / 0\n", "odd.js": "let = ;\n" };
    const { code, stdout, stderr } = await handgrad(["run", "--json", ...Object.keys(files)], files);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(jsonLines(stdout)).toEqual([
      { file: "good.py", stdout: "tensor(6.)\n", error: null },
      {
        file: "bad.py",
        stdout: "1\n",
        error: { type: "ZeroDivisionError", message: expect.any(String) as string, line: 2 },
      },
      {
        file: "odd.js",
        stdout: "",
        error: { type: "SyntaxError", message: expect.any(String) as string, line: 1 },
      },
    ]);
  });
});

describe("a command line that can't be understood", () => {
  test.each([
    [[], /run, grade, check/],
    [["go"], /"go".*run, grade, check/s],
    [["run"], /at least one/],
    [["run", "--fast", "a.py"], /--fast.*--json/s],
    [["run", "a.txt"], /\.py and \.js/],
    [["run", "missing.py"], /missing\.py can't be read/],
    [["grade", "--json", "--csv", "a.json"], /one of --json and --csv/],
    [["grade", "--xml", "a.json"], /--xml.*--json, --csv/s],
    [["grade"], /at least one file.*folder/],
    [["grade", "--jobs", "0", "a.json"], /--jobs 0.*whole number/],
    [["grade", "--jobs", "--json", "a.json"], /--jobs needs a value: --jobs N/],
    [["grade", "--shard", "3/2", "a.json"], /--shard 3\/2.*from 1\/4 to 4\/4/],
    [["grade", "--resume", "a.json"], /--resume goes with --out/],
    [["new", "exercise"], /new exercise ID/],
    [["new", "lesson", "Attention"], /"Attention" can't be the id/],
    [["check", "scalar/sqare"], /scalar\/sqare.*Did you mean scalar\/square.*linear\/weight/s],
  ])("%j ends with 2 and says what there is", async (args, message) => {
    const { code, stdout, stderr } = await handgrad(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });

  test("help is not an error", async () => {
    expect(await handgrad(["--help"])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Usage") as string,
    });
  });
});
