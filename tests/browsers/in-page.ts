/**
 * What the bridge to WebKit keeps in a page: the objects that Playwright holds, the calls that haven't ended, and what was said
 * on the console. Stands alone, since its text is what reaches the page.
 */
export function openPage(realm: string, scripts: (() => unknown)[]): PageSide {
  interface Remote {
    type: string;
    value?: unknown;
    handle?: string;
    sharedId?: string;
  }

  const objects = new Map<string, unknown>();
  const settled: Settled[] = [];
  const logged: Logged[] = [];
  let wake: (() => void) | undefined;
  let count = 0;

  const log = (type: "console" | "javascript", text: string) => {
    logged.push({ type, text });
    wake?.();
  };
  const said = console.error;
  console.error = (...parts: unknown[]) => {
    log("console", parts.map(String).join(" "));
    said(...parts);
  };
  addEventListener("error", ({ error, message }) => log("javascript", String(error ?? message)));
  addEventListener("unhandledrejection", ({ reason }) => log("javascript", String(reason)));

  const hold = (object: unknown): string => {
    const handle = `${realm}/${++count}`;
    objects.set(handle, object);
    return handle;
  };

  const kindOf = (object: object): string => {
    if (object instanceof Node) return "node";
    if (object === window) return "window";
    if (Array.isArray(object)) return "array";
    if (typeof object === "function") return "function";
    return "object";
  };

  /** A value in BiDi's terms: all of it, or of an object only its kind and a handle to it. */
  const told = (value: unknown, byHandle: boolean): Remote => {
    if (value === null) return { type: "null" };
    if (typeof value === "number") {
      const plain = Number.isFinite(value) && !Object.is(value, -0);
      return { type: "number", value: plain ? value : Object.is(value, -0) ? "-0" : String(value) };
    }
    if (typeof value === "bigint") return { type: "bigint", value: String(value) };
    if (typeof value !== "object" && typeof value !== "function") {
      const type = typeof value;
      return type === "undefined" || type === "symbol" ? { type } : { type, value };
    }
    const type = kindOf(value);
    if (byHandle || type === "node" || type === "window" || type === "function") {
      const handle = hold(value);
      return { type, handle, ...(type === "node" && { sharedId: handle }) };
    }
    if (Array.isArray(value)) return { type, value: value.map((each) => told(each, false)) };
    return { type, value: Object.entries(value).map(([key, each]) => [key, told(each, false)]) };
  };

  /** What Playwright sends as an argument. */
  const read = ({ type, value, handle, sharedId }: Remote): unknown => {
    const held = handle ?? sharedId;
    if (held !== undefined) {
      if (!objects.has(held)) throw new Error("no such handle");
      return objects.get(held);
    }
    switch (type) {
      case "undefined":
        return undefined;
      case "null":
        return null;
      case "number":
        return Number(value);
      case "bigint":
        return BigInt(value as string);
      case "array":
        return (value as Remote[]).map(read);
      case "object":
        return Object.fromEntries(
          (value as [string | Remote, Remote][]).map(([key, each]) => [
            typeof key === "string" ? key : read(key),
            read(each),
          ]),
        );
      case "regexp": {
        const { pattern, flags } = value as { pattern: string; flags: string };
        return new RegExp(pattern, flags);
      }
      case "date":
        return new Date(value as string);
      default:
        return value;
    }
  };

  /** The status that the page came with, which WebKit tells once all of the page's text has arrived. */
  const status = async (): Promise<number> => {
    for (;;) {
      const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
      if (navigation?.responseStatus || document.readyState === "complete")
        return navigation?.responseStatus ?? 0;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  for (const script of scripts) script();

  return {
    realm,
    object: (handle) => objects.get(handle),
    release: (handles) => handles.forEach((handle) => objects.delete(handle)),
    async call(id, run, args, byHandle) {
      try {
        settled.push({ id, result: told(await run(...((args as Remote[]).map(read) as never[])), byHandle) });
      } catch (error) {
        const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        settled.push({ id, exception: text });
      }
      wake?.();
    },
    async news(patience) {
      if (settled.length + logged.length === 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, patience);
        });
      const came = await status();
      return {
        realm,
        address: location.href,
        state: document.readyState,
        status: came,
        settled: settled.splice(0),
        logged: logged.splice(0),
      };
    },
  };
}

export interface Settled {
  id: number;
  result?: object;
  exception?: string;
}

export interface Logged {
  type: "console" | "javascript";
  text: string;
}

/** What happened in a page since it was asked last. */
export interface News {
  realm: string;
  address: string;
  state: DocumentReadyState;
  /** The status of the response that the page came with; 0 if WebKit doesn't say. */
  status: number;
  settled: Settled[];
  logged: Logged[];
}

export interface PageSide {
  realm: string;
  object: (handle: string) => unknown;
  release: (handles: string[]) => void;
  /** Runs a function. Its result, awaited, is among the news. */
  call: (id: number, run: (...args: never[]) => unknown, args: unknown[], byHandle: boolean) => Promise<void>;
  /** What is new, at once or as soon as there is something; after `patience` milliseconds whatever there is. */
  news: (patience: number) => Promise<News>;
}
