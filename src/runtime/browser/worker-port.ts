import type { SandboxOrder, Port } from "#runtime/sandbox/protocol.ts";

/** A worker's way out, taken before it is deleted from the global scope. */
export function workerPort(): Port {
  const post = globalThis.postMessage.bind(globalThis);
  const listen = globalThis.addEventListener.bind(globalThis);
  return {
    post: (report) => post(report),
    receive: (handler) => listen("message", (event: MessageEvent<SandboxOrder>) => handler(event.data)),
  };
}
