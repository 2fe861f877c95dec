import process from "node:process";
import { readOrders, writeReport } from "#runtime/node/pipe.ts";
import type { SandboxOrder, Port } from "#runtime/sandbox/protocol.ts";

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
  ...["abort", "reallyExit", "execve", "getBuiltinModule", "mainModule"],
];

/** A child process's way out. Nothing should lead to `process` after it; where something does, these are not in it. */
export function processPort(): Port {
  for (const name of reaching) Reflect.deleteProperty(process, name);
  return {
    post: writeReport,
    receive: (handler) => readOrders((order) => handler(order as SandboxOrder)),
  };
}
