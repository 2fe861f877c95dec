/** Explains where JavaScript can't be read. Acorn says "Unexpected token" of nearly everything; the usual slips show in the tokens. */
import { tokenizer, type Options } from "acorn";
import { distance } from "fastest-levenshtein";
import { reworded, type Rewordings } from "#reading/reworded.ts";
import { whyNoModule } from "#runtime/javascript/modules.ts";

export const options = {
  ecmaVersion: "latest",
  sourceType: "script",
  allowAwaitOutsideFunction: true,
} as const satisfies Options;

/** What stands around the place where reading ended. */
interface Place {
  /** The token that was not expected, and the one before it; empty at the ends. */
  token: string;
  before: string;
  /** The line's text up to the token, and from it on; all that stands before. */
  left: string;
  right: string;
  past: string;
}

/** Words of other languages, and what they are here. */
const otherWords: Readonly<Record<string, string>> = {
  and: "&&",
  or: "||",
  not: "!",
  elif: "else if",
  def: "function",
  fn: "function",
  func: "function",
  fun: "function",
  lambda: "x => …",
  is: "===",
};

const keywords = ["return", "function", "const", "while", "else", "let", "var", "for"];

const hints: readonly ((place: Place) => string | null)[] = [
  ({ token, left }) =>
    /^\s*\??$/.test(token) || !left.trimEnd().endsWith("#")
      ? null
      : "`#` begins no comment in JavaScript. A comment begins with `//`.",
  ({ token }) => otherWord(token),
  ({ before }) => otherWord(before),
  ({ left }) => otherWord(/^\s*(\w+)/.exec(left)?.[1] ?? ""),
  ({ token, left }) =>
    token === "**" && /[-+!~]\s*[\w.]+(?:\([^()]*\))?\s*$/.test(left)
      ? "a sign before a power can be meant in two ways, so JavaScript wants brackets: `-(x ** 2)` or `(-x) ** 2`."
      : null,
  ({ token, left }) =>
    token === ":" && /function\b[^(]*\([^()]*\)\s*$/.test(left)
      ? "a function’s body stands in braces: `function f(x) { … }`."
      : null,
  ({ token, left }) =>
    token === ":" && /(?:function\b[^(]*|=)\s*\([^()]*$/.test(left)
      ? "types such as `: number` are TypeScript’s. Leave them out."
      : null,
  ({ past, token }) =>
    token !== "{" && token !== ":" && /function\b[^(]*\([^()]*\)\s*$/.test(past)
      ? "the `{` that begins the function’s body is missing."
      : null,
  ({ token, left }) =>
    token === "(" && /\bfunction\s*$/.test(left)
      ? "this function has no name. Write it between `function` and the bracket."
      : null,
  ({ token, left }) =>
    token === "{" && /^\s*\w+\s*\([^()]*\)\s*$/.test(left) && !/^\s*(?:if|for|while|switch)\b/.test(left)
      ? "`function` is missing at the beginning of this line."
      : null,
  ({ before }) =>
    before === "if" || before === "while"
      ? `what is asked stands in brackets: \`${before} (x > 0) { … }\`.`
      : null,
  ({ token }) => (token === "if" ? "a choice inside an expression is written `x > 0 ? a : b`." : null),
  ({ token, left }) => (token === ">" && left.trimEnd().endsWith("-") ? "an arrow is written `=>`." : null),
  ({ before, token }) => misspelt(before, token),
  ({ token }) => (token === "@" ? "a product of matrices is written `X.matmul(W)` in JavaScript." : null),
  ({ before, token, past }) =>
    /^(?:[-+*/%=<>&|,]|\*\*|[<>=!]=|={3}|!==|[-+*/]=)$/.test(before) && /^(?:[)\]};]|)$/.test(token)
      ? `something is missing after \`${lastLine(past).replaceAll("`", "").slice(-24).trim()}\`.`
      : null,
];

/** The last line that holds anything. */
const lastLine = (text: string): string => text.trimEnd().split("\n").at(-1)!;

const otherWord = (word: string): string | null =>
  Object.hasOwn(otherWords, word) ? `\`${word}\` is written \`${otherWords[word]!}\` in JavaScript.` : null;

/** `retrun 2 * x` */
function misspelt(word: string, next: string): string | null {
  if (!/^[A-Za-z]{2,}$/.test(word) || !/^[\w"'`([{]/.test(next) || keywords.includes(word)) return null;
  const meant = keywords.find(
    (keyword) => distance(word.toLowerCase(), keyword) <= (keyword.length > 3 ? 2 : 1),
  );
  return meant ? `\`${word}\` is no word of JavaScript. Did you mean \`${meant}\`?` : null;
}

const rewordings: Rewordings = [
  [
    /^'return' outside of function$/,
    () => "this `return` stands outside every function. Is a `}` too early, or the line `function …` gone?",
  ],
  [
    /^Identifier '(.+)' has already been declared$/,
    (name) =>
      `'${name}' has already been declared. To give it another value, leave out \`let\` or \`const\`.`,
  ],
  [
    /^Unterminated string constant$/,
    () => "Unterminated string: it begins on this line, and its quote is missing at the end.",
  ],
  [/^Unterminated template$/, () => "Unterminated template: its second backquote is missing."],
  [
    /^Unterminated regular expression$/,
    () => "a `/` stands where a value was expected. Look at what is to be divided.",
  ],
  [
    /^Assigning to rvalue$/,
    () => "on the left of `=` stands something that can’t be given a value. It takes a name there.",
  ],
  [
    /^The keyword '(.+)' is reserved$/,
    (word) => `\`${word}\` has no place in JavaScript here. Leave it out.`,
  ],
  [
    /^Unexpected character '(.)'$/u,
    (character) => `\`${character}\` means nothing in JavaScript. Delete it, or write what it stands for.`,
  ],
];

/** @param position where acorn stopped reading, and what it said */
export function explain(code: string, position: number, message: string): string {
  const place = placeAt(code, position);
  for (const hint of hints) {
    const message = hint(place);
    if (message !== null) return message;
  }
  const known = reworded(message, rewordings);
  if (known !== null) return known;
  if (message.includes("sourceType: module")) {
    const why = whyNoModule(code);
    if (why !== null) return why;
  }
  if (message !== "Unexpected token") return `${message}.`;
  return (
    unpaired(code, position) ??
    `\`${place.token}\` was not expected here. Look at it, and at what stands just before it.`
  );
}

function placeAt(code: string, position: number): Place {
  const start = Math.max(...["\n", "\r"].map((end) => code.lastIndexOf(end, position - 1))) + 1;
  const end = /[\n\r]|$/.exec(code.slice(position))!.index + position;
  const before = lastToken(code, position);
  return {
    token: tokenAt(code, position),
    before,
    left: code.slice(start, position),
    past: code.slice(0, position),
    right: code.slice(position, end),
  };
}

function lastToken(code: string, position: number): string {
  let last = "";
  try {
    for (const { start, end } of tokenizer(code, options)) {
      if (start >= position) break;
      last = code.slice(start, end);
    }
  } catch {
    // Up to what can't be read at all.
  }
  return last;
}

function tokenAt(code: string, position: number): string {
  try {
    const { start, end } = tokenizer(code.slice(position), options).getToken();
    return code.slice(position + start, position + end);
  } catch {
    return code.charAt(position);
  }
}

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "${": "}" };

/** The line of a place in the code, counted from 1. */
export const lineAt = (code: string, at: number): number =>
  code.slice(0, Math.max(0, at)).split(/\r\n|[\n\r\u2028\u2029]/).length;

/** A bracket without its partner, if that is why reading ended here. */
function unpaired(code: string, position: number): string | null {
  const open: { bracket: string; at: number }[] = [];
  try {
    for (const { start, end } of tokenizer(code, options)) {
      if (start > position) break;
      const text = code.slice(start, end);
      if (text in closing) {
        if (start < position) open.push({ bracket: text, at: start });
      } else if (Object.values(closing).includes(text)) {
        const partner = open.at(-1);
        if (!open.some(({ bracket }) => closing[bracket] === text)) {
          return `\`${text}\` closes nothing that was opened.`;
        }
        if (closing[partner!.bracket] === text) open.pop();
        else return neverClosed(code, partner!);
      }
    }
  } catch {
    return null;
  }
  const last = open.at(-1);
  if (code.slice(position).trim() === "") {
    return last ? `the code ends too early: ${neverClosed(code, last)}` : "the code ends too early.";
  }
  return last && last.bracket !== "{" && code[position] === ";" ? neverClosed(code, last) : null;
}

const neverClosed = (code: string, { bracket, at }: { bracket: string; at: number }): string =>
  `the \`${bracket}\` on line ${lineAt(code, at)} is never closed.`;
