import type { CallRequest, CellRequest, Failure, TraceRequest } from "#runtime/runtime.ts";
import type { Job } from "#runtime/sandbox/protocol.ts";

/** Learner code as a job, or what is wrong with it that shows without running it. */
export async function prepare(
  request: CellRequest | CallRequest | TraceRequest,
): Promise<{ job: Job } | { error: Failure }> {
  const { language, code } = request;
  const call = "calls" in request ? request : null;
  const graded = "outputs" in request ? request : null;
  const job: Job = {
    language,
    code,
    lines: code.split(/\r\n|[\n\r\u2028\u2029]/).length,
    call: call && {
      name: call.name,
      outputs: graded?.outputs ?? 1,
      calls: call.calls,
      traced: graded === null,
    },
  };
  if (language === "python") return { job };
  // A parser of JavaScript is of no use to those who write Python.
  const { parseJavaScript, wrapJavaScript } = await import("#runtime/javascript/parse.ts");
  const fault = parseJavaScript(code, call);
  return fault ? { error: fault } : { job: { ...job, code: wrapJavaScript(code, call?.name ?? null) } };
}
