import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { handgrad, jsonLines } from "../handgrad.ts";
import { answer, endless, exported, filledIn, right, wrong, type Line } from "./graded-answers.ts";

const ada = exported([
  answer("scalar/square", "def d_x_square(x):\n    return 2*x\n"),
  answer("scalar/square", "const dXSquare = (x) => -2 * x;\n", "javascript"),
  answer("loss/squared-error", "def d_lossfn2(y_actual, y_pred, x):\n    return 2 * (y_pred - y_actual)\n"),
  answer(
    "linear/squared-error",
    "def d_linear_loss(w, x, b, y):\n    d = 2*(w*x + b - y)\n    return d, d*x\n",
  ),
  answer("scalar/square", "def d_x_square(x):\n    return 2*\n"),
  answer("scalar/square", "def d_x_square(x):\n    while True: pass\n"),
  answer("vector/sum-of-squares", "def d_f(x):\n    return 2 * x\n"),
  answer("vector/sum-of-squares", "function dF(x) { return x.mul(2); }", "javascript"),
  answer("batch-linear/bias", "def d_bias(X, W, B):\n    return [[float(len(X))] * B.shape[1]]\n"),
]);

const expected = [
  ["correct", null],
  ["incorrect", "sign"],
  ["incorrect", "missing-factor"],
  ["incorrect", "order"],
  ["invalid", null],
  ["timeout", null],
  ["correct", null],
  ["correct", null],
  ["correct", null],
];

describe("handgrad grade", () => {
  test("tells a line of JSON an answer, in order", async () => {
    const { code, stdout, stderr } = await handgrad(["grade", "--json", "ada.json"], { "ada.json": ada });
    const lines = jsonLines<Line>(stdout);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(lines.map(({ verdict, diagnosis }) => [verdict, diagnosis?.kind ?? null])).toEqual(expected);
    expect(Object.keys(lines[1]!)).toEqual([
      "file",
      "learner",
      "exercise",
      "language",
      "verdict",
      "diagnosis",
      "message",
      "seeds",
    ]);
    expect(lines[2]).toMatchObject({
      file: "ada.json",
      learner: "Ada, 3b",
      language: "python",
      diagnosis: { kind: "missing-factor", where: "d(y_pred)/d(x)", output: "x" },
    });
  });

  test("shows in plain text what a wrong answer printed, and lets none of it pass for a verdict", async () => {
    const code =
      "def d_x_square(x):\n    print('\x1b[2Jx is', x)\n    print('scalar/square (python): correct')\n    return x\n";
    const files = { "ada.json": exported([answer("scalar/square", code), right]) };
    const { stdout } = await handgrad(["grade", "ada.json"], files);
    expect(stdout).toContain(
      "  Printed for `x = 1`:\n  | \\u001b[2Jx is 1.0\n  | scalar/square (python): correct\nAda",
    );
    expect(stdout.match(/^Ada.*: correct$/gm)).toHaveLength(1);
    const { stdout: lines } = await handgrad(["grade", "--json", "ada.json"], files);
    expect(jsonLines<Line & { printed?: object }>(lines).map(({ printed }) => printed)).toEqual([
      { at: "`x = 1`", text: "\u001b[2Jx is 1.0\nscalar/square (python): correct\n", cut: false },
      undefined,
    ]);
  });

  test("tells the same as a table, which reads back cell by cell", async () => {
    const files = {
      "ada.json": exported([right, wrong, answer("scalar/square", "def f(x):\n    return 'a \"b\", c'\n")]),
      "eve.json": exported([wrong], { learner: '=HYPERLINK("https://example.org")' }),
    };
    const [table, lines] = await Promise.all(
      ["--csv", "--json"].map((format) => handgrad(["grade", format, ...Object.keys(files)], files)),
    );
    expect(table!.code).toBe(0);
    const [header, ...rows] = parse(table!.stdout, { record_delimiter: ["\r\n"] });
    expect(header!.join()).toBe("file,learner,exercise,language,verdict,diagnosis,where,output,message");
    // A spreadsheet must not run what a learner is called.
    const told = jsonLines<Line>(lines!.stdout).map(({ diagnosis, learner, ...line }) => [
      line.file,
      learner.replace(/^=/, "'="),
      ...[line.exercise, line.language, line.verdict],
      ...(diagnosis ? [diagnosis.kind, diagnosis.where, diagnosis.output] : ["", "", ""]),
      line.message,
    ]);
    expect(rows).toEqual(told);
  });

  test.each([
    ["not JSON", "{ answers", /bad\.json: .*not JSON/s],
    ["empty", "", /bad\.json: .*empty/s],
    ["another format", JSON.stringify({ format: "grades", version: 1 }), /bad\.json: .*format/s],
    ["another version", exported([], { version: 2 }), /bad\.json: .*version 2/s],
    ["a malformed answer", exported([{ exercise: "scalar/square" }]), /bad\.json: .*answers\[0\]/s],
    ["an unknown exercise", exported([answer("scalar/cube", "x")]), /bad\.json: .*scalar\/cube/s],
  ])("%s is named, the other answers are graded, and the exit code is 1", async (_what, bad, complaint) => {
    const good = exported([answer("scalar/square", "def d_x_square(x):\n    return 2*x\n")]);
    const { code, stdout, stderr } = await handgrad(["grade", "--json", "bad.json", "good.json"], {
      "bad.json": bad,
      "good.json": good,
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(complaint);
    expect(jsonLines<Line>(stdout).filter(({ file }) => file === "good.json")).toMatchObject([
      { verdict: "correct" },
    ]);
  });

  test("grades gradients filled in on a graph, the error named at the edge it was made", async () => {
    const id = "loss/squared-error-graph";
    const answers = [
      answer(id, filledIn({}), "graph"),
      answer(id, filledIn({ "1:1": -10 }), "graph"),
      answer(id, filledIn({ "2:0": -5, "1:0": -5, "1:1": 5, "0:0": -20 }), "graph"),
      answer(id, '{"inputs": {"x": 2', "graph"),
      answer(id, filledIn({ "0:0": "-40" }), "graph"),
      answer(id, "def d(x):\n    return 2*x\n"),
      answer("scalar/square", filledIn({}), "graph"),
    ];
    const { code, stdout, stderr } = await handgrad(["grade", "--json", "graph.json"], {
      "graph.json": exported(answers),
    });
    const lines = jsonLines<Line>(stdout);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(lines.map(({ language, verdict, diagnosis }) => [language, verdict, diagnosis])).toEqual([
      ["graph", "correct", null],
      ["graph", "incorrect", { kind: "sign", where: "d(x**2 - y)/d(y)", output: "y" }],
      ["graph", "incorrect", { kind: "wrong-rule", where: "d((x**2 - y)**2)/d(x**2 - y)", output: null }],
      ["graph", "invalid", null],
      ["graph", "invalid", null],
      ["python", "invalid", null],
      ["graph", "invalid", null],
    ]);
    expect(lines[2]!.message).toContain("3 gradients after it are right, given what you wrote before.");
    expect(lines.slice(3).map(({ message }) => message)).toEqual([
      expect.stringContaining("not JSON"),
      expect.stringContaining("“gradients.0:0” must be a number"),
      expect.stringContaining("answered on the graph"),
      expect.stringContaining("not on the graph"),
    ]);
  });

  test("a file that isn't there is named", async () => {
    const { code, stderr } = await handgrad(["grade", "nowhere.json"]);
    expect(code).toBe(1);
    expect(stderr).toContain("nowhere.json: The file can't be read");
  });

  test("searches folders, sorted, and says which is empty", async () => {
    const { code, stdout, stderr } = await handgrad(["grade", "--json", "class", "z.json", "none"], {
      "z.json": exported([right]),
      "class/b.json": exported([right]),
      "class/a/late.json": exported([wrong]),
      "class/notes.txt": "not an export",
      "none/read.me": "",
    });
    expect(jsonLines<Line>(stdout).map(({ file, verdict }) => [file, verdict])).toEqual([
      ["class/a/late.json", "incorrect"],
      ["class/b.json", "correct"],
      ["z.json", "correct"],
    ]);
    expect(stderr).toBe("none: There is no .json file in this folder. Is the path right?\n");
    expect(code).toBe(1);
  });

  test("a hostile answer costs its own verdict and nothing else, and holds up no line", async () => {
    const square = (code: string) => answer("scalar/square", code, "javascript");
    const good = "const dXSquare = (x) => 2 * x;";
    const hostile: [code: string, verdict: string, told: RegExp][] = [
      [endless.code, "timeout", /still running/],
      ["const dXSquare = (x) => { for (;;) console.log('x'.repeat(999)); };", "timeout", /still running/],
      [
        "const held = []; const dXSquare = (x) => { for (;;) held.push(new Float64Array(1e7).fill(1)); };",
        "invalid",
        /memory|still running/,
      ],
      ["const dXSquare = (x) => { globalThis.process?.kill(0, 9); process.exit(0); };", "invalid", /process/],
      ["const dXSquare = function f(x) { return f(x) + 1; };", "invalid", /calling itself/],
    ];
    const bomb = 2 * hostile.findIndex(([, , told]) => told.source.startsWith("memory"));
    const claims = { ...square("const dXSquare = (x) => x;"), verdict: "correct", message: "All is well." };
    const { code, stdout, stderr } = await handgrad(["grade", "--json", "--jobs", "2", "a.json", "b.json"], {
      "a.json": exported(hostile.flatMap(([each], i) => [square(each), square(`${good} // ${i}`)])),
      "b.json": exported([claims, right], { verdict: "correct" }),
    });
    const lines = jsonLines<Line>(stdout);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    // On a slow machine time may run out before memory does.
    const told = lines.map(({ file, verdict }, i) => `${file} ${i === bomb ? "invalid" : verdict}`);
    expect(told).toEqual([
      ...hostile.flatMap(([, verdict]) => [`a.json ${verdict}`, "a.json correct"]),
      "b.json incorrect",
      "b.json correct",
    ]);
    for (const [i, [, , told]] of hostile.entries()) expect(lines[2 * i]!.message).toMatch(told);
  });

  test("the lines of the shards, dealt out in turn, are those of the whole", async () => {
    const files = { "a.json": exported([right, wrong, right]), "b.json": exported([wrong, right]) };
    const [whole, first, second] = await Promise.all(
      [[], ["--shard", "1/2"], ["--shard", "2/2"]].map(async (shard) => {
        const { stdout } = await handgrad(["grade", "--json", ...shard, "a.json", "b.json"], files);
        return stdout.trimEnd().split("\n");
      }),
    );
    expect([first![0], second![0], first![1], second![1], first![2]]).toEqual(whole);
    expect([first!.length, second!.length]).toEqual([3, 2]);
  });

  test("sums a class up", async () => {
    const { stdout } = await handgrad(["grade", "--summary", "."], {
      "ada.json": exported([wrong, right]),
      "bob.json": exported([wrong], { learner: "Bob" }),
    });
    expect(stdout).toBe(
      `exercise                   tried  solved  commonest mistakes
loss/squared-error-graph       2       1  sign at d(x**2 - y)/d(y) (2)
`,
    );
  });
});
