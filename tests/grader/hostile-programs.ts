/**
 * Answers to `scalar/square` that are wrong and meddle with how they are run, read or told of: by what each meddles with. None may be
 * correct, none may cost more than its own verdict.
 */
import type { Language } from "#reading/language.ts";

const wrongPython = "def d_x_square(x):\n    return 3 * x\n";
const wrongJavaScript = "function dXSquare(x) { return 3 * x; }\n";

/** The body of the function asked for. */
const python = (body: string) => `def d_x_square(x):\n    ${body.replaceAll("\n", "\n    ")}\n`;
const javaScript = (body: string) => `function dXSquare(x) { ${body} }`;

const inPython: Readonly<Record<string, string>> = {
  "sys.exit after the function": `import sys\n${wrongPython}sys.exit()\n`,
  "sys.exit in the function": python("import sys\nsys.exit()"),
  "raise SystemExit": `${wrongPython}raise SystemExit\n`,
  "raise KeyboardInterrupt": `${wrongPython}raise KeyboardInterrupt\n`,
  "a name that is a number": `def f(x):\n    return x\nglobals()[5] = f\n`,
  "another module's name": `__name__ = "x"\nimport js\n${wrongPython}`,
  "a module's name that is none": `__name__ = 5\n${wrongPython}import math\n`,
  "the harness replaced": `import sys\nsys.modules["_harness"].to_host = lambda value: None\n${wrongPython}`,
  "the harness imported": `import _harness\n_harness.run_calls = lambda *args: None\n${wrongPython}`,
  "the harness through a function's globals": `import builtins\nbuiltins.__import__.__globals__["run_calls"] = None\n${wrongPython}`,
  "the harness through the keyboard": `input.__globals__["_host"].returned(None)\n${wrongPython}`,
  "the host module": `__name__ = "x"\nimport _host\n_host.returned(_host.number(1.0, False))\n${wrongPython}`,
  "MicroPython's own import": `import builtins\ndel builtins.__import__\nimport js\njs.Array.prototype.every = lambda *args: True\n${wrongPython}`,
  jsffi: `import builtins\ndel builtins.__import__\nimport jsffi\njsffi.to_js([1]).constructor.isArray = lambda *args: False\n${wrongPython}`,
  "the engine's prototypes": `import sys\nsys.modules["_ffi"].engine.full.constructor.prototype.call = None\n${wrongPython}`,
  "an engine call with an object of its own": python(
    "import sys\nclass Fake:\n    @property\n    def value(self):\n        return self\nreturn sys.modules['_ffi'].engine.array_matmul(Fake(), Fake())",
  ),
  "builtins replaced": `import builtins\nfor name in ("isinstance", "hasattr", "repr", "type", "len", "callable"):\n    setattr(builtins, name, lambda *args: None)\n${wrongPython}`,
  "isinstance that always agrees": `import builtins\nbuiltins.isinstance = lambda *args: True\n${wrongPython}`,
  "numpy replaced": `import sys\nclass Fake:\n    ndarray = object\nsys.modules["numpy"] = Fake\n${wrongPython}`,
  "an array without its numbers": python("import numpy as np\na = np.zeros(())\na._v = 5\nreturn a"),
  "an array that was never made": python(
    "import numpy as np\nclass A(np.ndarray):\n    pass\nreturn object.__new__(A)",
  ),
  "an empty array": python("import numpy as np\nreturn np.zeros((0,))"),
  "an array without end": python("import numpy as np\nreturn np.zeros((20000, 2000))"),
  "a list without end": python("return [0] * 100000"),
  "a list in itself": python("a = []\na.append(a)\nreturn a"),
  "lists in lists a hundred times": python("a = 1.0\nfor _ in range(100):\n    a = [a]\nreturn a"),
  "a value without words": python("class A:\n    def __repr__(self):\n        raise SystemExit\nreturn A()"),
  "words that are no text": python("class A:\n    def __repr__(self):\n        return 5\nreturn A()"),
  "words without end": python("return 'e' * 2000000"),
  "a class of no name": python("class A:\n    pass\nA.__name__ = 5\nreturn A()"),
  "hostile attributes": `class A:\n    @property\n    def __class__(self):\n        raise SystemExit\n    @property\n    def __globals__(self):\n        raise SystemExit\na = A()\n`,
  "an error without words": `class E(Exception):\n    def __str__(self):\n        raise SystemExit\nraise E()\n`,
  "an error of two megabytes": "raise ValueError('e' * 2000000)\n",
  "an error of brackets": "raise ValueError('[' * 100000)\n",
  "an error that names lines": `raise ValueError('\\n  File "learner.py", line 99999999999\\n')\n`,
  "a function of another kind":
    "class F:\n    def __call__(self, *args):\n        raise SystemExit\nd_x_square = F()\n",
  "a tuple of two": python("return 3 * x, 3 * x"),
  "output without end": `${wrongPython}for _ in range(2000):\n    print("spam" * 100)\n`,
};

const inJavaScript: Readonly<Record<string, string>> = {
  "toValue of an array's own": javaScript(
    `const r = NdArray.zeros([1]); r.toValue = () => ({ kind: "array", shape: [], data: [] }); return r;`,
  ),
  "toValue that is nothing": javaScript("const r = NdArray.zeros([1]); r.toValue = () => null; return r;"),
  "toValue of the prototype": `NdArray.prototype.toValue = () => null;\n${wrongJavaScript}`,
  "a shape of an array's own": javaScript(
    `return Object.defineProperty(NdArray.zeros([1]), "shape", { get: () => [] });`,
  ),
  "an object that inherits from arrays": javaScript("return Object.create(NdArray.prototype);"),
  "a class that extends arrays": `class Mine extends NdArray {}\n${javaScript("return new Mine({ shape: [], entries: () => [] });")}`,
  "data that is sparse": javaScript("const a = []; a.length = 3; return a;"),
  "data of 4e9 holes": javaScript("return new Array(4e9);"),
  "an array in itself": javaScript("const a = []; a[0] = a; return a;"),
  "arrays in arrays, each twice": javaScript(
    "let a = [1]; for (let i = 0; i < 40; i++) a = [a, a]; return a;",
  ),
  "an array that is a proxy": javaScript("return new Proxy([1], { get() { throw new Error('a trap'); } });"),
  "an array that iterates on its own": javaScript(
    "const a = [3 * x]; a[Symbol.iterator] = function* () {}; return a;",
  ),
  "a typed array that lies": `class Mine extends Float64Array { get length() { return 0; } }\n${javaScript("return new Mine(1);")}`,
  "an array without end": javaScript("return NdArray.zeros([20000, 2000]);"),
  "rows without end": javaScript("return NdArray.zeros([100000, 100000, 0]);"),
  "push replaced": `Array.prototype.push = () => 0;\n${wrongJavaScript}`,
  "map replaced": `Array.prototype.map = () => [];\n${wrongJavaScript}`,
  "entries replaced": `Array.prototype.entries = function* () {};\n${wrongJavaScript}`,
  "the iterator of arrays replaced": `Array.prototype[Symbol.iterator] = function* () {};\n${wrongJavaScript}`,
  "the steps of iterators replaced": `Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true });\n${wrongJavaScript}`,
  "the steps of generators replaced": `Object.getPrototypeOf(function* () {}).prototype.next = () => ({ done: true });\n${wrongJavaScript}`,
  "Array.from replaced": `Array.from = () => [];\n${wrongJavaScript}`,
  "Array.isArray replaced": `Array.isArray = () => true;\n${wrongJavaScript}`,
  "Array replaced": `globalThis.Array = function () {};\n${wrongJavaScript}`,
  "Number.isInteger replaced": `Number.isInteger = () => { throw null; };\n${wrongJavaScript}`,
  "then of promises replaced": `Promise.prototype.then = function (f) { f({ ok: true, results: [] }); };\n${wrongJavaScript}`,
  "then of all objects": `Object.defineProperty(Object.prototype, "then", { get: () => (f) => f({ ok: true, results: [] }) });\n${wrongJavaScript}`,
  "then of the function": `${wrongJavaScript}dXSquare.then = (f) => f({ ok: true, results: [] });`,
  "kind of all objects": `Object.prototype.kind = "started";\n${wrongJavaScript}`,
  "instanceof replaced": `Object.defineProperty(NdArray, Symbol.hasInstance, { value: () => true });\n${wrongJavaScript}`,
  "instanceof of all replaced": `Function.prototype[Symbol.hasInstance] = () => true;\n${wrongJavaScript}`,
  "call replaced": `Function.prototype.call = Function.prototype.apply = () => 0;\n${wrongJavaScript}`,
  "private fields' maps replaced": `WeakMap.prototype.get = () => 0; Map.prototype.get = () => 0;\n${wrongJavaScript}`,
  "the message's way out": `for (const f of ["postMessage", "send", "process"]) globalThis[f]({ kind: "done" });\n${wrongJavaScript}`,
  "an error's name that is a buffer": javaScript(
    `throw Object.assign(new Error("no"), { name: new ArrayBuffer(8) });`,
  ),
  "an error's message that is an object": javaScript(
    `throw Object.assign(new Error(), { message: { toString: null } });`,
  ),
  "an error's stack that is a number": javaScript(
    `throw Object.defineProperty(new Error("no"), "stack", { value: 5 });`,
  ),
  "an error that does not want to be read": javaScript(
    `throw Object.defineProperty(new Error(), "message", { get() { throw null; } });`,
  ),
  "an error of two megabytes": javaScript(`throw new Error("e".repeat(2000000));`),
  "an error of brackets": javaScript(`throw new Error("[".repeat(100000));`),
  "null thrown": javaScript("throw null;"),
  "a symbol thrown": javaScript("throw Symbol('x');"),
  "a proxy thrown": javaScript(
    "const trap = () => { throw null; }; throw new Proxy({}, { get: trap, getPrototypeOf: trap, ownKeys: trap });",
  ),
  "a value without words": javaScript("return { toString() { throw null; } };"),
  "a value that names its class": javaScript(
    "return { constructor: Object.defineProperty(() => 0, 'name', { value: {} }) };",
  ),
  "a symbol": javaScript("return Symbol('x');"),
  "code of brackets": "[".repeat(100_000),
  "a stack of call sites": `Error.prepareStackTrace = (_, sites) => sites;\n${javaScript("throw new Error('no');")}`,
  "no stack at all": `Error.stackTraceLimit = 0;\n${javaScript("throw new Error('no');")}`,
  "output without end": `for (let i = 0; i < 2000; i++) console.log("spam".repeat(100));\n${wrongJavaScript}`,
};

export interface HostileProgram {
  /** What it meddles with. */
  name: string;
  code: string;
}

const named = (programs: Readonly<Record<string, string>>): HostileProgram[] =>
  Object.entries(programs).map(([name, code]) => ({ name, code }));

export const hostilePrograms: Readonly<Record<Language, readonly HostileProgram[]>> = {
  python: named(inPython),
  javascript: named(inJavaScript),
};
