import { describe, expect, test } from "vitest";
import { explainSyntax } from "#runtime/python/syntax.ts";

/** What MicroPython says of nearly everything. */
const invalid = (line: number) => ({ type: "SyntaxError", message: "invalid syntax", line });

describe("the usual slips are named, on the line where they are", () => {
  test.each<[code: string, reported: number, line: number, message: RegExp]>([
    ["def f(x)\n    return x", 1, 1, /`:` missing/],
    ["for i in range(3)  # three times\n    pass", 1, 1, /`:` missing/],
    ["else\n", 1, 1, /`:` missing/],
    ["x = (1,\n     2\ny = 3\n", 3, 1, /`\(` on this line is never closed/],
    ["x = [1, 2\n", 2, 1, /`\[` on this line is never closed/],
    ["x = (1, 2]\n", 1, 1, /`\]` does not match the `\(`/],
    ["x = 1)\n", 1, 1, /`\)` closes nothing/],
    ["s = 'abc\nt = 1", 1, 1, /string .* not closed/],
    ['x = 1\ns = """abc\n\n', 2, 2, /string .* not closed/],
    ["print 'x'", 1, 1, /brackets: `print\(x\)`/],
    ["if x = 3:\n    pass", 1, 1, /write `==`/],
    ["x = 3\nif x:\nprint(x)", 3, 3, /lines that belong to line 2/],
    ["def f(x):\n", 2, 1, /lines that belong to line 1/],
    ["def f:\n    pass", 1, 1, /brackets after its name/],
    ["else if x:\n    pass", 1, 1, /`elif`/],
    ["match x:\n    case 1: pass", 1, 1, /`match` is not part/],
    ["def f(a, /, b): pass", 1, 1, /`\/` among parameters/],
    ["x = a && b", 1, 1, /`and`/],
    ["x++", 1, 1, /`x \+= 1`/],
    ["const x = 1", 1, 1, /JavaScript/],
    ["x = 5 5", 1, 1, /can't make sense of this line/],
  ])("%j", (code, reported, line, message) => {
    const fault = explainSyntax(code, invalid(reported));
    expect(fault.message).toMatch(message);
    expect(fault.line).toBe(line);
  });
});

test("what stands in strings and comments is not taken for code", () => {
  const code = "s = 'if x = (1' # print 'a' [\nt = '''\nmatch x:\n'''\nx = 5 5";
  expect(explainSyntax(code, invalid(5)).message).toMatch(/can't make sense/);
});

test("messages that say something are kept", () => {
  const fault = { type: "SyntaxError", message: "'return' outside function", line: 1 };
  expect(explainSyntax("return 1", fault)).toEqual({ ...fault, message: "'return' outside function." });
});

test("a line indented less, but like no other, is the one that is named", () => {
  const message = "unindent doesn't match any outer indent level";
  const fault = explainSyntax("if 1:\n    x\n\n  y", { type: "IndentationError", message, line: 2 });
  expect(fault.line).toBe(4);
});
