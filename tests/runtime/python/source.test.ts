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
    [`f"{x!r} {x!s:>9}"`, `f"{_formatted(repr(x), '')} {_formatted(str(x), '>9')}"`],
    [`f"{x=} {a+b = :.2f}"`, `f"x={_formatted(repr(x), '')} a+b = {_formatted((a+b ), '.2f')}"`],
    [`f"{x:{width}.{n}f}"`, `f"{_formatted((x), '{}.{}f'.format((width), (n)))}"`],
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

describe("dictionaries that keep their order, and displays with stars", () => {
  test.each([
    [`d = {'b': 1, "a": {}}[k]`, `d = _dict(('b', 1), ("a", _dict()))[k]`],
    ["{**a, 'b': 2,\n 'c': 3,}", "_dict(*_pairs(a), ('b', 2),\n ('c', 3),)"],
    ["{k: v for k, v in x if v}", "_dict(*[(k, v) for k, v in x if v])"],
    ["{'f': lambda a, b: a, 'g': x[1:2]}", "_dict(('f', lambda a, b: a), ('g', x[1:2]))"],
    ["dict(a=1, b=f(x=2)) | dict(x)", `_dict(("a", 1), ("b", f(x=2))) | _dict_from(x)`],
    ["f([*a, 1], (*a,), {*a})", "f(_list(*a, 1), _tuple(*a,), _set(*a))"],
  ])("%s", (code, expected) => {
    expect(forMicroPython(code)).toBe(expected);
  });
});

describe("a number on the left of a comparison asks what it is compared with", () => {
  test.each([
    ["if 0 < x <= 1e-3: y", "if _left(0) < x <= 1e-3: y"],
    ["f(-1.5 >= x, [2 > y])", "f(_left(-1.5) >= x, [_left(2) > y])"],
  ])("%s", (code, expected) => {
    expect(forMicroPython(code)).toBe(expected);
  });
});

describe("methods that MicroPython's own types lack become calls", () => {
  test.each([
    [`print("{}".format(x))`, `print(_method("{}", "format")(x))`],
    [`("a {} "\n "b {}".format(x, y))`, `(_method("a {} "\n "b {}", "format")(x, y))`],
    ["a.b[0](c).zfill(3).ljust(5)", `_method(_method(a.b[0](c), "zfill")(3), "ljust")(5)`],
    [`return "%.2f" % x`, `return _percent("%.2f") % x`],
  ])("%s", (code, expected) => {
    expect(forMicroPython(code)).toBe(expected);
  });
});

test("a dataclass is told the names of its fields, in order", () => {
  expect(
    forMicroPython("@dataclass\nclass P:\n    x: float\n    y: int = 2\n    def f(self): z: int = 1\n"),
  ).toBe(
    '@dataclass\nclass P:\n    __fields__ = ("x", "y", ); x: float\n    y: int = 2\n    def f(self): z: int = 1\n',
  );
});

test.each([
  `print("{x:.3f}", '{y}')`,
  "(a, *b), c = x\n[a, *b] = x\nfor i, (a, *b) in x: pass",
  "{1, 2} | {x for x in y}",
  "x[1:2], f(*a, **b)",
  "i + 1 < n, 1 << 2, x1 < 2",
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
