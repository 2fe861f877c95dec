import process from "node:process";
import { writeReport } from "#runtime/node/report-stream.ts";
import type { Order, Port } from "#runtime/sandbox/protocol.ts";

/** What can reach another process or change this one's rights, although files and network are closed to it. */
const reaching = [
  ...[
    "kill",
    "_kill",
    "_debugProcess",
    "_debugEnd",
    "_startProfilerIdleNotifier",
    "_linkedBinding",
    "binding",
  ],
  ...["dlopen", "setuid", "setgid", "seteuid", "setegid", "setgroups", "initgroups", "chdir", "umask"],
  ...["send", "disconnect", "abort", "reallyExit", "execve", "getBuiltinModule", "mainModule"],
];

/** A child process's way out, taken before it is deleted from `process`. */
export function processPort(): Port {
  const listen = process.on.bind(process);
  for (const name of reaching) Reflect.deleteProperty(process, name);
  return {
    post: writeReport,
    receive: (handler) => listen("message", (order: Order) => handler(order)),
  };
}
