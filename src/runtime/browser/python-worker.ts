/** The program of a Python sandbox in a browser. */
import { workerPort } from "#runtime/browser/worker-port.ts";
import { servePython } from "#runtime/sandbox/python.ts";

servePython(workerPort());
