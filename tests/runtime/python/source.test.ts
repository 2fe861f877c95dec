import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forMicroPython } from "#runtime/python/source/index.ts";

describe("f-strings ask each value how it wants to be formatted", () => {
  test.each([
    ['f"{x}"', '_text("", _formatted(x), "")'],
    ['f"{x:.3f} and {y}"', '_text("", _formatted(x, ".3f"), " and ", _formatted(y), "")'],
    ["f'{x:>8}'", "_text('', _formatted(x, '>8'), '')"],
    [
      'rf"""{x:.2f}\\n"{y}"""',
      '_text("""""", _formatted(x, """.2f"""), """\\\\n\\"""", _formatted(y), """""")',
    ],
    ['rf"\\{x}\\\\{{"', '_text("\\\\", _formatted(x), "\\\\\\\\{")'],
    ["f\"{d['k']:.2f}{t[1:2]}\"", '_text("", _formatted(d[\'k\'], ".2f"), "", _formatted(t[1:2]), "")'],
    ['f"{{x}} {{{x}}}"', '_text("{x} {", _formatted(x), "}")'],
    ['f"{a == b}{x, y}"', '_text("", _formatted(a == b), "", _formatted((x, y)), "")'],
    ['f"{x!r} {x!s:>9}"', '_text("", _formatted(_repr(x)), " ", _formatted(_str(x), ">9"), "")'],
    ['f"{x=} {a+b = :.2f}"', '_text("x=", _formatted(_repr(x)), " a+b = ", _formatted(a+b , ".2f"), "")'],
    [
      'f"{x:{width}.{n}f}"',
      '_text("", _formatted(x, _text("", _formatted(width), ".", _formatted(n), "f")), "")',
    ],
    ['(f"{x}" # first\n "{}")', '((_text("", _formatted(x), "") + # first\n "{}"))'],
    ["f\"{f'{x}'}\"", "_text(\"\", _formatted(_text('', _formatted(x), '')), \"\")"],
    ["f'''{x\n=}'''", "_text('''x\\n=''', _formatted(_repr(x)\n), '''''')"],
  ])("%s", (code, expected) => {
    expect(forMicroPython(code)).toBe(expected);
  });
});

describe("in-place operators that MicroPython takes for others become calls", () => {
  test.each([
    ["w *= 0.9", "w = _in_place(w) * ( 0.9)"],
    ["w[0, 1:2] /= (a +\n  b)", "_items(w)[0, 1:2] /= (a +\n  b)"],
    ["w[\n0] *= 2", "_items(w)[\n0] *= 2"],
    ["f(x).a[i].b <<= 1, 2", "_attributes(f(x).a[i]).b <<= 1, 2"],
    ["(x) >>= 2; ((a[0])) ^= y", "(x) = _in_place(x) >> ( 2); ((_items(a)[0])) ^= y"],
    ["if a: b **= 2; c //= 3", "if a: b = _in_place(b) ** ( 2); c = _in_place(c) // ( 3)"],
    ["    x @= y  # x *= y", "    x = _in_place(x) @ ( y)  # x *= y"],
    ["x %= 'a *= b'\ny = 1", "x = _in_place(x) % ( 'a *= b')\ny = 1"],
    ["x *= \\\n  2", "x = _in_place(x) * ( \\\n  2)"],
    ["x *= yield 2", "x = _in_place(x) * ( yield 2)"],
  ])("%s", (code, expected) => {
    expect(forMicroPython(code)).toBe(expected);
  });
});

describe("numbers that end in their point hide nothing of what stands beside them", () => {
  test.each([
    ["x *= 2.", "x = _in_place(x) * ( 2.)"],
    ["w[0] @= [[1., -2.], [3.e2, 4.j]]", "_items(w)[0] @= [[1., -2.], [3.e2, 4.j]]"],
    ["y = 0. < x", "y = _left(0.) < x"],
    ["f([*a, 1.])", "f(_list(_each(a), (1.,)))"],
    ['f"{1_0. * x:.3f}, 2. {y}"', '_text("", _formatted(1_0. * x, ".3f"), ", 2. ", _formatted(y), "")'],
    ["{1.: 2., 'b': 2..real}", "_dict((1., 2.), ('b', 2..real))"],
    ["print(1 / 2., (2 + 1j)**2)", "print(1 / 2., _power((2 + 1j),2))"],
  ])("%s", (code, expected) => {
    expect(forMicroPython(code)).toBe(expected);
  });
});

describe("dictionaries that keep their order, and displays with stars", () => {
  test.each([
    ["d = {'b': 1, \"a\": {}}[k]", "d = _dict(('b', 1), (\"a\", _dict()))[k]"],
    ["{**a, 'b': 2,\n 'c': 3,}", "_merged(_pairs(a), (('b', 2),\n ('c', 3),),)"],
    ["{k: v for k, v in x if v}", "_merged([(k, v) for k, v in x if v])"],
    ["{'f': lambda a, b: a, 'g': x[1:2]}", "_dict(('f', lambda a, b: a), ('g', x[1:2]))"],
    ["dict(a=1, b=f(x=2)) | dict(x)", '_named(dict, ("a", 1), ("b", f(x=2))) | _dict_from(dict, x)'],
    [
      "dict(a=1, **b), dict(), dict(x for x in y)",
      "_dict_from(dict, a=1, **b), _dict_from(dict), _dict_from(dict, (x for x in y))",
    ],
    ["f([*a, 1], (*a,), {*a})", "f(_list(_each(a), (1,)), _tuple(_each(a),), _set(_each(a)))"],
    [
      "x = *a, 1\ndef f(): return 1, *a",
      "x = _tuple(_each(a), (1,))\ndef f(): return _tuple((1,), _each(a))",
    ],
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
    ['print("{}".format(x))', 'print(_method("{}", "format")(x))'],
    ['("a {} "\n "b {}".format(x, y))', '(_method("a {} "\n "b {}", "format")(x, y))'],
    ["a.b[0](c).zfill(3).ljust(5)", '_method(_method(a.b[0](c), "zfill")(3), "ljust")(5)'],
    ["(a\n  .title())", '(_method(a\n  , "title")())'],
    ['return "%.2f" % x', 'return _percent("%.2f") % x'],
    ['("%d"\n "%s") % x', '_percent(("%d"\n "%s")) % x'],
  ])("%s", (code, expected) => {
    expect(forMicroPython(code)).toBe(expected);
  });
});

describe("the value of an expression that a cell ends with is printed, but where a semicolon follows", () => {
  test.each([
    ["2+2", "_echo((2+2))"],
    ["x = 1\nx, 2  # both\n# end\n", "x = 1\n_echo((x, 2))  # both\n# end\n"],
    ["x = 1; x", "x = 1; _echo((x))"],
    ["f(\n  a,\n)[0]\n", "_echo((f(\n  a,\n)[0]))\n"],
    ["0 < x", "_echo((_left(0) < x))"],
    ["np.arange(3.)", "_echo((np.arange(3.)))"],
    ["{1: 2}", "_echo((_dict((1, 2))))"],
    ["2+2;", "2+2;"],
    ["x = 1; x; # quiet", "x = 1; x; # quiet"],
    ["x = 1", "x = 1"],
    ["2\nx = 1", "2\nx = 1"],
    ["if x:\n    x", "if x:\n    x"],
    ["def f():\n    return 1", "def f():\n    return 1"],
    ["2 +", "2 +"],
    ["", ""],
  ])("%j", (code, expected) => {
    expect(forMicroPython(code, { echo: true })).toBe(expected);
    expect(forMicroPython(code)).not.toContain("_echo");
  });
});

test("a dataclass is told the names of its fields, in order", () => {
  expect(
    forMicroPython("@dataclass\nclass P:\n    x: float\n    y: int = 2\n    def f(self): z: int = 1\n"),
  ).toBe(
    '@dataclass\nclass P:\n    __fields__ = ("x", "y", ); x: float\n    y: int = 2\n    def f(self): z: int = 1\n',
  );
});

describe("a statement that Python can't read stays as it is, for Python to say so", () => {
  test.each([
    ["x *= \ny *= 2", "x *= \ny = _in_place(y) * ( 2)"],
    ["for i in {1: 2}}:\n    y *= 2", "for i in {1: 2}}:\n    y = _in_place(y) * ( 2)"],
    ["x = f'a{ {1: 2} }\ny *= 2", "x = f'a{ {1: 2} }\ny = _in_place(y) * ( 2)"],
  ])("%s", (code, expected) => {
    expect(forMicroPython(code)).toBe(expected);
  });
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
