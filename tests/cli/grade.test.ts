import { describe, expect, test } from "vitest";
import { handgrad, jsonLines } from "./handgrad.ts";

interface Line {
  file: string;
  learner: string;
  exercise: string;
  language: string;
  verdict: string;
  diagnosis: { kind: string; where: string | null; output: string | null } | null;
  message: string;
}

const answer = (exercise: string, code: string, language = "python") => ({
  exercise,
  language,
  code,
  submittedAt: "2026-11-23T08:00:00Z",
});

const exported = (answers: unknown[], others: object = {}) =>
  JSON.stringify({ format: "handgrad-answers", version: 1, learner: "Ada, 3b", answers, ...others });

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
    ]);
    expect(lines[2]).toMatchObject({
      file: "ada.json",
      learner: "Ada, 3b",
      language: "python",
      diagnosis: { kind: "missing-factor", where: "d(x**2)/d(x)", output: "x" },
    });
  });

  test("tells the same as a table, commas and line breaks quoted", async () => {
    const { code, stdout } = await handgrad(["grade", "--csv", "ada.json"], { "ada.json": ada });
    const [header, first] = stdout.split("\r\n");
    expect(code).toBe(0);
    expect(header).toBe("file,learner,exercise,language,verdict,diagnosis,where,output,message");
    expect(first).toMatch(/^ada\.json,"Ada, 3b",scalar\/square,python,correct,,,,/);
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
    // At x = 2 and y = 9 the gradients are -10 on the difference, then -10, 10 and -40.
    const filled = (changes: object) =>
      JSON.stringify({
        inputs: { x: 2, y: 9 },
        gradients: { "2:0": -10, "1:0": -10, "1:1": 10, "0:0": -40, ...changes },
      });
    const id = "loss/squared-error-graph";
    const answers = [
      answer(id, filled({}), "graph"),
      answer(id, filled({ "1:1": -10 }), "graph"),
      answer(id, filled({ "2:0": -5, "1:0": -5, "1:1": 5, "0:0": -20 }), "graph"),
      answer(id, '{"inputs": {"x": 2', "graph"),
      answer(id, filled({ "0:0": "-40" }), "graph"),
      answer(id, "def d(x):\n    return 2*x\n"),
      answer("scalar/square", filled({}), "graph"),
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
});
