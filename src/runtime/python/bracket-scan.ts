/** A quote or bracket that lacks its partner. */
export interface UnbalancedBracket {
  line: number;
  message: string;
}

export interface BracketScan {
  /** The lines of the code, with comments gone and every string empty. */
  lines: readonly string[];
  /** The first thing that is opened but not closed, or the other way round. */
  unbalanced: UnbalancedBracket | null;
}

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** A comment; a string, closed or not; a continued line's end; any other character. */
const token = /#.*|('''|""")(?:\\[^]|(?!\1)[^])*(\1)?|(['"])(?:\\[^]|(?!\3)[^\n\\])*(\3)?|\\\n|[^]/g;

/** Reads Python just far enough to tell code from strings and comments, and to pair brackets. */
export function scanBrackets(code: string): BracketScan {
  let text = "";
  let line = 1;
  let unbalanced: UnbalancedBracket | null = null;
  const open: { bracket: string; line: number }[] = [];
  const blame = (at: number, message: string) => (unbalanced ??= { line: at, message });

  for (const [piece, triple, tripleEnd, single, singleEnd] of code.matchAll(token)) {
    const quote = triple ?? single;
    const newlines = piece.split("\n").length - 1;
    if (quote !== undefined) {
      if (!(tripleEnd ?? singleEnd)) {
        blame(line, `the string that begins on this line is not closed. Its ${quote} is missing at the end.`);
      }
      text += quote[0]! + quote[0]! + "\n".repeat(newlines);
    } else if (!piece.startsWith("#")) {
      text += piece;
    }
    if (piece in closing) open.push({ bracket: piece, line });
    else if (piece === ")" || piece === "]" || piece === "}") {
      const partner = open.pop();
      if (!partner) blame(line, `\`${piece}\` closes nothing that was opened.`);
      else if (closing[partner.bracket] !== piece) {
        blame(
          line,
          `\`${piece}\` does not match the \`${partner.bracket}\` that was opened on line ${partner.line}.`,
        );
      }
    }
    line += newlines;
  }
  const left = open.at(-1);
  if (left) blame(left.line, `the \`${left.bracket}\` on this line is never closed.`);
  return { lines: text.split("\n"), unbalanced };
}
