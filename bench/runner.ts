import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { BenchCase } from "./case.ts";
import type { Contender } from "./contender.ts";
import type { WorkerReply, WorkerRequest } from "./worker.ts";

const worker = fileURLToPath(new URL("worker.ts", import.meta.url));

/** How long a contender may think about one question. */
export const limitSeconds = 20;

/** Asks the process of a contender, which is started for the first question and again after one it didn't answer. */
export class Runner {
  readonly contender: Contender;
  #process: ChildProcess | null = null;

  constructor(contender: Contender) {
    this.contender = contender;
  }

  async ask<Ask extends WorkerRequest["ask"]>(ask: Ask, { name }: BenchCase): Promise<WorkerReply<Ask>> {
    const { module, variant } = this.contender;
    const child = (this.#process ??= fork(worker, [module, variant], {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    }));
    const { promise, resolve } = Promise.withResolvers<WorkerReply<Ask>>();
    const giveUp = (reason: string) => {
      this.stop();
      resolve({ reason });
    };
    const breakDown = () => giveUp("Its process breaks down.");
    const deadline = setTimeout(() => giveUp(`It takes more than ${limitSeconds} s.`), limitSeconds * 1000);
    child.once("message", resolve).once("exit", breakDown);
    child.send({ ask, name } satisfies WorkerRequest);
    try {
      return await promise;
    } finally {
      clearTimeout(deadline);
      child.off("message", resolve).off("exit", breakDown);
    }
  }

  stop(): void {
    this.#process?.kill("SIGKILL");
    this.#process = null;
  }
}
