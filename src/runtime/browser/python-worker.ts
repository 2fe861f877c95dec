/** The program of a Python sandbox in a browser. */
import { workerPort } from "#runtime/browser/worker-port.ts";
import { servePython } from "#runtime/sandbox/python.ts";

/** WebKit, which ends no worker in a loop of WebAssembly that never calls JavaScript. Safari's engine goes by other names too. */
const isWebKit = /AppleWebKit\/(?!.*Chrom(?:e|ium)\/)/.test(navigator.userAgent);

servePython(workerPort(), { breathing: isWebKit });
