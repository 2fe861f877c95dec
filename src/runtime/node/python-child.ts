/** The program of a Python sandbox in Node. */
import { processPort } from "#runtime/node/process-port.ts";
import { servePython } from "#runtime/sandbox/python.ts";

servePython(processPort());
