/**
 * Python evaluates from left to right, every part once. In the programs made here each part says its number when it is
 * evaluated, and the numbers are given from left to right; what is read and written in an update stands between them.
 */
import fc from "fast-check";

type Piece = (next: () => number) => Generated;

/** Code with pieces in it, which are evaluated in the order in which they stand; a text with `!` is only said. */
const sequence =
  (strings: TemplateStringsArray, ...parts: readonly (Piece | string)[]): Piece =>
  (next) => {
    let code = strings[0]!;
    const says: (number | string)[] = [];
    parts.forEach((part, i) => {
      if (typeof part === "function") {
        const made = part(next);
        code += made.code;
        says.push(...made.says);
      } else if (part.startsWith("!")) says.push(part.slice(1));
      else code += part;
      code += strings[i + 1]!;
    });
    return { code, says };
  };

const called =
  (name: string): Piece =>
  (next) => {
    const number = next();
    return { code: `${name}(${number})`, says: [number] };
  };

const numeral = called("n");
const word = called("s");
const listed = called("l");
const mapped = called("d");
const box = called("box");
const thing = called("thing");

const { number, text, list, dictionary } = fc.letrec<
  Record<"number" | "text" | "list" | "dictionary", Piece>
>((tie) => {
  const [a, b] = [tie("number"), tie("number")];
  const each = <Parts extends Piece[]>(
    parts: { [I in keyof Parts]: fc.Arbitrary<Parts[I]> },
    join: (...parts: Parts) => Piece,
  ) => fc.tuple(...parts).map((made) => join(...(made as unknown as Parts)));
  const options = { maxDepth: 3, depthSize: "small" } as const;
  return {
    number: fc.oneof(
      options,
      fc.constant(numeral),
      each([a, b], (x, y) => sequence`(${x} + ${y})`),
      each([a, b], (x, y) => sequence`(${x} - (\n${y}))`),
      each([a], (x) => sequence`(lambda q, p=${x}: q)(${numeral})`),
      each([a], (x) => sequence`(y := ${x})`),
      each([a], (x) => sequence`len("[*={" + str(${x}))`),
      each([a], (x) => sequence`abs(0 < ${x})`),
      each([a, b], (x, y) => sequence`f(${x}, key=${y})`),
      each([tie("list")], (x) => sequence`len(${x})`),
      each([tie("dictionary")], (x) => sequence`len(${x})`),
      each([tie("text")], (x) => sequence`len(${x})`),
    ),
    text: fc.oneof(
      options,
      fc.constant(word),
      each([a, b], (x, y) => sequence`f"{${x}} {{}} {${y}:>5}"`),
      each([a, b], (x, y) => sequence`f'{${x}!r} {${y}=}'`),
      each([a, b], (x, y) => sequence`f"""{${x}:{${y}}}\n"""`),
      each([tie("text"), a], (x, y) => sequence`f"{${x}}" 'b}' f'''{${y}}'''`).map(
        (inner): Piece => sequence`(${inner})`,
      ),
      each([tie("text"), a], (x, y) => sequence`${x}.zfill(${y})`),
      each([a, b], (x, y) => sequence`"{} {}".format(${x}, ${y})`),
      each([a, b], (x, y) => sequence`("%d %d" % (${x}, ${y}))`),
    ),
    list: fc.oneof(
      options,
      fc.constant(listed),
      each([a, tie("list"), b], (x, y, z) => sequence`[${x}, *${y}, ${z}]`),
      each([tie("list"), tie("list")], (x, y) => sequence`(*${x}, *each(${y}))`),
      each([tie("list"), a], (x, y) => sequence`sorted({*${x},\n ${y}})`),
      each([a, tie("list")], (x, y) => sequence`[${x}, len([${y}])]`),
    ),
    dictionary: fc.oneof(
      options,
      fc.constant(mapped),
      each([tie("text"), a, b], (x, y, z) => sequence`{${x}: ${y}, "b": ${z}}`),
      each([tie("dictionary"), tie("text"), a], (x, y, z) => sequence`{**${x}, ${y}: ${z}, **${mapped}}`),
      each([tie("list"), a], (x, y) => sequence`{k: v for k, v in zip(${x}, [${y}])}`),
      each([a, b], (x, y) => sequence`dict(p=${x}, q=${y})`),
      each([tie("dictionary"), a], (x, y) => sequence`dict(${x}, q=${y})`),
    ),
  };
});

const operator = fc.constantFrom(
  "+=",
  "-=",
  "*=",
  "/=",
  "//=",
  "%=",
  "**=",
  "@=",
  "&=",
  "|=",
  "^=",
  "<<=",
  ">>=",
);

const value = fc.oneof(
  number,
  text,
  list,
  dictionary,
  fc.tuple(number, text).map(([x, y]) => sequence`${x}, ${y}`),
);

const update = fc.oneof(
  fc.tuple(operator, value).map(([sign, x]) => sequence`x ${sign} ${x}`),
  fc
    .tuple(operator, number, value)
    .map(([sign, key, x]) => sequence`${box}[${key}] ${"!get"}${sign} ${x}${"!set"}`),
  fc
    .tuple(operator, number, number, value)
    .map(
      ([sign, i, j, x]) =>
        sequence`(${box}[${i}]${"!get"}[${j}:${numeral}, ...]) ${"!get"}${sign} ${x}${"!set"}`,
    ),
  fc
    .tuple(operator, list, value)
    .map(([sign, key, x]) => sequence`f(${thing}, ${key}).a ${"!get a"}${sign} ${x}${"!set a"}`),
  fc
    .tuple(operator, number, value)
    .map(([sign, key, x]) => sequence`${thing}.b${"!get b"}[${key}] ${"!get"}${sign} ${x}${"!set"}`),
);

const statement = fc.oneof(
  { weight: 3, arbitrary: update },
  value.map((x) => sequence`r = ${x}`),
);

const layouts = fc.constantFrom<(first: Piece, second: Piece) => Piece>(
  (first, second) => sequence`${first}; ${second}`,
  (first, second) => sequence`if True: ${first}; ${second} # *= [`,
  (first, second) => sequence`for i in [0]:\n    ${first}\n    ${second}`,
  (first, second) => sequence`def inner(x, y=0):\n    ${first}\n    ${second};\ninner(V())`,
);

const setting = `
said = []

def telling(give):
    def call(number):
        said.append(number)
        return give()
    return call

def f(x, *more, key=0): return x

def each(items):
    yield from items

class V:
    def __getitem__(self, key):
        said.append("get")
        return V()
    def __setitem__(self, key, value):
        said.append("set")
    def __getattr__(self, name):
        if name[0] == "_": raise AttributeError(name)
        said.append("get " + name)
        return V()
    def __setattr__(self, name, value):
        said.append("set " + name)
    def operate(self, other): return self

for name in "add sub mul truediv floordiv mod pow matmul and or xor lshift rshift".split():
    setattr(V, "__i" + name + "__" if len(name) % 2 else "__" + name + "__", V.operate)

n = telling(lambda: 3)
s = telling(lambda: "ab")
l = telling(lambda: [1, 2])
d = telling(lambda: {"k": 1})
box = telling(V)
thing = telling(V)
x = y = 0

def show(said, r):
    print(said, repr(r))
`;

/** A piece of a program, and what is said when it is run, from left to right. */
export interface Generated {
  code: string;
  says: readonly (number | string)[];
}

/** One or two statements, in one of the places where statements stand. */
export const generated: fc.Arbitrary<Generated> = fc
  .tuple(layouts, statement, statement)
  .map(([layout, first, second]) => {
    let count = 0;
    return layout(first, second)(() => count++);
  });

/** A program that prints, a line each, what was said in every piece and the value that it left in `r`. */
export const programOf = (pieces: readonly { code: string }[]): string =>
  setting + pieces.map(({ code }) => `x = V(); r = None; said.clear()\n${code}\nshow(said, r)\n`).join("");
