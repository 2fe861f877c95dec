/** The program of a JavaScript sandbox in Node. */
import { Script } from "node:vm";
import { learnerFile } from "#runtime/javascript/failure.ts";
import { processPort } from "#runtime/node/process-port.ts";
import { serveJavaScript, type LearnerCode } from "#runtime/sandbox/javascript.ts";

serveJavaScript(
  processPort(),
  ({ code }) => new Script(code, { filename: learnerFile }).runInThisContext() as LearnerCode,
);
