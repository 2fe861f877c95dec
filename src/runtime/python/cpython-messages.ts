/** MicroPython's error messages, said as CPython says them: those are the ones that learners know and find explained. */

const operators: Readonly<Record<string, string>> = {
  add: "+",
  sub: "-",
  mul: "*",
  truediv: "/",
  floordiv: "//",
  mod: "%",
  pow: "** or pow()",
  matmul: "@",
  and: "&",
  or: "|",
  xor: "^",
  lshift: "<<",
  rshift: ">>",
  lt: "<",
  le: "<=",
  gt: ">",
  ge: ">=",
  neg: "-",
  pos: "+",
  invert: "~",
};

const comparisons = ["lt", "le", "gt", "ge"];

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

type Rewording = [pattern: RegExp, say: (...groups: string[]) => string];

const rewordings: readonly Rewording[] = [
  [/^name '(.+)' isn't defined$/, (name) => `name '${name}' is not defined`],
  [
    /^local variable referenced before assignment$/,
    () => "a local variable is used before it is given a value in this function",
  ],
  [/^('.+' object) isn't (.+)$/, (object, adjective) => `${object} is not ${adjective}`],
  [
    /^('.+' object) doesn't support item assignment$/,
    (object) => `${object} does not support item assignment`,
  ],
  [/^divide by zero$/, () => "division by zero"],
  [/^need more than (\d+) values to unpack$/, (got) => `not enough values to unpack (got ${got})`],
  [
    /^invalid syntax for integer with base (\d+): (.*)$/,
    (base, text) => `invalid literal for int() with base ${base}: ${text}`,
  ],
  [/^invalid syntax for number$/, () => "could not convert string to float"],
  [/^can't import name (.+)$/, (name) => `cannot import name '${name}'`],
  [
    /^function missing required positional argument #(\d+)$/,
    (place) => `argument number ${Number(place) + 1} is missing`,
  ],
  [/^function missing required keyword argument '(.+)'$/, (name) => `keyword argument '${name}' is missing`],
  [/^function missing keyword-only argument$/, () => "a keyword-only argument is missing"],
  [
    /^(.+\(\)) takes (\d+) positional arguments but (\d+) were given$/,
    (call, takes, given) => {
      const missing = Number(takes) - Number(given);
      return missing > 0
        ? `${call} missing ${counted(missing, "required positional argument")}`
        : `${call} takes ${counted(Number(takes), "positional argument")} but ${given} were given`;
    },
  ],
  [/^unexpected keyword argument ('.+')$/, (name) => `got an unexpected keyword argument ${name}`],
  [/^module '_(\w+)' has/, (name) => `module '${name}' has`],
  [
    /^(list|tuple) indices must be integers, not/,
    (kind) => `${kind} indices must be integers or slices, not`,
  ],
  [/^unsupported type for __hash__: ('.+')$/, (type) => `unhashable type: ${type}`],
  [
    /^unsupported types for __i?add__: '(str|list|tuple)', '(.+)'$/,
    (left, right) => `can only concatenate ${left} (not "${right}") to ${left}`,
  ],
  [
    /^unsupported types for __i?mul__: '(?:str|list|tuple)', '(.+)'$/,
    (right) => `can't multiply sequence by non-int of type '${right}'`,
  ],
  [
    /^unsupported types for __(\w+)__: '(.+)', '(.+)'$/,
    (name, left, right) => {
      const inPlace = operators[name] === undefined && name.startsWith("i");
      const operator = inPlace ? `${operators[name.slice(1)] ?? name}=` : (operators[name] ?? name);
      return comparisons.includes(name)
        ? `'${operator}' not supported between instances of '${left}' and '${right}'`
        : `unsupported operand type(s) for ${operator}: '${left}' and '${right}'`;
    },
  ],
  [
    /^unsupported type for __(\w+)__: '(.+)'$/,
    (name, type) =>
      `bad operand type for ${operators[name] ? `unary ${operators[name]}` : `${name}()`}: '${type}'`,
  ],
];

/** The message as CPython has it, with whatever follows its known part; one that isn't known as it is. */
export function toCPythonMessage(message: string): string {
  for (const [pattern, say] of rewordings) {
    const match = pattern.exec(message);
    if (match) return say(...match.slice(1)) + message.slice(match[0].length);
  }
  return message;
}
