/** Says more of code that could not be read than its parser does. */
import { unexplained } from "#runtime/python/syntax.ts";
import type { CallRequest, CellRequest, Failure, Runtime, TraceRequest } from "#runtime/runtime.ts";

/** The same runtime, whose failures to read code say what to type where the code shows it. */
export const withSyntaxHelp = (runtime: Runtime): Runtime => ({
  ...runtime,
  async runCell(request, options) {
    const result = await runtime.runCell(request, options);
    return result.error ? { ...result, error: await withHelp(request, result.error) } : result;
  },
  async callFunction(request, options) {
    const result = await runtime.callFunction(request, options);
    return result.ok ? result : { ...result, error: await withHelp(request, result.error) };
  },
  async traceFunction(request, options) {
    const result = await runtime.traceFunction(request, options);
    return result.ok ? result : { ...result, error: await withHelp(request, result.error) };
  },
});

async function withHelp(
  { code, language }: CellRequest | CallRequest | TraceRequest,
  failure: Failure,
): Promise<Failure> {
  if (failure.kind !== "syntax") return failure;
  try {
    // Grammars, which only those need whose code can't be read.
    const [
      { detectOtherLanguage },
      { paperNotationHint, hintBeforeRunning, describeFirstError },
      { languageName },
    ] = await Promise.all([
      import("#reading/detect-language.ts"),
      import("#reading/syntax-hints.ts"),
      import("#reading/language.ts"),
    ]);
    const writtenIn = await detectOtherLanguage(code, language);
    if (writtenIn) {
      const message = `this is ${languageName[writtenIn]}, and it was run as ${languageName[language]}.`;
      return { ...failure, message, writtenIn };
    }
    const { line } = failure;
    if (line === null || (await hintBeforeRunning(code, language))) return failure;
    const onPaper = await paperNotationHint(code, language, line);
    if (onPaper) return { ...failure, ...onPaper };
    if (failure.message === outside) return { ...failure, message: `${outside} ${belowDef}` };
    const place = failure.message === unexplained ? await describeFirstError(code, language, line) : null;
    return place === null ? failure : { ...failure, message: `${place}. ${unexplained}` };
  } catch {
    return failure; // Offline before the grammars arrived.
  }
}

const outside = "'return' outside function.";

const belowDef =
  "Indent this line as far as the others of the function that it belongs to, below a line such as `def f(x):`.";
