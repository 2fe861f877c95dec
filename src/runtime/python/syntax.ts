import { scan } from "#runtime/python/scan.ts";

/** Where Python can't be read, and why. */
export interface SyntaxFault {
  type: string;
  message: string;
  line: number | null;
}

const indentation = (line: string): number => line.length - line.trimStart().length;

/** Slips that show in the line itself. The texts come after "Your code can't be read on line 3:". */
const slips: readonly { looks: RegExp; says: string }[] = [
  {
    looks: /^\s*print\s+[^\s(=]/,
    says: "`print` is a function. Put what it prints in brackets: `print(x)`.",
  },
  {
    looks: /^\s*(?:if|elif|while)\b[^=!<>:]*[^=!<>:]=[^=]/,
    says: "`=` gives a name to a value. To compare, write `==`.",
  },
  {
    looks: /^\s*def\s+\w+\s*:/,
    says: "a function needs brackets after its name, even without parameters: `def f():`.",
  },
  { looks: /^\s*(?:match|case)\b.*:\s*$/, says: "`match` is not part of this Python. Use `if` and `elif`." },
  { looks: /^\s*else\s+if\b/, says: "`else if` is written `elif`." },
  {
    looks:
      /^\s*(?:async\s+)?(?:def|class|if|elif|else|for|while|try|except|finally|with)\b(?!.*:\s*$)(?!.*:\s*\S)/,
    says: "there is a `:` missing at the end of this line.",
  },
  {
    looks: /\(.*[(,]\s*\/\s*[,)]|\(\s*\/\s*[,)]/,
    says: "`/` among parameters is not part of this Python. Leave it out.",
  },
  { looks: /&&/, says: "`&&` is written `and`." },
  { looks: /\|\|/, says: "`||` is written `or`." },
  { looks: /\+\+|--$/, says: "`++` and `--` are not part of Python. Write `x += 1`." },
  {
    looks: /^\s*(?:const|let|var|function)\b/,
    says: "this looks like JavaScript, and the language chosen is Python.",
  },
];

/**
 * Explains a SyntaxError or IndentationError. MicroPython says "invalid syntax" and a line, at times one too late; the
 * usual slips show in the text.
 */
export function explainSyntax(code: string, { type, message, line }: SyntaxFault): SyntaxFault {
  const { lines, unbalanced } = scan(code);
  if (type === "IndentationError") return explainIndentation(lines, message, line);
  if (message !== "invalid syntax" || line === null) return { type, line, message: `${message}.` };
  if (unbalanced) return { type, ...unbalanced };

  const header = headerBefore(lines, line);
  const body = lines[line - 1] ?? "";
  if (header !== null && indentation(body) <= indentation(lines[header - 1]!)) {
    return {
      type: "IndentationError",
      line: body.trim() === "" ? header : line,
      message: `the lines that belong to line ${header} must be indented further than it, and there must be at least one.`,
    };
  }
  const slip = slips.find(({ looks }) => looks.test(body));
  return {
    type,
    line,
    message:
      slip?.says ?? "Python can't make sense of this line. Compare it with the line before, sign by sign.",
  };
}

/** The last line of code before this one, if it ends with a colon and so wants lines below it. */
function headerBefore(lines: readonly string[], line: number): number | null {
  for (let at = Math.min(line - 1, lines.length); at >= 1; at--) {
    const text = lines[at - 1]!.trimEnd();
    if (text !== "") return text.endsWith(":") ? at : null;
  }
  return null;
}

function explainIndentation(lines: readonly string[], message: string, line: number | null): SyntaxFault {
  const type = "IndentationError";
  if (message === "unexpected indent") {
    return {
      type,
      line,
      message: "this line is indented further than the one before, for no reason Python can see.",
    };
  }
  // MicroPython names the line before the one that is indented less.
  const next = line === null ? -1 : lines.findIndex((text, at) => at >= line && text.trim() !== "");
  return {
    type,
    line: next === -1 ? line : next + 1,
    message: "this line is indented like none of the lines that it could belong with.",
  };
}
