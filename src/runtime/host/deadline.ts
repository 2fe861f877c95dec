/** When a program has had its time. What counts is the part of the machine that it had, so that other programs don't use it up. */
import type { Sandbox } from "#runtime/host/sandbox-host.ts";

/**
 * Why a program is to be ended: it has `computed` all its time, which is certain; or it was `idle` for so long; or it was `starved`,
 * and after a many times longer time on the clock has still not had its own.
 */
export type Overrun = "computed" | "idle" | "starved";

/** Between two looks at what a program has done, in milliseconds. */
const leastBetween = 50;

/**
 * Calls `end` once when a program that has just begun is to be ended. Returns a function that ends the watch.
 * @param limit the program's time limit in milliseconds
 * @param patience so many times its limit may pass on the clock
 */
export function watchDeadline(
  sandbox: Pick<Sandbox, "spent">,
  limit: number,
  patience: number,
  end: (why: Overrun) => void,
): () => void {
  let watching = true;
  const over = (why: Overrun) => {
    // Where this thread was busy itself, an outcome may lie here unread: that one counts.
    next = setTimeout(() => watching && end(why));
  };
  const look = async () => {
    const { computing, idle } = await sandbox.spent();
    if (!watching) return;
    if (computing >= limit) over("computed");
    else if (idle >= limit) over("idle");
    else lookAfter((limit - Math.max(computing, idle)) / 2);
  };
  const lookAfter = (milliseconds: number) => {
    next = setTimeout(() => void look(), Math.max(milliseconds, leastBetween));
  };
  let next: ReturnType<typeof setTimeout>;
  const last = setTimeout(() => over("starved"), patience * limit);
  lookAfter(limit / 2);
  return () => {
    watching = false;
    clearTimeout(next);
    clearTimeout(last);
  };
}
