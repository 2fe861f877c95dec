import { signal, type ReadonlySignal } from "@preact/signals";

/** Runs one task at a time of those that a widget does with what it fetches, and that the reader can stop. */
export interface TaskRunner<Tool, Phase extends string, Trouble> {
  /** `loading` while the tool is fetched, then the phase that was asked for. */
  phase: ReadonlySignal<Phase | "idle" | "loading">;
  /** Why the last one brought nothing. */
  trouble: ReadonlySignal<Trouble | null>;
  /**
   * Fetches the tool, works with it, and hands on the result unless it was stopped meanwhile. Does nothing while something else
   * runs.
   */
  start: <Result>(
    during: Phase,
    work: (tool: Tool, stopped: AbortSignal) => Result | Promise<Result>,
    done: (result: Result) => void,
  ) => Promise<void>;
  stop: () => void;
  /** Says something else in the place of the last trouble. */
  say: (trouble: Trouble | null) => void;
}

/** What is said of a task that brought nothing. */
interface Words<Trouble> {
  offline: Trouble;
  stopped: Trouble;
  failed: (error: unknown) => Trouble;
}

/** A runner with nothing to do yet. `load` is called for each task; where it rejects, `offline` is said. */
export function createTaskRunner<Tool, Phase extends string, Trouble>(
  load: () => Promise<Tool>,
  { offline, stopped, failed }: Words<Trouble>,
): TaskRunner<Tool, Phase, Trouble> {
  const phase = signal<Phase | "idle" | "loading">("idle");
  const trouble = signal<Trouble | null>(null);
  let running: AbortController | null = null;
  return {
    phase,
    trouble,
    say: (next) => (trouble.value = next),

    async start(during, work, done) {
      if (running) return;
      const controller = (running = new AbortController());
      const isStopped = () => controller.signal.aborted;
      trouble.value = null;
      phase.value = "loading";
      try {
        const tool = await load().catch(() => null);
        if (isStopped()) return;
        if (tool === null) {
          trouble.value = offline;
          return;
        }
        phase.value = during;
        const result = await work(tool, controller.signal);
        if (!isStopped()) done(result);
      } catch (error) {
        if (!isStopped()) trouble.value = failed(error);
      } finally {
        if (running === controller) {
          running = null;
          phase.value = "idle";
        }
      }
    },

    stop() {
      if (!running) return;
      running.abort();
      running = null;
      phase.value = "idle";
      trouble.value = stopped;
    },
  };
}

/** What went wrong, in its own words. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
