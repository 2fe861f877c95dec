/** Where the literals and comments of Python code are: all that looks like code and isn't. */

export interface Literal {
  kind: "literal" | "comment";
  /** Of a literal: `f`, `rb`, or nothing. */
  prefix: string;
  quote: string;
  /** Where the text between the quotes begins and ends. */
  start: number;
  end: number;
  /** Where the next token begins. */
  next: number;
}

const opening = /#|(?<![a-zA-Z0-9_])([a-zA-Z]{1,2})("""|'''|"|')|("""|'''|"|')/g;

export function literalsIn(code: string): Literal[] {
  const found: Literal[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(code); match; match = opening.exec(code)) {
    const start = opening.lastIndex;
    if (match[0] === "#") {
      const line = code.indexOf("\n", start);
      const end = line === -1 ? code.length : line;
      found.push({ kind: "comment", prefix: "", quote: "", start, end, next: end });
      opening.lastIndex = end;
      continue;
    }
    const quote = match[2] ?? match[3]!;
    const end = endOfLiteral(code, start, quote);
    const next = end + (code.startsWith(quote, end) ? quote.length : 0);
    found.push({ kind: "literal", prefix: match[1] ?? "", quote, start, end, next });
    opening.lastIndex = next;
  }
  return found;
}

/** Where the closing quote begins; at the end of the line or of the code, if there is none. */
export function endOfLiteral(code: string, start: number, quote: string): number {
  for (let at = start; at < code.length; at++) {
    if (code[at] === "\\") at++;
    else if (code.startsWith(quote, at)) return at;
    else if (code[at] === "\n" && quote.length === 1) return at;
  }
  return code.length;
}

/** The code with its literals' text as underscores and its comments as spaces, every character in its place. */
export function withoutLiterals(code: string): string {
  let result = "";
  let at = 0;
  for (const { kind, start, end } of literalsIn(code)) {
    const blank = kind === "comment" ? " " : "_";
    const from = kind === "comment" ? start - 1 : start;
    result += code.slice(at, from) + blank.repeat(end - from);
    at = end;
  }
  return result + code.slice(at);
}
