import wasmUrl from "@micropython/micropython-webassembly-pyscript/micropython.wasm?url";
import frameDocument from "virtual:handgrad-sandbox/frame";
import type { FrameOrder, FrameReport } from "#runtime/browser/frame-protocol.ts";
import { crashFailure } from "#runtime/limits.ts";
import type { Sandbox, SandboxEvent, SandboxHost } from "#runtime/host/sandbox-host.ts";
import type { Language } from "#reading/language.ts";
import type { Job } from "#runtime/sandbox/protocol.ts";

/** A frame that has not answered by then is drowning in what a worker sends it, and is replaced. On a busy machine it takes its time. */
const answerMilliseconds = 3_000;

interface Supply {
  program: string;
  wasm: ArrayBuffer | null;
}

async function fetchSupply(language: Language): Promise<Supply> {
  if (language === "javascript") {
    const { default: program } = await import("virtual:handgrad-sandbox/javascript");
    return { program, wasm: null };
  }
  const [{ default: program }, wasm] = await Promise.all([
    import("virtual:handgrad-sandbox/python"),
    fetch(wasmUrl).then((response) => {
      if (!response.ok) throw new Error(`${wasmUrl}: ${response.status} ${response.statusText}`);
      return response.arrayBuffer();
    }),
  ]);
  return { program, wasm };
}

/** The page's side of one frame. */
class Frame {
  readonly #element = document.createElement("iframe");
  readonly #port: MessagePort;
  readonly #supplied = new Set<Language>();
  readonly #listeners = new Map<number, (event: SandboxEvent) => void>();
  readonly #measuring = new Map<number, (share: number) => void>();
  readonly #unanswered = new Map<number, ReturnType<typeof setTimeout>>();
  readonly #onSilence: () => void;

  /** @param onSilence called when the frame does not answer any more */
  constructor(onSilence: () => void) {
    this.#onSilence = onSilence;
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#port.onmessage = ({ data }: MessageEvent<FrameReport>) => this.#hear(data);
    const element = this.#element;
    element.setAttribute("sandbox", "allow-scripts");
    element.hidden = true;
    element.title = "Sandbox for your code";
    element.srcdoc = frameDocument;
    // What is sent through the port before then waits in it.
    element.addEventListener("load", () => element.contentWindow!.postMessage(null, "*", [port2]), {
      once: true,
    });
    document.body.append(element);
  }

  supply(language: Language, { program, wasm }: Supply): void {
    if (this.#supplied.has(language)) return;
    this.#supplied.add(language);
    this.#order({ kind: "supply", language, program, wasm });
  }

  run(id: number, job: Job, listen: (event: SandboxEvent) => void): void {
    this.#listeners.set(id, listen);
    this.#order({ kind: "run", run: id, job });
  }

  /** The share of a processor that a run's program has at present, from 0 to 1. Never tells if the run ends meanwhile. */
  share(id: number): Promise<number> {
    return new Promise((resolve) => {
      this.#measuring.set(id, resolve);
      this.#order({ kind: "measure", run: id });
    });
  }

  end(id: number): void {
    this.#measuring.delete(id);
    if (!this.#listeners.delete(id)) return;
    this.#order({ kind: "end", run: id });
    this.#unanswered.set(id, setTimeout(this.#onSilence, answerMilliseconds));
  }

  /** Takes the frame out of the page, and its workers with it. */
  remove(why: string): void {
    for (const timer of this.#unanswered.values()) clearTimeout(timer);
    this.#unanswered.clear();
    this.#port.close();
    this.#element.remove();
    const listeners = [...this.#listeners.values()];
    this.#listeners.clear();
    for (const listen of listeners) listen({ kind: "lost", error: crashFailure(why) });
  }

  #order(order: FrameOrder): void {
    this.#port.postMessage(order);
  }

  #hear({ run, ...event }: FrameReport): void {
    if (event.kind === "ended") {
      clearTimeout(this.#unanswered.get(run));
      this.#unanswered.delete(run);
    } else if (event.kind === "measured") {
      this.#measuring.get(run)?.(event.share);
    } else {
      this.#listeners.get(run)?.(event);
    }
  }
}

/** Runs each job in a worker of its own, inside one sandboxed frame of the page. */
export class BrowserHost implements SandboxHost {
  readonly #supplies = new Map<Language, Supply>();
  #frame: Frame | null = null;
  #runs = 0;

  async load(language: Language): Promise<void> {
    this.#openFrame();
    if (!this.#supplies.has(language)) this.#supplies.set(language, await fetchSupply(language));
  }

  start(job: Job, listen: (event: SandboxEvent) => void): Sandbox {
    const frame = this.#openFrame();
    frame.supply(job.language, this.#supplies.get(job.language)!);
    const id = this.#runs++;
    let measured: number | null = null;
    let computing = 0;
    frame.run(id, job, (event) => {
      measured ??= performance.now(); // the first report is that the program begins
      listen(event);
    });
    return {
      end: () => frame.end(id),
      // No browser tells what a worker has computed: what another one gets at the same time is taken for its share.
      async spent() {
        const share = await frame.share(id);
        const now = performance.now();
        computing += share * (now - (measured ?? now));
        measured = now;
        return { computing, idle: 0 };
      },
    };
  }

  close(): void {
    this.#removeFrame("the page was left");
  }

  #removeFrame(why: string): void {
    this.#frame?.remove(why);
    this.#frame = null;
  }

  #openFrame(): Frame {
    if (this.#frame) return this.#frame;
    const frame = new Frame(() => {
      if (this.#frame === frame) this.#removeFrame("its frame was replaced");
    });
    this.#frame = frame;
    return frame;
  }
}
