/** What is asked of a value that doesn't have it: AttributeError, "is not a function". */
import type { Raised } from "#grader/exceptions/setting.ts";
import { nearest } from "#grader/exceptions/names.ts";

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
  backward: "nothing here: autograd is switched off while grading",
  grad: "nothing here: autograd is switched off while grading",
  detach: "nothing here: autograd is switched off while grading",
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

const operations = "An array’s operations are methods: `x.mul(y)`, `x.exp()`, `x.sum()`, `X.matmul(W)`.";

export function explainMember(raised: Raised): string | null {
  return raised.language === "python" ? inPython(raised) : inJavaScript(raised);
}

function inPython({ message, shown }: Raised): string | null {
  const absent = /^'(\w+)' is not part of this Python\. (There are .*)$/.exec(message);
  if (absent) {
    const [, module, available] = absent as unknown as [string, string, string];
    const near = nearest(module, available.match(/\w+/g)!);
    return near === null ? null : `there is no module \`${module}\`. Did you mean \`${near}\`?`;
  }
  const ofModule = /^module '(\w+)' has no attribute '(\w+)'$/.exec(message);
  const imported = /^cannot import name '(\w+)' from '(\w+)'$/.exec(message);
  if (ofModule ?? imported) {
    const [module, name] = ofModule ? [ofModule[1]!, ofModule[2]!] : [imported![2]!, imported![1]!];
    if (shown.includes(name)) {
      return `\`${module}\` has no \`${name}\`. The page defines one: copy its definition from there, above your own function.`;
    }
    if (name === "ln") return `the natural logarithm is called \`${module}.log\`.`;
    if (module === "numpy" && Object.hasOwn(inNumPy, name)) {
      return `NumPy has no \`${name}\`. For that write ${inNumPy[name]!}.`;
    }
    const near = nearest(name, known);
    return `\`${module}\` has no \`${name}\`.${near === null ? " Look at how it is spelled." : ` Did you mean \`${near}\`?`}`;
  }
  const ofValue = /^'([\w.]+)' object has no attribute '(\w+)'$/.exec(message);
  if (!ofValue) return null;
  const [, type, name] = ofValue as unknown as [string, string, string];
  if (type === "numpy.ndarray") {
    return `NumPy’s arrays have no \`${name}\`.${Object.hasOwn(inNumPy, name) ? ` For that write ${inNumPy[name]!}.` : " Look at how it is spelled."}`;
  }
  if (type === "float" || type === "int") {
    const instead = functionsOfNumbers.test(name)
      ? `\`math.${name}(x)\`, with \`import math\` on the first line`
      : ofNumber[name];
    return `this is a single number, and numbers have no \`${name}\`.${instead === undefined ? "" : ` For that write ${instead}.`}`;
  }
  if (type === "NoneType") {
    return `this is \`None\`, which has no \`${name}\`. A function that returns nothing gives \`None\`: does one of yours lack its \`return\`?`;
  }
  if (type === "list" || type === "tuple") {
    return `this is a ${type}, which has no \`${name}\`. NumPy makes an array of it: \`np.array(…)\`.`;
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

/** V8 and SpiderMonkey name what was called; JavaScriptCore too, and goes on. */
const notCallable = /^(.+?)\.(\w+) is not a function/;

function inJavaScript({ message, params, arrays }: Raised): string | null {
  const call = notCallable.exec(message);
  if (call) {
    const [, object, name] = call as unknown as [string, string, string];
    if (object === "Math") {
      if (name === "ln") return "the natural logarithm is called `Math.log`.";
      const near = nearest(name, Object.getOwnPropertyNames(Math));
      return `\`Math\` has no \`${name}\`.${near === null ? "" : ` Did you mean \`Math.${near}\`?`}`;
    }
    const isNumber = params.includes(object) && !arrays.includes(object);
    if (isNumber) {
      const instead =
        functionsOfNumbers.test(name) || name === "abs" ? `\`Math.${name}(${object})\`` : ofNumber[name];
      return `\`${object}\` is a single number, and numbers have no \`${name}\`.${instead === undefined ? "" : ` For that write ${instead}.`}`;
    }
    if (arrays.length > 0) {
      const aside = ofPlainArrays.test(name)
        ? ` To go through the entries one by one, make a plain array of it first: \`[...${/^\w+$/.test(object) ? object : "x"}].${name}(…)\`.`
        : "";
      return `\`${object}\` has no \`${name}\`. ${operations}${aside}`;
    }
    return null;
  }
  const ofNothing =
    /^Cannot read properties of (undefined|null) \(reading '(\w+)'\)$|^(?:\S+ is|can't access property "\w+", \S+ is) (undefined|null)$/.exec(
      message,
    );
  if (ofNothing) {
    return `something here is \`${ofNothing[1] ?? ofNothing[3]!}\`: an entry past the end of an array, a name without a value yet, or what a function without \`return\` gave.`;
  }
  if (/^Assignment to constant variable|^invalid assignment to const/.test(message)) {
    return "a `const` keeps its value. Declare it with `let` if it is to change.";
  }
  if (message.includes("BigInt"))
    return "leave out the `n` after numbers: `2n` is a kind of integer that doesn’t mix with others.";
  return null;
}
