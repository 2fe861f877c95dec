import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forMicroPython } from "#runtime/python/source/index.ts";

describe("fields of f-strings ask their value how it wants to be formatted", () => {
  test.each([
    [`f"{x}"`, `f"{_formatted((x), '')}"`],
    [`f"{x:.3f} and {y}"`, `f"{_formatted((x), '.3f')} and {_formatted((y), '')}"`],
    [`f'{x:>8}'`, `f'{_formatted((x), ">8")}'`],
    [`rf"""{x:.2f}\n{y}"""`, `rf"""{_formatted((x), '.2f')}\n{_formatted((y), '')}"""`],
    [`f"{d['k']:.2f}{t[1:2]}"`, `f"{_formatted((d['k']), '.2f')}{_formatted((t[1:2]), '')}"`],
    [`f"{{x}} {{{x}}}"`, `f"{{x}} {{{_formatted((x), '')}}}"`],
    [`f"{a == b}"`, `f"{_formatted((a == b), '')}"`],
  ])("%s", (code, expected) => {
    expect(forMicroPython(code)).toBe(expected);
  });
});

describe("in-place operators that MicroPython takes for others become calls", () => {
  test.each([
    ["w *= 0.9", `w = _in_place("mul", w, ( 0.9))`],
    ["w[0, 1:2] /= (a +\n  b)", `w[0, 1:2] = _in_place("truediv", w[0, 1:2], ( (a +\n  b)))`],
    ["if a: b **= 2; c //= 3", `if a: b = _in_place("pow", b, ( 2)); c = _in_place("floordiv", c, ( 3))`],
    ["    x @= y  # x *= y", `    x = _in_place("matmul", x, ( y))  # x *= y`],
    ["x %= 'a *= b'\ny = 1", `x = _in_place("mod", x, ( 'a *= b'))\ny = 1`],
    ["x *= \\\n  2", `x = _in_place("mul", x, ( \\\n  2))`],
  ])("%s", (code, expected) => {
    expect(forMicroPython(code)).toBe(expected);
  });
});

test.each([
  `print("{x:.3f}", '{y}')`,
  `f"{x!r} {x=} {x:{width}.2f}"`,
  `# f"{x}" and x *= 2`,
  `"""\nx *= 2\nf'{x}'\n"""`,
  `f"{x`,
  `f"{x:.3f`,
  `"unfinished\nx = 1`,
  "x += 1\nx -= 1",
  "w[\n0] *= 2",
  "]\n( *=",
  "a = b * c ** d\nf(*args, **kw)",
  "x = y != z\nx = y <= z",
  "def f(*, a=1): return a",
  "d = {'a': 1}[k]",
])("leaves the rest as it is: %s", (code) => {
  expect(forMicroPython(code)).toBe(code);
});

test("keeps every line where it is, whatever the code", () => {
  const piece = fc.constantFrom(
    ..."x y f\" f' \"\"\" ''' { } ( ) [ ] : ; # \\ \n *= /= += = * . 3".split(" "),
    "\n",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const code = pieces.join(" ");
      expect(forMicroPython(code).split("\n")).toHaveLength(code.split("\n").length);
    }),
  );
});
