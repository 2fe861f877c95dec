import { edited, insertion, type Edit } from "#runtime/python/source/edits.ts";
import { withoutLiterals } from "#runtime/python/source/literals.ts";

/**
 * MicroPython's dictionaries forget the order of their keys, and its lists, tuples and sets can't be written with a star in
 * them. Here `{"a": 1}` becomes `_dict(("a", 1))`, whose order stays, and `[*x, 1]` becomes `_list(*x, 1)`.
 */
export function withDisplayCalls(code: string): string {
  const text = withoutLiterals(code);
  const edits: Edit[] = [];
  const open: Display[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    const inner = open.at(-1);
    if ("([{".includes(character)) {
      open.push({ bracket: character, at, cuts: [], colons: [], lambda: false, loop: null });
    } else if (")]}".includes(character)) {
      const display = open.pop();
      if (display && partners[display.bracket] === character) {
        edits.push(...rewriting(text, display, at, open.length === 0));
      }
    } else if (inner === undefined) continue;
    else if (character === ",") {
      if (!inner.lambda) inner.cuts.push(at);
    } else if (character === ":" && text[at + 1] !== "=") {
      if (inner.lambda) inner.lambda = false;
      else inner.colons.push(at);
    } else if (startsWord(text, at)) {
      if (text.startsWith("lambda", at)) inner.lambda = true;
      else if (/^(?:async\s+)?for\b/.test(text.slice(at, at + 20))) inner.loop ??= at;
    }
  }
  return edited(code, edits);
}

/** What stands between brackets, as far as it has been read. */
interface Display {
  bracket: string;
  at: number;
  /** Its own commas and colons, not those of brackets within. */
  cuts: number[];
  colons: number[];
  /** Whether the next colon is a lambda's. */
  lambda: boolean;
  /** Where a comprehension's `for` stands. */
  loop: number | null;
}

const partners: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

const startsWord = (text: string, at: number): boolean =>
  /\w/.test(text[at]!) && !/\w/.test(text[at - 1] ?? " ");

/** Words that a display may follow; after any other, brackets are a call or an index. */
const keyword = /(?<![\w.])(?:return|yield|in|and|or|not|if|elif|else|while|assert|lambda|is)$/;

const replacement = (at: number, text: string, length = 1): Edit => ({ start: at, end: at + length, text });

function rewriting(text: string, display: Display, end: number, outermost: boolean): Edit[] {
  const { bracket, at, cuts, colons, loop } = display;
  const before = text.slice(Math.max(0, at - 40), at).trimEnd();
  if (bracket === "(" && /(?<![\w.])dict$/.test(text.slice(0, at)) && loop === null) {
    return madeDictionary(text, display, end);
  }
  if (bracket !== "{" && /[\w)\]}"']$/.test(before) && !keyword.test(before)) return [];
  const items = itemsOf(text, [at, ...cuts, end]);
  if (bracket === "{" && (items.length === 0 || colons.length > 0 || items.some(isDoubleStar))) {
    return loop === null ? pairs(items, display, end) : comprehension(text, display, end);
  }
  const starred = items.some(({ word }) => word.startsWith("*"));
  const isTarget = outermost && isAssigned(text, at, end);
  if (!starred || loop !== null || isTarget || (bracket === "(" && cuts.length === 0)) return [];
  const maker = { "(": "_tuple(", "[": "_list(", "{": "_set(" }[bracket]!;
  return [replacement(at, maker), replacement(end, ")")];
}

/** Whether values are unpacked into what stands between the brackets: `[a, *b] = x`, `for (a, *b) in x`. */
function isAssigned(text: string, start: number, end: number): boolean {
  const before = text.slice(text.lastIndexOf("\n", start) + 1, start);
  return /^[^\n]*?(?<![=!<>:])=(?!=)/.test(text.slice(end + 1)) || /\bfor\b(?!.*\bin\b)/.test(before);
}

interface Item {
  start: number;
  end: number;
  word: string;
}

const isDoubleStar = ({ word }: Item): boolean => word.startsWith("**");

/** What stands between cuts, without the space around it. */
function itemsOf(text: string, cuts: readonly number[]): Item[] {
  return cuts.slice(1).flatMap((cut, i) => {
    const whole = text.slice(cuts[i]! + 1, cut);
    const word = whole.trim();
    const start = cuts[i]! + 1 + whole.length - whole.trimStart().length;
    return word === "" ? [] : [{ start, end: start + word.length, word }];
  });
}

function pairs(items: readonly Item[], { at, colons }: Display, end: number): Edit[] {
  const edits = [replacement(at, "_dict("), replacement(end, ")")];
  for (const item of items) {
    if (isDoubleStar(item)) {
      edits.push(replacement(item.start, "*_pairs(", 2), insertion(item.end, ")"));
      continue;
    }
    const colon = colons.find((place) => place > item.start && place < item.end);
    if (colon === undefined) return [];
    edits.push(insertion(item.start, "("), replacement(colon, ","), insertion(item.end, ")"));
  }
  return edits;
}

/** `dict(a=1)` becomes `_dict(("a", 1))`; any other call goes to `_dict_from`. */
function madeDictionary(text: string, { at, cuts }: Display, end: number): Edit[] {
  const name = "dict";
  const items = itemsOf(text, [at, ...cuts, end]);
  const named = items.map(({ word }) => /^(\w+)\s*=(?!=)/.exec(word));
  if (named.length === 0 || !named.every((match) => match !== null)) {
    return [replacement(at - name.length, "_dict_from", name.length)];
  }
  return [
    replacement(at - name.length, "_dict", name.length),
    ...items.flatMap((item, i) => [
      replacement(item.start, `("${named[i]![1]!}", `, named[i]![0].length),
      insertion(item.end, ")"),
    ]),
  ];
}

function comprehension(text: string, { at, colons, loop }: Display, end: number): Edit[] {
  const colon = colons[0];
  if (colon === undefined || colon > loop!) return [];
  const pairEnd = at + text.slice(at, loop!).trimEnd().length;
  return [
    replacement(at, "_dict(*[("),
    replacement(colon, ","),
    insertion(pairEnd, ")"),
    replacement(end, "])"),
  ];
}
