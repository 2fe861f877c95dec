/** The program of a JavaScript sandbox in a browser. The frame puts the learner's code before it in the same script. */
import { workerPort } from "#runtime/browser/worker-port.ts";
import { serveJavaScript, type LearnerCode } from "#runtime/sandbox/javascript.ts";

declare const learnerCode: LearnerCode;

serveJavaScript(workerPort(), () => learnerCode);
