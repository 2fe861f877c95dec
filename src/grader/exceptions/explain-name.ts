/** Names that nothing has: NameError, ReferenceError. */
import { distance } from "fastest-levenshtein";
import { joinWithAnd } from "#exercise/index.ts";
import { codePoint, lookingLike } from "#reading/characters.ts";
import type { RaisedException } from "#grader/exceptions/raised-exception.ts";

const undefinedName = /^name '(.+)' is not defined$|^(\S+) is not defined$/;

/** Safari doesn't say which. */
const usedEarly = /^Cannot access (?:'(.+)'|a variable) before initialization/;

/** Functions and constants of mathematics by the names that people write. */
const mathematics: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["exp", "log", "log2", "log10", "sqrt", "sin", "cos", "tan", "sinh", "cosh", "tanh", "floor", "ceil"].map(
      (name) => [name, name],
    ),
  ),
  ...{ ln: "log", lg: "log10", arctan: "atan", atan: "atan", sgn: "sign", sign: "sign", pi: "pi", e: "e" },
  ...{ π: "pi", PI: "pi", E: "e", inf: "inf", Infinity: "inf", nan: "nan", NaN: "nan" },
  ...{ pow: "pow", abs: "abs", fabs: "abs", max: "max", min: "min", round: "round" },
};

const constants = new Set(["pi", "e", "inf", "nan"]);

/** What belongs to NumPy alone. */
const ofNumPy =
  /^(?:array|asarray|zeros|ones|full|eye|dot|outer|matmul|maximum|minimum|where|mean|transpose|zeros_like|ones_like|sum|ndarray|linspace|arange|reshape|concatenate|stack|sign|square|clip)$/;

const modules =
  /^(?:math|random|itertools|functools|collections|operator|copy|string|time|json|re|typing|statistics)$/;

/** Words of JavaScript as Python has them, and the other way round. */
const pythonWords: Readonly<Record<string, string>> = {
  true: "`True`",
  false: "`False`",
  null: "`None`",
  undefined: "`None`",
  console: "`print`, as in `print(x)`",
  Math: "`math`, after `import math`",
  NdArray: "`np.array`, after `import numpy as np`",
  this: "`self`, in a class",
};

const javaScriptWords: Readonly<Record<string, string>> = {
  True: "`true`",
  False: "`false`",
  None: "`null`",
  print: "`console.log`",
  len: "`x.length`",
  range: "a `for` loop: `for (let i = 0; i < n; i++)`",
  float: "`Number`",
  int: "`Math.trunc`",
  str: "`String`",
  math: "`Math`",
  self: "`this`",
  sum: "`x.sum()`",
};

/** What a browser has around a program, and a sandbox hasn't. */
const surroundings =
  /^(?:window|document|eval|alert|prompt|confirm|fetch|localStorage|setTimeout|setInterval|process|navigator|location)$/;

/** What to do about a name that nothing has, in place of the exception's words; null for any other exception. */
export function explainName(exception: RaisedException): string | null {
  const early = usedEarly.exec(exception.message);
  if (early) {
    const what = early[1] === undefined ? "a name" : `\`${early[1]}\``;
    return `${what} is used before the line that gives it a value.`;
  }
  if (exception.message.startsWith("a local variable is used before")) {
    return `${exception.message}. Is that line below this one, or inside an \`if\` or a loop that was passed by?`;
  }
  const match = undefinedName.exec(exception.message);
  if (!match) return null;
  const name = match[1] ?? match[2]!;
  const looks = lookingLike(name);
  if (looks !== null && !Object.hasOwn(mathematics, name)) {
    const [odd] = Array.from(name).filter((letter) => !/[\w$]/.test(letter));
    return `\`${odd!}\` (${codePoint(odd!)}) is a letter of another alphabet that looks like \`${lookingLike(odd!)!}\`. Type \`${looks}\` in its place.`;
  }
  const explanation =
    exception.language === "python" ? inPython(name, exception) : inJavaScript(name, exception);
  return explanation ?? notDefined(name, exception);
}

/** A function of the page's that is spelt otherwise in this language. By its own name the answer knows it. */
function shownAs(name: string, { shown, language }: RaisedException): string | null {
  const own = shown.find((each) => plain(each) === plain(name));
  if (own === undefined) return null;
  return `nothing is called \`${name}\`. The page’s function is called \`${own}\`${language === "python" ? "" : " in JavaScript"}, and you may call it by that name.`;
}

function inPython(name: string, exception: RaisedException): string | null {
  const { code, arrays } = exception;
  const shown = shownAs(name, exception);
  if (shown !== null) return shown;
  if (name === "np" || name === "numpy") {
    return `\`${name}\` is not imported. Put \`import numpy${name === "np" ? " as np" : ""}\` on the first line.`;
  }
  if (name === "torch" && exception.autograd) {
    return "`torch` is not imported. Put `import torch` on the first line.";
  }
  if (name === "torch" || name === "autograd") return noAutograd(name);
  if (modules.test(name)) return `\`${name}\` is not imported. Put \`import ${name}\` on the first line.`;
  if (Object.hasOwn(pythonWords, name))
    return `\`${name}\` is JavaScript’s. In Python that is ${pythonWords[name]!}.`;
  const known = Object.hasOwn(mathematics, name) ? mathematics[name]! : null;
  const fromNumPy = arrays.length > 0 || known === "sign";
  if (known !== null && !exception.params.includes(name)) {
    const renamed = known === name ? "" : `\`${name}\` is called \`${known}\` in Python. `;
    const own = constants.has(known) ? "" : "(x)";
    if (["abs", "max", "min", "round", "pow"].includes(known)) return `${renamed}Write \`${known}(x)\`.`;
    const [module, statement, imported] = fromNumPy
      ? ["np", "import numpy as np", /^\s*import numpy as np\b/m]
      : (["math", "import math", /^\s*import math\b/m] as const);
    const power = known === "e" ? `, and e to the power of x as \`${module}.exp(x)\`` : "";
    const write = `Write \`${module}.${known}${own}\`${power}${imported.test(code) ? "." : `, with \`${statement}\` on the first line.`}`;
    return known === name
      ? `\`${name}\` belongs to ${fromNumPy ? "NumPy" : "the module `math`"}. ${write}`
      : renamed + write;
  }
  if (ofNumPy.test(name)) {
    return `\`${name}\` belongs to NumPy. Write \`np.${name}\`${/^\s*import numpy as np\b/m.test(code) ? "." : ", with `import numpy as np` on the first line."}`;
  }
  return null;
}

function inJavaScript(name: string, exception: RaisedException): string | null {
  const { arrays, code, line } = exception;
  const shown = shownAs(name, exception);
  if (shown !== null) return shown;
  if (name === "np" || name === "numpy") {
    return "there is no NumPy in JavaScript. Arrays have its operations as methods: `x.exp()`, `x.sum()`, `X.matmul(W)`; for a number write `Math.exp(x)`.";
  }
  if (name === "torch" || name === "tf") return noAutograd(name);
  if (name === "module" || name === "exports" || name === "require") {
    return `\`${name}\` belongs to Node’s modules. Here an answer stands alone: delete this line.`;
  }
  if (surroundings.test(name)) {
    return `\`${name}\` is out of reach here: your code runs shut off from the page. To see a value, write \`console.log(x)\`.`;
  }
  const known = Object.hasOwn(mathematics, name) ? mathematics[name]! : null;
  if (known !== null) {
    if (constants.has(known)) {
      return known === "pi" || known === "e"
        ? `nothing is called \`${name}\`. Write \`Math.${known.toUpperCase()}\`${known === "e" ? ", and e to the power of x as `Math.exp(x)`" : ""}.`
        : `nothing is called \`${name}\`. Write \`${known === "inf" ? "Infinity" : "NaN"}\`.`;
    }
    const isMethod = /^(?:exp|log|sqrt|sin|cos|tanh|abs|sign|pow)$/.test(known);
    const args = known === "pow" || known === "max" || known === "min" ? "x, y" : "x";
    return arrays.length > 0 && isMethod
      ? `nothing is called \`${name}\`. Write \`x.${known}(${known === "pow" ? "2" : ""})\` for an array, and \`Math.${known}(${args})\` for a number.`
      : `nothing is called \`${name}\`. Write \`Math.${known}(${args})\`.`;
  }
  if (Object.hasOwn(javaScriptWords, name)) {
    return `\`${name}\` is Python’s. In JavaScript that is ${javaScriptWords[name]!}.`;
  }
  const text = line === null ? "" : (code.split("\n")[line - 1] ?? "");
  if (new RegExp(`(?<![\\w.$])${escaped(name)}\\s*(?:[-+*/%]|\\*\\*)?=(?!=)`).test(text)) {
    return `\`${name}\` has to be declared where it first gets a value: write \`const ${name} = …\`, or \`let\` if it changes.`;
  }
  return null;
}

const noAutograd = (name: string): string =>
  `there is no \`${name}\` here: autograd is switched off while grading. The derivative is yours to write.`;

function notDefined(name: string, exception: RaisedException): string {
  const { language, code, params, called, line } = exception;
  const text = line === null ? "" : (code.split("\n")[line - 1] ?? "");
  if (language === "python" && new RegExp(`//.*${escaped(name)}`).test(text)) {
    return `a comment begins with \`#\` in Python; \`//\` divides. So \`${name}\` is taken for a value.`;
  }
  if (params.includes(name) && !called) {
    return `\`${name}\` has a value inside the function only. Indent this line so far that it belongs to the function, or delete it.`;
  }
  const factors = factorsIn(name, params);
  if (factors !== null) {
    const write =
      language === "python" || exception.arrays.length === 0
        ? factors.join("*")
        : `${factors[0]}.mul(${factors[1]})`;
    const power = /^\d+$/.test(factors[1])
      ? ` or \`${language === "python" || !exception.arrays.includes(factors[0]) ? factors.join("**") : `${factors[0]}.pow(${factors[1]})`}\``
      : "";
    return `\`${name}\` is taken for one name. Write a product as \`${write}\`${power && `, a power as${power.slice(3)}`}.`;
  }
  const near = nearest(name, [
    ...new Set([...params, ...namesIn(code, name), ...exception.shown, ...builtIns[language]]),
  ]);
  const given = `Your function is given ${joinWithAnd(params.map((param) => `\`${param}\``))}`;
  return near === null
    ? `nothing is called \`${name}\`. ${given}; whatever else it uses has to be given a value first.`
    : `nothing is called \`${name}\`. Did you mean \`${near}\`?`;
}

/** `xy` and `x2`, where both parts mean something. */
function factorsIn(name: string, params: readonly string[]): [string, string] | null {
  for (const first of params) {
    const second = name.slice(first.length);
    if (name.startsWith(first) && (params.includes(second) || /^\d+$/.test(second))) return [first, second];
  }
  return null;
}

const builtIns = {
  python: [
    "print",
    "range",
    "len",
    "abs",
    "sum",
    "max",
    "min",
    "pow",
    "float",
    "return",
    "lambda",
    "None",
    "True",
    "False",
  ],
  javascript: ["Math", "NdArray", "Number", "Array", "console", "return", "undefined", "null"],
} as const;

/** The names that the code gives a value to. */
const namesIn = (code: string, other: string): string[] =>
  [...code.matchAll(/\b([A-Za-z_]\w*)\s*(?:=(?!=)|\()|\bfor\s+(\w+)/g)]
    .map(([, assigned, counted]) => assigned ?? counted!)
    .filter((name) => name !== other && !/^(?:if|for|while|return|function|def|and|or|not|in)$/.test(name));

const plain = (name: string): string => name.toLowerCase().replaceAll("_", "");

/** The name that was probably meant: of short ones, only one that differs in nothing but case. */
export function nearest(wanted: string, names: readonly string[]): string | null {
  const most = wanted.length <= 2 ? 0 : wanted.length <= 4 ? 1 : 2;
  const close = names
    .filter((name) => name !== wanted && (name.length > 2 || plain(name) === plain(wanted)))
    .map((name) => ({ name, far: distance(plain(name), plain(wanted)) }))
    .sort((a, b) => a.far - b.far)[0];
  return close && close.far <= most ? close.name : null;
}

const escaped = (text: string): string => text.replace(/[$]/g, "\\$&");
