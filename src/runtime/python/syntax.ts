import { distance } from "fastest-levenshtein";
import { scanBrackets } from "#runtime/python/bracket-scan.ts";

/** Where Python can't be read, and why. */
export interface SyntaxFault {
  type: string;
  message: string;
  line: number | null;
}

const indentation = (line: string): number => line.length - line.trimStart().length;

/** What is said where nothing else can be: Python itself says no more than that its syntax is invalid. */
export const unexplained =
  "Python can't make sense of this line. Compare it with the line before, sign by sign.";

/** Slips that show in the line itself. The texts come after "Your code can't be read on line 3:". */
const hints: readonly { looks: RegExp; message: string }[] = [
  {
    looks: /^\s*print\s+[^\s(=]/,
    message: "`print` is a function. Put what it prints in brackets: `print(x)`.",
  },
  {
    looks: /^\s*(?:if|elif|while)\b[^=!<>:]*[^=!<>:]=[^=]|^\s*return\b.*\bif\b[^=!<>:]*[^=!<>:]=[^=]/,
    message: "`=` gives a name to a value. To compare, write `==`.",
  },
  {
    looks: /^\s*def\s+\w+\s*:/,
    message: "a function needs brackets after its name, even without parameters: `def f():`.",
  },
  {
    looks: /^\s*(?:match|case)\b.*:\s*$/,
    message: "`match` is not part of this Python. Use `if` and `elif`.",
  },
  { looks: /^\s*else\s+if\b/, message: "`else if` is written `elif`." },
  { looks: /^\s*def\b.*\{\s*$/, message: "Python has no braces around a function. End this line with `:`." },
  {
    looks:
      /^\s*(?:async\s+)?(?:def|class|if|elif|else|for|while|try|except|finally|with)\b(?!.*:\s*$)(?!.*:\s*\S)/,
    message: "there is a `:` missing at the end of this line.",
  },
  {
    looks: /\(.*[(,]\s*\/\s*[,)]|\(\s*\/\s*[,)]/,
    message: "`/` among parameters is not part of this Python. Leave it out.",
  },
  { looks: /&&/, message: "`&&` is written `and`." },
  { looks: /\|\|/, message: "`||` is written `or`." },
  { looks: /\+\+|--$/, message: "`++` and `--` are not part of Python. Write `x += 1`." },
  {
    looks: /^\s*(?:function|func|fn|fun)\b/,
    message: "a function begins with `def` in Python, and its first line ends with a colon: `def f(x):`.",
  },
  {
    looks: /^\s*(?:const|let|var)\b/,
    message: "this looks like JavaScript, and the language chosen is Python.",
  },
  {
    looks: /^\s*(?:int|float|double|void)\s+\w+\s*[(=]/,
    message:
      "Python has no types before names. A function begins with `def`, and a value needs only its name: `y = 2`.",
  },
  { looks: /^\s*\/\//, message: "a comment begins with `#` in Python." },
  { looks: /[=-]>(?!\s*[^:]*:\s*$)/, message: "a function inside an expression is written `lambda x: …`." },
  { looks: /!(?!=)/, message: "`!` is written `not`, and a factorial `math.factorial(n)`." },
  {
    looks: /^\s*return\s+\w+\s*=(?!=)/,
    message: "`return` takes a value only. Give it a name on a line before, or leave the name out.",
  },
  {
    looks: /\bif\b(?!.*\belse\b)/,
    message: "an `if` inside an expression needs an `else`: `a if x > 0 else b`.",
  },
  { looks: /^\s*def\s+\w+\s+\w/, message: "a function’s name is one word. Join its parts by `_`." },
];

/** Messages of MicroPython that can be said to a beginner. */
const reworded: Readonly<Record<string, string>> = {
  "can't assign to expression":
    "on the left of `=` stands something that can’t be given a value. It takes a name there, and a function begins with `def`.",
  "can't assign to literal": "on the left of `=` stands a number. It takes a name there.",
};

const keywords = ["return", "def", "if", "elif", "else", "while", "for", "import", "from", "lambda"];

/** `retrun 2 * x`, `Def f(x):` */
function misspelt(line: string): string | null {
  const word = /^\s*([A-Za-z]+)\s+[\w("'[{-]/.exec(line)?.[1];
  if (word === undefined || keywords.includes(word)) return null;
  const near = keywords.find(
    (keyword) =>
      word.toLowerCase() === keyword ||
      (keyword.length > 2 && distance(word, keyword) <= 2 && word.length > 3),
  );
  return near === undefined ? null : `\`${word}\` is no word of Python. Did you mean \`${near}\`?`;
}

/**
 * Explains a SyntaxError or IndentationError. MicroPython says "invalid syntax" and a line, at times one too late; the
 * usual slips show in the text.
 */
export function explainSyntax(code: string, { type, message, line }: SyntaxFault): SyntaxFault {
  const { lines, unbalanced } = scanBrackets(code);
  if (type === "IndentationError") return explainIndentation(lines, message, line);
  if (line !== null && message.startsWith("invalid syntax for ")) {
    const product = /(?<![\w.])(\d[\d_]*\.?\d*|\.\d+)([A-Za-z_]\w*)/.exec(lines[line - 1] ?? "");
    if (product) {
      const [text, number, name] = product;
      return {
        type,
        line,
        message: `\`${text}\` needs a \`*\` between its factors: \`${number!}*${name!}\`.`,
      };
    }
  }
  if (message !== "invalid syntax" || line === null) {
    return { type, line, message: reworded[message] ?? `${message}.` };
  }
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
  const hint = hints.find(({ looks }) => looks.test(body));
  return {
    type,
    line,
    message: hint?.message ?? misspelt(body) ?? unexplained,
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
    const isFirst = lines.findIndex((text) => text.trim() !== "") + 1 === line;
    return {
      type,
      line,
      message: isFirst
        ? "this line is indented, and nothing stands above it that it could belong to. Is a line such as `def f(x):` missing?"
        : "this line is indented further than the one before, for no reason Python can see. Lines that belong together begin at the same place.",
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
