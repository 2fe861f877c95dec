import { insertBefore, insertAfter, replacement, wrapIn, type Edit } from "#runtime/edits.ts";
import type { SyntaxNode } from "#reading/syntax-tree.ts";
import { childrenOf } from "#reading/program-nodes.ts";
import { isExpression } from "#runtime/python/source/python-source.ts";

/** What is listed between brackets or after a word: an expression, an expression with stars before it, or a pair. */
interface Item {
  stars: SyntaxNode | null;
  parts: readonly SyntaxNode[];
  colon: SyntaxNode | null;
}

const makers: Readonly<Record<string, string>> = { "[": "_list(", "(": "_tuple(", "{": "_set(" };

/** MicroPython's lists, tuples and sets can't be written with a star in them: `[*x, 1]` becomes `_list(_each(x), (1,))`. */
export function starredDisplay(display: SyntaxNode): Edit[] {
  const [opening, ...rest] = childrenOf(display);
  const closing = rest.pop()!;
  const items = itemsOf(rest);
  if (items.every(({ stars }) => stars === null) || isTarget(display)) return [];
  return [
    replacement(opening!, makers[opening!.name]!),
    ...groups(items, "_each("),
    replacement(closing, ")"),
  ];
}

/** The same for a tuple without brackets: `x = *a, 1`, `return *a, 1`. */
export function starredList(statement: SyntaxNode): Edit[] {
  const children = childrenOf(statement);
  const start = children.findLastIndex(({ name }) => name === "AssignOp" || name === "return") + 1;
  const items = start === 0 ? [] : itemsOf(children.slice(start));
  if (items.every(({ stars }) => stars === null)) return [];
  const whole = { from: children[start]!.from, to: children.at(-1)!.to };
  return [insertBefore(whole.from, "_tuple("), insertAfter(whole.to, ")"), ...groups(items, "_each(")];
}

/**
 * MicroPython's dictionaries forget the order of their keys. Here `{"a": 1}` becomes `_dict(("a", 1))`, whose order stays, and
 * `{**d, "a": 1}` becomes `_merged(_pairs(d), (("a", 1),))`.
 */
export function dictionary(display: SyntaxNode): Edit[] {
  const [opening, ...rest] = childrenOf(display);
  const closing = rest.pop()!;
  const items = itemsOf(rest);
  const merged = items.some(({ stars }) => stars !== null);
  return [
    replacement(opening!, merged ? "_merged(" : "_dict("),
    ...(merged ? groups(items, "_pairs(") : items.flatMap(pair)),
    replacement(closing, ")"),
  ];
}

/** `{k: v for k, v in x}` becomes `_merged([(k, v) for k, v in x])`. */
export function dictionaryComprehension(comprehension: SyntaxNode): Edit[] {
  const children = childrenOf(comprehension);
  const loop = children.findIndex(({ name }) => name === "for" || name === "async");
  const [opening] = children;
  return [
    replacement(opening!, "_merged(["),
    ...itemsOf(children.slice(1, loop)).flatMap(pair),
    replacement(children.at(-1)!, "])"),
  ];
}

function itemsOf(nodes: readonly SyntaxNode[]): Item[] {
  const items: Item[] = [];
  let parts: SyntaxNode[] = [];
  let stars: SyntaxNode | null = null;
  let colon: SyntaxNode | null = null;
  const close = () => {
    if (parts.length > 0) items.push({ stars, parts, colon });
    parts = [];
    stars = colon = null;
  };
  for (const node of nodes) {
    if (node.name === ",") close();
    else if (node.name === "*" || node.name === "**") stars = node;
    else if (node.name === ":") colon = node;
    else if (isExpression(node)) parts.push(node);
  }
  close();
  return items;
}

const spanOf = ({ parts }: Item) => ({ from: parts[0]!.from, to: parts.at(-1)!.to });

const pair = (item: Item): Edit[] =>
  item.colon === null ? [] : [...wrapIn(spanOf(item), "("), replacement(item.colon, ",")];

/** Items with stars as calls that go through them at once, those between them as tuples. */
function groups(items: readonly Item[], each: string): Edit[] {
  return items.flatMap((item, i) => {
    const { from, to } = spanOf(item);
    if (item.stars !== null) return [replacement(item.stars, each), insertAfter(to, ")")];
    const first = i === 0 || items[i - 1]!.stars !== null;
    const last = i === items.length - 1 || items[i + 1]!.stars !== null;
    return [
      ...(first ? [insertBefore(from, "(")] : []),
      ...(last ? [insertAfter(to, ",)")] : []),
      ...pair(item),
    ];
  });
}

/** Whether values are unpacked into what is written here: `[a, *b] = x`, `for (a, *b) in x`. */
function isTarget(display: SyntaxNode): boolean {
  const { parent } = display;
  if (parent === null) return false;
  if (/^(?:Tuple|Array|Parenthesized)Expression$/.test(parent.name)) return isTarget(parent);
  if (parent.name === "AssignStatement")
    return childrenOf(parent).some(({ name, from }) => name === "AssignOp" && from > display.from);
  if (!/^For|Comprehension/.test(parent.name)) return false;
  const word = childrenOf(parent).findLast(
    ({ name, from }) => /^(?:for|in|if)$/.test(name) && from < display.from,
  );
  return word?.name === "for";
}
