/** Operators on what they don't take: products without a sign, hats for powers, nothing at all. */
import { bareProducts, callsOf, hatMessage, hats, withSlipsMended } from "#reading/products.ts";
import { lineAt, syntaxTree } from "#reading/syntax-tree.ts";
import { mended } from "#reading/unreadable.ts";
import type { Raised } from "#grader/exceptions/setting.ts";

const notCallable =
  /^'(?:int|float|numpy\.(?:ndarray|float64))' object is not callable$| is not a function\b/;

const noOperand = /unsupported operand type|ufunc 'bitwise_xor' not supported|bitwise_xor/;

/** Resolves to null where the code shows nothing of the kind. */
export async function explainOperator(raised: Raised): Promise<string | null> {
  const { message, code, language, line, params } = raised;
  if (line === null) return null;
  if (notCallable.test(message)) {
    const tree = await syntaxTree(code, language);
    const call = [
      ...bareProducts(tree, code).filter((product) => product.call),
      ...callsOf(tree, code, (name) => params.includes(name)),
    ].find(({ from }) => lineAt(code, from) === line);
    if (!call) return null;
    const plain = await mended(withSlipsMended(code, [call]), language, line);
    return `\`${call.text}\` calls what stands before the bracket, as if it were a function. A product takes a \`*\` between its factors${plain === null ? "" : `: ${plain}`}.`;
  }
  if (noOperand.test(message)) {
    const tree = await syntaxTree(code, language);
    if (hats(tree, code).some(({ from }) => lineAt(code, from) === line)) return powerInstead(raised);
  }
  if (message.includes("'NoneType'")) {
    return "one of the values here is `None`. A function that returns nothing gives `None`: does one of yours lack its `return`?";
  }
  if (
    /can only concatenate list|can't multiply sequence|unsupported operand type\(s\) for [-+*/@]+: '(?:list|tuple)'|: '\w+' and '(?:list|tuple)'/.test(
      message,
    )
  ) {
    return "a list does not compute entry by entry. Make an array of it: `np.array(…)`.";
  }
  if (message.includes("'function'")) {
    return "one of the values here is a function that was not called. Call it, with brackets: `f(x)`.";
  }
  return null;
}

/** What to write for a hat; as code, if the line is short. */
export async function powerInstead({ code, language }: Pick<Raised, "code" | "language">): Promise<string> {
  const tree = await syntaxTree(code, language);
  const [hat] = hats(tree, code);
  const plain = hat ? await mended(code, language, lineAt(code, hat.from)) : null;
  return `${hatMessage(language)}${plain === null ? "." : `: ${plain}.`}`;
}

/** The line of the first hat in the code, or null. */
export async function lineOfHat({
  code,
  language,
}: Pick<Raised, "code" | "language">): Promise<number | null> {
  if (!code.includes("^")) return null;
  const [hat] = hats(await syntaxTree(code, language), code);
  return hat ? lineAt(code, hat.from) : null;
}
