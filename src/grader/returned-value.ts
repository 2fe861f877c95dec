/** What a learner's function returned, and what it should have, in words. */
import { joinWithAnd, nameIn, type Exercise } from "#exercise/index.ts";
import type { Language } from "#reading/language.ts";
import { inputShape } from "#grader/call-request.ts";
import type { Case } from "#grader/cases.ts";
import { shapeText } from "#grader/messages.ts";
import { valueText } from "#grader/value-text.ts";
import type { Value } from "#runtime/runtime.ts";

const longest = 40;

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

const uncalled = "a function that was not called";

/** In words of everyday, by the type's name in its language. */
const kinds: Readonly<Record<string, string>> = {
  str: "a string",
  dict: "a dictionary",
  function: uncalled,
  bound_method: uncalled,
  builtin: uncalled,
  closure: uncalled,
  generator: "a generator (it has computed nothing yet: `yield` and `async` put that off)",
  Generator: "a generator (it has computed nothing yet: `yield` puts that off)",
  map: "a `map` (it has computed nothing yet)",
  filter: "a `filter` (it has computed nothing yet)",
  zip: "a `zip` (it has computed nothing yet)",
  Promise: "a promise (it has no value yet: leave out `async`)",
  module: "a module",
  type: "a class",
  list: "a list that is no array of numbers",
  tuple: "a tuple that is no array of numbers",
  Array: "a list that is no array of numbers",
  Object: "an object",
  bool: "a truth value",
  boolean: "a truth value",
  complex: "a complex number",
  bytes: "bytes",
  set: "a set (it keeps no order)",
  frozenset: "a set (it keeps no order)",
  Set: "a set",
  Map: "a map",
  symbol: "a symbol",
  bigint: "a BigInt",
};

/** `a number (\`3\`)`, `an array of shape (3,)`, `a string (\`'2x'\`)`, `nothing (\`None\`)` */
export function describeValue(value: Value, language: Language): string {
  switch (value.kind) {
    case "number":
      if (value.type === "bool") return `a truth value (\`${value.value === 0 ? "False" : "True"}\`)`;
      return `a number (\`${valueText(value)}\`)`;
    case "array":
      if (value.shape.length === 0) return `a number (\`${valueText(value)}\`)`;
      if (value.type && value.shape.length === 1) {
        const [length] = value.shape;
        return `a ${value.type} of ${length!} ${length === 1 ? "number" : "numbers"}`;
      }
      return `${value.type ? `a ${value.type}` : "an array"} of shape ${shapeText(value.shape)}`;
    case "tuple":
      return `${value.items.length} values`;
    case "other": {
      const { type } = value;
      const text = cut(value.text.replaceAll("`", "'"));
      if (["NoneType", "undefined", "null"].includes(type)) return `nothing (\`${text}\`)`;
      const known = Object.hasOwn(kinds, type) && !(language === "javascript" && type === "map");
      // An address in memory tells nobody anything.
      const shown = /^<|^\[function|^Promise$|^\{\}$/.test(text) ? "" : ` (\`${text}\`)`;
      if (known) return kinds[type]! + shown;
      if (!/^[\w.]+$/.test(type)) return `something that is no number${shown}`;
      return `${/^[aeiou]/i.test(type) ? "an" : "a"} \`${type}\`${shown}`;
    }
  }
}

/** The shape of the gradient, which is that of the input. */
function shapeOfInput(exercise: Exercise, each: Case, name: string): string {
  const shape = inputShape(exercise, each, name);
  return shape.length === 0 ? "a number" : `an array of shape ${shapeText(shape)}`;
}

/** Whether it is several numbers in brackets, or with a comma between them, where one is due. */
export const isListForNumber = (exercise: Exercise, each: Case, wrt: string, value: Value): boolean =>
  value.kind === "array" && value.type !== undefined && shapeOfInput(exercise, each, wrt) === "a number";

/** What is due, an output at a time, as a sentence. */
export function expectedReturn(exercise: Exercise, language: Language, each: Case): string {
  const { wrt } = exercise;
  const outputs = wrt.map((name) => ({
    name: `\`${nameIn(language, name)}\``,
    shape: shapeOfInput(exercise, each, name),
  }));
  if (outputs.length === 1) {
    const [{ name, shape }] = outputs as [(typeof outputs)[number]];
    return `Return the derivative with respect to ${name}, ${shape}: end the function with \`return\` and its value.`;
  }
  const names = wrt.map((name) => `d${nameIn(language, name)}`).join(", ");
  const shapes = new Set(outputs.map(({ shape }) => shape));
  const what =
    shapes.size === 1
      ? `${joinWithAnd(outputs.map(({ name }) => name))}, each ${outputs[0]!.shape}`
      : joinWithAnd(outputs.map(({ name, shape }) => `${name} (${shape})`));
  return `Return ${wrt.length} gradients, in this order: those with respect to ${what}. Write \`return ${language === "python" ? names : `[${names}];`}\`.`;
}
