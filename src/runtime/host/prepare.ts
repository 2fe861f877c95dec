import { hintBeforeRunning } from "#reading/syntax-hints.ts";
import { indentationFault } from "#runtime/python/indentation.ts";
import type { CallRequest, CellRequest, Failure, TraceRequest } from "#runtime/runtime.ts";
import type { Job } from "#runtime/sandbox/protocol.ts";

/** Learner code as a job, or what is wrong with it that shows without running it. */
export async function prepare(
  request: CellRequest | CallRequest | TraceRequest,
): Promise<{ job: Job } | { error: Failure }> {
  const { language } = request;
  // The mark that some editors begin a file with is no part of the code.
  const code = request.code.replace(/^\ufeff/, "");
  const call = "calls" in request ? request : null;
  const graded = "outputs" in request ? request : null;
  const job: Job = {
    language,
    code,
    lines: code.split(/\r\n|[\n\r\u2028\u2029]/).length,
    echo: "echo" in request && request.echo,
    call: call && {
      name: call.name,
      given: call.given ?? "",
      outputs: graded?.outputs ?? 1,
      calls: call.calls,
      traced: graded === null,
      recorded: graded?.recorded ?? false,
    },
  };
  const hint = await hintBeforeRunning(code, language);
  if (hint) return { error: { kind: "syntax", type: "SyntaxError", ...hint } };
  if (language === "python") {
    const fault = indentationFault(code);
    return fault ? { error: fault } : { job };
  }
  // A parser of JavaScript is of no use to those who write Python.
  const { parseJavaScript, returningLastValue, withoutExports, wrapJavaScript } =
    await import("#runtime/javascript/parse-javascript.ts");
  const script = withoutExports(code);
  const fault = parseJavaScript(script, call);
  if (fault) return { error: fault };
  const program = job.echo ? returningLastValue(script) : script;
  const name = call?.name ?? null;
  const given = call?.given ?? "";
  if (!job.call?.recorded) return { job: { ...job, code: wrapJavaScript(program, name, { given }) } };
  const { recordingJavaScript } = await import("#runtime/javascript/recording/index.ts");
  const recording = recordingJavaScript(program, job.call);
  return { job: { ...job, code: wrapJavaScript(recording.code, name, { given, hook: recording.hook }) } };
}
