/**
 * Each engine has its own words for the same mistake. Here those of Firefox and of Safari become those of Chrome and Node, so that an
 * answer is told the same wherever it is graded.
 */
import { reworded, type Rewordings } from "#reading/reworded.ts";

const nothing = (what: string, member: string): string =>
  `Cannot read properties of ${what} (reading '${member}')`;

const withoutNew = (name: string): string =>
  `Class constructor ${name} cannot be invoked without 'new'`.replace("  ", " ");

const mixedIntegers = "Cannot mix BigInt and other types, use explicit conversions";

const rewordings: Rewordings = [
  // Firefox
  [
    /^can't access property "?([^"]+)"?(?:,.* is| of) (undefined|null)$/s,
    (member, what) => nothing(what, member),
  ],
  [/^invalid assignment to const '.+'$/, () => "Assignment to constant variable."],
  [
    /^can't access lexical declaration '(.+)' before initialization$/,
    (name) => `Cannot access '${name}' before initialization`,
  ],
  [/^invalid array length$/, () => "Invalid array length"],
  [/^class constructors must be invoked with 'new'$/, () => withoutNew("")],
  [/^can't convert BigInt to number$/, () => mixedIntegers],
  // Safari
  [/^Can't find variable: (.+)$/, (name) => `${name} is not defined`],
  [/^(.+) is not a function\. \(In '.*', '.*' is .*\)$/s, (what) => `${what} is not a function`],
  [/^undefined is not a function \(near '\.\.\..* of (\w+)\.\.\.'\)$/s, (what) => `${what} is not iterable`],
  [
    /^undefined is not a function \(near '\.\.\.(.*)\.\.\.'\)$/s,
    (place) => `what is taken apart by ${place} is not iterable`,
  ],
  [/^(undefined|null) is not an object \(evaluating '.*\.([\w$]+)'\)$/s, (what, name) => nothing(what, name)],
  [
    /^(undefined|null) is not an object \(evaluating '.*\[([^\]]*)\]'\)$/s,
    (what, place) => nothing(what, place),
  ],
  [/^(undefined|null) is not an object \(evaluating '.*'\)$/s, (what) => `Cannot read properties of ${what}`],
  [/^Attempted to assign to readonly property\.$/, () => "Assignment to constant variable."],
  [/^Cannot access uninitialized variable\.$/, () => "Cannot access a variable before initialization"],
  [
    /^Cannot call a class constructor (?:_(?=NdArray|Tensor))?(.+) without \|new\|$/,
    (name) => withoutNew(name),
  ],
  [/^Invalid mix of BigInt and other type in .+$/, () => mixedIntegers],
  // A class of ours, by the name that the bundler gave it
  [/^Class constructor _(NdArray|Tensor) cannot be invoked without 'new'$/, (name) => withoutNew(name)],
];

/** An engine's message in the words of V8. */
export const toV8Message = (message: string): string => reworded(message, rewordings) ?? message;

/** Of these Safari tells the line on which the function begins, and not the one where it happened. */
export const isPlacedWrongly = (message: string): boolean =>
  /^(?:Attempted to assign to readonly property\.|Cannot access uninitialized variable\.|Out of memory)$/.test(
    message,
  );

/** Whether an engine says in its words that calls went too deep. */
export const isRecursion = (message: string): boolean => /call stack|too much recursion/.test(message);

/** A text or an array that no memory is large enough for. */
export const isOutOfMemory = (message: string): boolean =>
  /allocation failed|out of memory|allocation size overflow|^Invalid string length$/i.test(message);
