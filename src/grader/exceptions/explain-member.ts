/** What is asked of a value that doesn't have it: AttributeError, "is not a function". */
import type { RaisedException } from "#grader/exceptions/raised-exception.ts";
import { nearest } from "#grader/exceptions/explain-name.ts";

/** What other libraries call it, and how NumPy says it. */
const inNumPy: Readonly<Record<string, string>> = {
  relu: "`np.maximum(x, 0)`",
  exp: "`np.exp(x)`",
  log: "`np.log(x)`",
  ln: "`np.log(x)`",
  sqrt: "`np.sqrt(x)`",
  tanh: "`np.tanh(x)`",
  sigmoid: "`1 / (1 + np.exp(-x))`",
  abs: "`np.abs(x)`",
  pow: "`x ** 2`",
  mul: "`x * y`",
  add: "`x + y`",
  sub: "`x - y`",
  div: "`x / y`",
  neg: "`-x`",
  matmul: "`x @ y`",
  mm: "`x @ y`",
  t: "`x.T`",
  transposed: "`x.T`",
  numel: "`x.size`",
  length: "`len(x)`",
  unsqueeze: "`x[:, None]`",
  map: "`np.array([… for each in x])`",
  append: "`np.append(x, y)`",
};

/** What belongs to tensors that autograd follows. */
const ofAutograd = /^(?:backward|grad|detach|requires_grad_?)$/;

const computes = "Use `math` and `numpy`.";

/** What people import elsewhere. */
const otherLibraries: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["scipy", "sympy", "jax", "tensorflow", "keras", "autograd", "mpmath", "cupy", "numba", "tinygrad"].map(
      (name) => [name, computes],
    ),
  ),
  ...Object.fromEntries(
    ["pandas", "matplotlib", "seaborn", "sklearn", "plotly", "requests"].map((name) => [
      name,
      "Leave this line out: nothing here needs it.",
    ]),
  ),
};

/** The same of a single number. */
const ofNumber: Readonly<Record<string, string>> = {
  ...{ pow: "`x ** 2`", square: "`x ** 2`", mul: "`x * y`", add: "`x + y`", sub: "`x - y`", div: "`x / y`" },
  ...{ neg: "`-x`", dot: "`x * y`", matmul: "`x * y`" },
};

const functionsOfNumbers = /^(?:exp|log|sqrt|sin|cos|tan|tanh|floor|ceil)$/;

/** What arrays of JavaScript can do, and arrays of numbers here can't. */
const ofPlainArrays =
  /^(?:map|forEach|reduce|filter|concat|push|pop|slice|fill|join|every|some|indexOf|includes|entries|keys|flat|flatMap|sort|reverse|find)$/;

const isNumberOnly =
  /^'(?:float|int)' object is not (?:subscriptable|iterable)$|^object of type '(?:float|int)' has no len\(\)$/;

const operations = "An array’s operations are methods: `x.mul(y)`, `x.exp()`, `x.sum()`, `X.matmul(W)`.";

/** What to do about a value that lacks what it was asked for, in place of the exception's words; null for any other exception. */
export function explainMember(exception: RaisedException): string | null {
  return exception.language === "python" ? inPython(exception) : inJavaScript(exception);
}

function inPython({ type, message, shown, autograd }: RaisedException): string | null {
  const absent = /^'(\w+)' is not part of this Python\. (There are .*)$/.exec(message);
  if (absent) {
    const [, module, available] = absent as unknown as [string, string, string];
    if (module === "np") return "the module is called `numpy`. Write `import numpy as np`.";
    if (Object.hasOwn(otherLibraries, module)) {
      return `\`${module}\` is not part of this course’s Python. ${otherLibraries[module]!}`;
    }
    const near = nearest(module, available.match(/\w+/g)!);
    return near === null ? null : `there is no module \`${module}\`. Did you mean \`${near}\`?`;
  }
  const ofModule = /^module '([\w.]+)' has no attribute '(\w+)'$/.exec(message);
  const imported = /^cannot import name '(\w+)' from '([\w.]+)'$/.exec(message);
  if (ofModule ?? imported) {
    const [module, name] = ofModule ? [ofModule[1]!, ofModule[2]!] : [imported![2]!, imported![1]!];
    if (shown.includes(name)) {
      return `\`${module}\` has no \`${name}\`. The page has one: write \`${name}(…)\` alone.`;
    }
    if (name === "ln")
      return `the natural logarithm is called \`${module === "numpy" ? "np" : module}.log\`.`;
    if (module === "numpy" && Object.hasOwn(inNumPy, name)) {
      return `NumPy has no \`${name}\`. For that write ${inNumPy[name]!}.`;
    }
    const near = nearest(name, known);
    return `\`${module}\` has no \`${name}\`.${near === null ? " Look at how it is spelled." : ` Did you mean \`${near}\`?`}`;
  }
  if (isNumberOnly.test(message)) {
    return "this is a single number, which has no entries. Compute with it as it is, without `[…]`, `len` or a loop.";
  }
  if (type === "KeyError") return `the dictionary has no entry \`${message.replaceAll("`", "'")}\`.`;
  if (type === "OSError" && /^\d+$|ENOENT/.test(message))
    return "there are no files here. Write what is needed into your code.";
  const ofValue = /^'([\w.]+)' object has no attribute '(\w+)'$/.exec(message);
  if (!ofValue) return null;
  const [, kind, name] = ofValue as unknown as [string, string, string];
  if (!autograd && ofAutograd.test(name))
    return "autograd is switched off while grading. The derivative is yours to write.";
  if (kind === "numpy.ndarray") {
    return `NumPy’s arrays have no \`${name}\`.${Object.hasOwn(inNumPy, name) ? ` For that write ${inNumPy[name]!}.` : " Look at how it is spelled."}`;
  }
  if (kind === "float" || kind === "int") {
    const instead = functionsOfNumbers.test(name)
      ? `\`math.${name}(x)\`, with \`import math\` on the first line`
      : ofNumber[name];
    return `this is a single number, and numbers have no \`${name}\`.${instead === undefined ? "" : ` For that write ${instead}.`}`;
  }
  if (kind === "NoneType") {
    return `this is \`None\`, which has no \`${name}\`. A function that returns nothing gives \`None\`: does one of yours lack its \`return\`?`;
  }
  if (kind === "list" || kind === "tuple") {
    return `this is a ${kind}, which has no \`${name}\`. NumPy makes an array of it: \`np.array(…)\`.`;
  }
  return null;
}

/** What a slip of the pen may have meant. */
const known = [
  ...[
    "exp",
    "log",
    "sqrt",
    "sin",
    "cos",
    "tan",
    "tanh",
    "array",
    "zeros",
    "ones",
    "dot",
    "sum",
    "mean",
    "maximum",
  ],
  ...[
    "minimum",
    "where",
    "outer",
    "matmul",
    "transpose",
    "reshape",
    "square",
    "sign",
    "zeros_like",
    "ones_like",
  ],
  ...["abs", "power", "multiply", "add", "subtract", "divide", "eye", "concatenate", "stack", "pi"],
];

const methodsOfArrays =
  /^(?:add|sub|mul|div|pow|neg|matmul|dot|exp|log|sqrt|abs|sign|tanh|sigmoid|relu|sum|mean|maximum|minimum|square)$/;

const makingArrays =
  "arrays are made by `NdArray.from([1, 2])`, `NdArray.zeros([2, 3])`, `NdArray.ones([2, 3])` and `NdArray.full([2, 3], 1)`.";

const notCallable = /^(.+?)\.(\w+) is not a function/;

function inJavaScript({ message, params, arrays, code }: RaisedException): string | null {
  if (/\bimport\s*\(/.test(code) && /import|specifier/i.test(message)) {
    return "there is nothing to import here. `Math` is there without it, and arrays bring their operations along, such as `x.exp()`.";
  }
  if (message.startsWith("Class constructor") && /(?<!new )\bNdArray\s*\(/.test(code)) return makingArrays;
  const call = notCallable.exec(message);
  if (call) {
    const [, object, name] = call as unknown as [string, string, string];
    if (object === "Math") {
      if (name === "ln") return "the natural logarithm is called `Math.log`.";
      const near = nearest(name, Object.getOwnPropertyNames(Math));
      return `\`Math\` has no \`${name}\`.${near === null ? "" : ` Did you mean \`Math.${near}\`?`}`;
    }
    if (object === "NdArray") return `\`NdArray\` has no \`${name}\`: ${makingArrays}`;
    const isNumber = params.includes(object) && !arrays.includes(object);
    if (isNumber) {
      const instead =
        functionsOfNumbers.test(name) || name === "abs" ? `\`Math.${name}(${object})\`` : ofNumber[name];
      return `\`${object}\` is a single number, and numbers have no \`${name}\`.${instead === undefined ? "" : ` For that write ${instead}.`}`;
    }
    if (methodsOfArrays.test(name)) {
      const instead = ofNumber[name] ?? (functionsOfNumbers.test(name) ? `\`Math.${name}(x)\`` : null);
      return `\`${object}\` is no array, so it has no \`${name}\`.${instead === null ? "" : ` If it is a number, write ${instead}.`}`;
    }
    if (arrays.length > 0) {
      const aside = ofPlainArrays.test(name)
        ? ` To go through the entries one by one, make a plain array of it first: \`[...${/^\w+$/.test(object) ? object : "x"}].${name}(…)\`.`
        : "";
      return `\`${object}\` has no \`${name}\`. ${operations}${aside}`;
    }
    return null;
  }
  const ofNothing = /^Cannot (?:read properties of|destructure .* as it is) (undefined|null)\b/.exec(message);
  if (ofNothing) {
    return `something here is \`${ofNothing[1]!}\`: an entry past the end of an array, a name without a value yet, or what a function without \`return\` gave.`;
  }
  if (message.startsWith("Assignment to constant variable")) {
    return "a `const` keeps its value. Declare it with `let` if it is to change.";
  }
  if (
    /^(?:\S+) is not iterable/.test(message) &&
    params.some((param) => message.startsWith(`${param} `) && !arrays.includes(param))
  ) {
    return "this is a single number, which has no entries. Compute with it as it is.";
  }
  if (/[Mm]ix.* BigInt|BigInt.* to number|mix of BigInt/.test(message))
    return "leave out the `n` after numbers: `2n` is a kind of integer that doesn’t mix with others.";
  return null;
}
