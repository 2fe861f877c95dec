/** What beginners type in their first minute, and what they are told: with the real runtimes, as the page does it. */
import { afterAll, describe, expect, test } from "vitest";
import { loadExercise } from "#course/files.ts";
import { gradeSubmission, type Grade } from "#grader/index.ts";
import { createNodeRuntime } from "#runtime/node/index.ts";
import type { Language } from "#reading/language.ts";

const runtime = createNodeRuntime();
afterAll(() => runtime.close());

/** The first lines of each exercise's answer; the body stands in their place. */
const answers = {
  square: {
    id: "scalar/square",
    python: (body: string) => `def d_x_square(x):\n    ${body}\n`,
    javascript: (body: string) => `function dXSquare(x) {\n  ${body}\n}\n`,
  },
  squares: {
    id: "vector/sum-of-squares",
    python: (body: string) => `import numpy as np\ndef d_f(x):\n    ${body}\n`,
    javascript: (body: string) => `function dF(x) {\n  ${body}\n}\n`,
  },
  dot: {
    id: "vector/dot",
    python: (body: string) => `import numpy as np\ndef d_dot(w, x):\n    ${body}\n`,
    javascript: (body: string) => `function dDot(w, x) {\n  ${body}\n}\n`,
  },
  layer: {
    id: "batch-linear/layer",
    python: (body: string) => `import numpy as np\ndef linear_backward(X, W, B, dZ):\n    ${body}\n`,
    javascript: (body: string) => `function linearBackward(X, W, B, dZ) {\n  ${body}\n}\n`,
  },
} as const;

type Answer = keyof typeof answers;

const gradeOf = async (language: Language, id: string, code: string): Promise<Grade> =>
  gradeSubmission(await loadExercise(id), { language, code }, runtime);

const said = async (language: Language, answer: Answer, body: string): Promise<string> => {
  const { id, [language]: around } = answers[answer];
  const grade = await gradeOf(language, id, around(body));
  expect(grade.verdict).toBe("invalid");
  return grade.message;
};

/** The same in both languages. */
const inBoth = (rows: readonly [string, string][]) =>
  rows.flatMap(([body, says]) =>
    (["python", "javascript"] as const).map((language) => [language, body, says] as const),
  );

describe("mathematics as on paper, and as it is pasted: what to type", () => {
  test.each([
    ...inBoth([
      ["return 2x", "`2x` needs a `*` between its factors. Type `return 2*x`."],
      ["return 2 x", "Type `return 2*x`."],
      ["return x y", "Type `return x*y`."],
      ["return 1/2x", "Type it with brackets if all of it is meant here: `(2*x)`."],
      ["return x**2x", "`(2*x)`"],
      ["return 2(x+1)", "`return 2*(x+1)`"],
      ["return (x+1)(x+2)", "`return (x+1)*(x+2)`"],
      ["return x(x+1)", "`return x*(x+1)`"],
      ["return x()", "Leave out the brackets after it."],
      ["return x2", "`x2` is taken for one name. Write a product as `x*2`, a power as `x**2`."],
      ["return |2x| + 1", "(2x)`."],
      ["return (|x|)", "abs(x)`."],
      ["return sin x", "`sin x` needs brackets: type `sin(x)`."],
      ["return 2 *", "something is missing after `return 2 *`."],
      ["return 2*x^1", "`^` is no power in"],
      ["return x^2", "`return x**2`"],
      ["return −2 * x", "`−` (U+2212) is a minus sign"],
      ["return −2 * x", "Type `-` in its place: `return -2 * x`."],
      ["return 2 × x", "`return 2 * x`"],
      ["return 2·x", "`return 2*x`"],
      ["return x ÷ 2", "`return x / 2`"],
      ["return 2x²", "`return 2*x**2`"],
      ["return ½ * x", "`return (1/2) * x`"],
      ["return 2 ＊ （x）", "`return 2 * (x)`"],
      ["return “doc”", '`return "doc"`'],
      ["return 2 * \u200bx", "there is an invisible character (U+200B) after `return 2 *`. Delete it."],
      ["return 2 * x\u202e", "an invisible character (U+202E)"],
      [
        "return 2 * \u0445",
        "(U+0445) is a letter of another alphabet that looks like `x`. Type `x` in its place.",
      ],
      ["return √x", "Write the square root of x as"],
    ]),
    ["python", "return x ≤ 2", "Type `<=` in its place"],
    ["python", "return |x|", "an absolute value is written `abs(x)`."],
    ["javascript", "return |x|", "an absolute value is written `Math.abs(x)`."],
    ["python", "return e^x", "e to the power of x as `math.exp(x)`"],
    ["javascript", "return e^x", "e to the power of x as `Math.exp(x)`"],
    ["python", "return ln(x)", "Write `math.log(x)`, with `import math` on the first line."],
    ["javascript", "return ln(x)", "Write `Math.log(x)`."],
    [
      "python",
      "return\u00a02 * x",
      "there is a no-break space (U+00A0) after `return`. Put an ordinary space",
    ],
    ["python", "y = 2\n\treturn y * x", "this line begins with a tab, and line 2 with spaces"],
    ["python", "return 2 * x if x = 0 else 1", "To compare, write `==`."],
    ["javascript", "return 2 * x # 2 × x", "A comment begins with `//`."],
    ["javascript", "return x @ x", "a product of matrices is written `X.matmul(W)`"],
  ] as const)("%s: %s", async (language, body, says) => {
    expect(await said(language, "square", body)).toContain(says);
  });

  test("a power of whole numbers with a hat is no wrong answer but a misspelt one", async () => {
    expect(await said("python", "square", "return (5 ^ 1) * x")).toContain("`return (5 ** 1) * x`");
  });

  test.each<[Language, string]>([
    ["python", "return 2 * x  # twice\u00a0× x, “two times” −x²"],
    ["python", "s = '−×“”\u00a0½'\n    return 2 * x"],
    ["python", '"""2x² → 4x, “doc”"""\n    return 2 * x'],
    ["python", "return 2 * x if x != 0 else 0 # x^2"],
    ["python", "Δ = 2\n    return Δ * x"],
    ["python", "return (3 ^ 1) * x"],
    ["javascript", "return 2 * x; // 2 × x, “two times”"],
    ["javascript", "/* −x² */ return 2 *\u00a0x;"],
    ["javascript", "const s = `×${'½'}`; return 2 * x;"],
    ["javascript", "const Δ = 2; return Δ * x;"],
    ["javascript", "return (3 ^ 1) * x;"],
  ])("what is right raises no alarm: %s, %s", async (language, body) => {
    const { id, [language]: around } = answers.square;
    expect((await gradeOf(language, id, around(body))).verdict).toBe("correct");
  });
});

describe("another language, or a file of a program", () => {
  test.each<[Language, string, Language]>([
    ["javascript", "def d_x_square(x):\n    return 2 * x\n", "python"],
    ["javascript", "import numpy as np\n\ndef d_x_square(x):\n    return 2 * x\n", "python"],
    ["javascript", "d_x_square = lambda x: 2 * x\n", "python"],
    ["python", "function dXSquare(x) {\n  return 2 * x;\n}\n", "javascript"],
    ["python", "const dXSquare = (x) => 2 * x;\n", "javascript"],
  ])("in %s: %s", async (language, code, writtenIn) => {
    const grade = await gradeOf(language, "scalar/square", code);
    expect(grade).toMatchObject({ verdict: "invalid", writtenIn });
    expect(grade.message).toMatch(/^This is (Python|JavaScript), and the language chosen is/);
  });

  test.each<[string, string]>([
    ["export default (x) => 2 * x;", "Delete `export default` and give it one"],
    [
      "import { exp } from 'mathjs';\nfunction dXSquare(x) { return 2 * x; }",
      "there is nothing to import here.",
    ],
    [
      "const m = require('m');\nfunction dXSquare(x) { return 2 * x; }",
      "`require` belongs to Node’s modules.",
    ],
    [
      "const m = await import('m');\nfunction dXSquare(x) { return 2 * x; }",
      "there is nothing to import here.",
    ],
    ["function dXSquare(x: number): number { return 2 * x; }", "types such as `: number` are TypeScript’s."],
  ])("%s", async (code, says) => {
    expect((await gradeOf("javascript", "scalar/square", code)).message).toContain(says);
  });

  test.each(["export function", "export default function"])("%s is as good as without", async (begin) => {
    const code = `${begin} dXSquare(x) {\n  return 2 * x;\n}\n`;
    expect((await gradeOf("javascript", "scalar/square", code)).verdict).toBe("correct");
  });

  test.each<[string, string]>([
    ["from torch.func import grad", "autograd is switched off while grading"],
    [
      "from numpy.fft import fft",
      "'numpy.fft' is not part of this course's numpy: numpy has the modules linalg",
    ],
    ["import numpy.fft", "'numpy.fft' is not part"],
    ["from numpy import foo", "`numpy` has no `foo`."],
    ["from numpy import arry", "Did you mean `array`?"],
    ["from numpy.linalg import foo", "`numpy.linalg` has no `foo`."],
    ["import scipy", "`scipy` is not part of this course’s Python."],
    ["import nunpy as np", "Did you mean `numpy`?"],
    ["from np import exp", "Write `import numpy as np`."],
  ])("what can't be imported is named: %s", async (line, says) => {
    const code = `${line}\ndef d_x_square(x):\n    return 2 * x\n`;
    expect((await gradeOf("python", "scalar/square", code)).message).toContain(says);
  });
});

describe("what came back is named, and what is due", () => {
  test.each<[Language, Answer, string, string]>([
    ["python", "dot", "return x", "`d_dot` returned an array of shape (3,). Return 2 gradients"],
    ["python", "dot", "return np.array([w[0], x[0], 1])", "returned an array of shape (3,)."],
    [
      "python",
      "dot",
      "return w, x, 1",
      "returned 3 values: an array of shape (3,), an array of shape (3,) and a number",
    ],
    ["python", "dot", "return 3", "returned a number (`3`)."],
    ["python", "dot", "return d_dot", "returned a function that was not called."],
    [
      "python",
      "dot",
      "return x.sum, w",
      "a function that was not called as the gradient with respect to `w`",
    ],
    ["python", "dot", "pass", "returned nothing (`None`)."],
    ["python", "dot", "return True", "returned a truth value (`True`)."],
    ["python", "dot", "return {'w': x}", "returned a dictionary"],
    ["python", "dot", "return [[1, 2], [3]], x", "a list that is no array of numbers (`[[1, 2], [3]]`)"],
    ["python", "dot", "yield x", "returned a generator"],
    ["python", "dot", "return 1j, x", "returned a complex number (`1j`)"],
    ["python", "square", "return 2 * x, 1", "returned a tuple of 2 numbers"],
    ["python", "square", "return 2,0 * x", "returned a tuple of 2 numbers"],
    ["python", "square", "return [2 * x]", "returned a list of 1 number"],
    ["python", "square", "return '2x'", "returned a string (`'2x'`)"],
    ["python", "square", "2 * x", "end the function with `return` and its value."],
    ["python", "square", "if x > 0:\n        return 2 * x", "does every way through it end with `return`?"],
    ["javascript", "dot", "return x;", "returned an array of shape (3,)."],
    ["javascript", "dot", "return w.dot(x);", "returned a number (`0`)."],
    ["javascript", "dot", "", "returned nothing (`undefined`)."],
    ["javascript", "dot", "return {w: x};", "returned an object"],
    ["javascript", "dot", "return [2n, x];", "returned a BigInt (`2n`)"],
    ["javascript", "dot", "return new Float32Array([1, 2]);", "returned an array of shape (2,)."],
    ["javascript", "dot", "return [x.sum, w];", "a function that was not called"],
    [
      "javascript",
      "dot",
      "return (async () => [x, w])();",
      "a promise (it has no value yet: leave out `async`)",
    ],
    ["javascript", "dot", "return (function* () {})();", "returned a generator"],
    ["javascript", "square", "return [2 * x];", "returned a list of 1 number"],
    ["javascript", "square", "return 2 * x[0];", "It also comes of arithmetic with `undefined`"],
  ])("%s, %s: %s", async (language, answer, body, says) => {
    const message = await said(language, answer, body);
    expect(message).toContain(says);
    expect(message).not.toMatch(/_\w*Array|\b_/);
  });
});

describe("arrays in JavaScript take part in no operator", () => {
  const sentence = "JavaScript’s operators and `Math` can’t compute with arrays: write `x.mul(y)`";
  test.each(["2 / x", "-x", "Math.sqrt(x)", "Math.pow(x, 2)", "x > 0"].map((it) => [it]))(
    "%s",
    async (expression) => {
      expect(await said("javascript", "squares", `return ${expression};`)).toContain(sentence);
    },
  );

  test.each([
    ["2 * x", "`*`", "x.mul(2)"],
    ["x + x", "`+`", "x.add(x)"],
    ["x ** 2", "`**`", "x.pow(2)"],
    ["x / 2", "`/`", "x.div(2)"],
    ["(x - 1) * 2", "`-`", "x.sub(1)"],
  ])("%s is told by its names", async (expression, operator, instead) => {
    expect(await said("javascript", "squares", `return ${expression};`)).toContain(
      `${operator} can’t compute with arrays, and \`x\` is one. Write \`${instead}\`.`,
    );
  });

  test.each<[string, string]>([
    ["x.map(v => 2 * v)", "`[...x].map(…)`"],
    ["x.times(2)", "`x` has no `times`. An array’s operations are methods"],
    ["x.at(0).mul(2)", "`x.at(...)` is no array, so it has no `mul`."],
    ["NdArray([1])", "arrays are made by `NdArray.from([1, 2])`"],
    ["NdArray.array([1])", "arrays are made by `NdArray.from([1, 2])`"],
    ["x.mul()", "mul takes a number or an array, not undefined"],
    ["x2", "Write a product as `x.mul(2)`"],
  ])("%s", async (expression, says) => {
    expect(await said("javascript", "squares", `return ${expression};`)).toContain(says);
  });

  test("a shape may be given with brackets and without", async () => {
    for (const shape of ["[x.length]", "x.length"]) {
      const code = answers.squares.javascript(`return x.reshape(${shape}).mul(2);`);
      expect((await gradeOf("javascript", "vector/sum-of-squares", code)).verdict).toBe("correct");
    }
  });
});

describe("arrays that don't fit: the shapes, and where they differ", () => {
  const meet =
    "`dZ` is (5, 3) and `W` is (2, 3): the inner lengths 3 and 2 don’t meet. Which of the two has to be transposed";
  const broadcast =
    "the shapes (5, 3) and (2, 3) don’t fit together entry by entry. Their lengths along the last axis but one are 5 and 2";
  test.each<[Language, string, string]>([
    ["python", "dZ @ W", meet],
    ["python", "np.dot(dZ, W)", meet],
    ["python", "np.matmul(dZ, W)", meet],
    ["javascript", "dZ.matmul(W)", meet],
    ["javascript", "dZ.dot(W)", meet],
    ["python", "dZ + W", broadcast],
    ["python", "np.maximum(dZ, W)", broadcast],
    ["javascript", "dZ.add(W)", broadcast],
    ["python", "dZ @ 2", "one of these is a single number"],
    ["javascript", "dZ.matmul(2)", "one of these is `2`"],
    ["python", "dZ.reshape(7, 5)", "15 entries don’t fill the shape (7, 5), which has room for 35."],
    ["javascript", "dZ.reshape(7, 5)", "15 entries don’t fill the shape (7, 5), which has room for 35."],
    ["python", "dZ.sum(axis=2)", "there is no axis 2: this array has 2 axes, numbered from 0 to 1."],
    ["javascript", "dZ.sum(2)", "there is no axis 2: this array has 2 axes, numbered from 0 to 1."],
    [
      "python",
      "np.broadcast_to(dZ, (3,))",
      "an array of shape (5, 3) can’t be repeated to fill the shape (3,).",
    ],
    ["javascript", "dZ.expand([3])", "an array of shape (5, 3) can’t be repeated to fill the shape (3,)."],
    ["python", "np.einsum('ij,jk', dZ, W)", "the letter `j` stands for an axis of length 3"],
    ["python", "np.zeros(2, 3)", "`np.zeros((2, 3))`"],
    ["python", "dZ[9]", "there is no entry `9` along axis 0, which has 5"],
  ])("%s: %s", async (language, expression, says) => {
    const body = language === "python" ? `return ${expression}, 1, 1` : `return [${expression}, 1, 1];`;
    const message = await said(language, "layer", body);
    expect(message).toContain(says);
    expect(message).not.toMatch(/ufunc|gufunc|signature|operand|dimension|torch\./i);
    expect(message.length).toBeLessThan(300);
  });
});

describe("exceptions, in words that help", () => {
  test.each<[Language, Answer, string, string]>([
    ["python", "square", "return 2 * X", "nothing is called `X`. Did you mean `x`?"],
    ["python", "dot", "return wx, w", "`wx` is taken for one name. Write a product as `w*x`."],
    [
      "python",
      "square",
      "return xSquare(x)",
      "The page’s function is called `x_square`, and you may call it",
    ],
    ["javascript", "square", "return x_square(x);", "The page’s function is called `xSquare` in JavaScript"],
    ["python", "square", "return np.exp(x)", "Put `import numpy as np` on the first line."],
    ["python", "squares", "return np.f(x)", "`numpy` has no `f`. The page has one: write `f(…)` alone."],
    ["python", "squares", "return np.foo(x)", "`numpy` has no `foo`."],
    ["python", "squares", "return np.fft.fft(x)", "numpy.fft isn't part of this course's numpy"],
    [
      "python",
      "squares",
      "return x.grad",
      "autograd is switched off while grading. The derivative is yours to write.",
    ],
    ["python", "square", "return x[0]", "this is a single number, which has no entries."],
    ["python", "square", "return {}['a']", "the dictionary has no entry `'a'`."],
    ["python", "square", "return [1][5]", "there is no entry with that number"],
    ["python", "square", "return '2' + x", "one of the values here is a text"],
    [
      "python",
      "square",
      "list = 3\n    return list(x)",
      "`list` was given a value on line 2, so it is no function any more.",
    ],
    ["javascript", "square", "const f = 3;\n  return f(x);", "`f` was given a value on line 2"],
    ["python", "square", "return d_x_square(x)", "A function kept calling itself"],
    ["javascript", "square", "return dXSquare(x);", "A function kept calling itself"],
    ["python", "square", "y = y + x\n    return y", "a local variable is used before it is given a value"],
    [
      "javascript",
      "square",
      "const z = y; const y = 1; return z;",
      "`y` is used before the line that gives it a value.",
    ],
    ["javascript", "square", "const { a } = null;", "something here is `null`"],
    ["javascript", "square", "throw null;", "Your code threw `null` for `x = 1`. Return the value"],
    ["javascript", "square", "throw 3;", "Your code threw `3`"],
    ["javascript", "square", "throw new Error();", "Your code raised Error on line 2 for `x = 1`."],
    ["python", "square", "raise ValueError", "Your code raised ValueError on line 2 for `x = 1`."],
    ["javascript", "square", "return JSON.parse('a');", "Your code raised SyntaxError on line 2"],
    ["javascript", "square", "return 2n * x;", "leave out the `n` after numbers"],
  ])("%s, %s: %s", async (language, answer, body, says) => {
    expect(await said(language, answer, body)).toContain(says);
  });

  test("a function that is given another value is told of with its line", async () => {
    const code = "def d_x_square(x):\n    return 2 * x\nd_x_square = d_x_square(3)\n";
    const { message } = await gradeOf("python", "scalar/square", code);
    expect(message).toContain("On line 3 `d_x_square` is given a value that is no function.");
  });
  test.each([
    "dXSquare = x => 2 * x",
    "\ndXSquare = (x) => {\n  return 2 * x;\n};",
    "dXSquare = function (x) { return 2 * x; };",
  ])("a function that is not declared is told what it lacks: %j", async (code) => {
    const { message } = await gradeOf("javascript", "scalar/square", code);
    expect(message).toContain("`dXSquare` has not been declared. Put `const` before it.");
  });

  test.each([
    ["%matplotlib inline\ndef d_x_square(x):\n    return 2 * x\n", 1],
    ["import math\n%timeit math.exp(1)\n", 2],
    ["import math\n\n!pip install numpy\n", 3],
  ])("what tells a notebook what to do is told of: %j", async (code, line) => {
    const grade = await gradeOf("python", "scalar/square", code);
    expect(grade.message).toContain("tells a notebook what to do");
    expect(grade.line).toBe(line);
  });

  test("but a remainder that goes on in a new line is one", async () => {
    const code = "def d_x_square(x):\n    y = 7\n    return 2 * x + (7\n    %y\n    )\n";
    expect(await gradeOf("python", "scalar/square", code)).toMatchObject({ verdict: "correct" });
  });
});
