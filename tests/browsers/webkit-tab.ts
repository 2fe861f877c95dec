import { Script } from "node:vm";
import { isInsertion } from "./bidi.ts";
import type { News, Settled } from "./in-page.ts";
import { openPage } from "./in-page.ts";
import type { Reader } from "./webkit-reader.ts";

interface RemoteValue {
  type?: string;
  value?: unknown;
  handle?: string;
  sharedId?: string;
}

interface Call {
  source: string;
  args: RemoteValue[];
  byHandle: boolean;
}

const elementKey = "element-6066-11e4-a52e-4f735466cecf";

/** How Playwright runs a function or an expression: by `eval`, which the course's policy forbids to scripts in its pages. */
const evaluation = "(utilityScript, ...args) => utilityScript.evaluate(...args)";

/** How a text is inserted: as if typed or pasted. */
const insertText = `(...args) => void document.execCommand("insertText", false, args[5])`;

/** What is given as a program of one statement, as the expression that it is: without the semicolons around it. */
const expression = (text: string): string => text.replace(/^[\s;]+|[\s;]+$/g, "");

/** All texts within what Playwright sends. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const parses = (text: string): boolean => {
  try {
    new Script(text);
    return true;
  } catch {
    return false;
  }
};

/** That evaluation with every text that it may come to `eval` written out as code, which no policy forbids to a driver. */
function withoutEval(args: readonly RemoteValue[]): string {
  const evaluated = args[3]!.value as string;
  // What is evaluated is given once and no more: it may be a library.
  const code = textsIn(args)
    .filter((text) => text !== evaluated && /=>|function|module/.test(text))
    .flatMap((text) => [
      text,
      `(${text})`,
      `\n    (() => {\n      const module = {};\n      ${text}\n      return module.exports.default();\n    })()`,
    ])
    .filter((text) => parses(`(${expression(text)})`));
  const table = code.map((text) => `[${JSON.stringify(text)}, () => (${expression(text)})]`);
  return `(utilityScript, ...args) => {
    const table = new Map([${[...table, `[args[2], () => (${expression(evaluated)})]`].join()}]);
    const { eval: own } = globalThis;
    globalThis.eval = (text) => (table.get(text) ?? (() => { throw new Error("Nothing known of " + text); }))();
    try { return utilityScript.evaluate(...args); } finally { globalThis.eval = own; }
  }`;
}

/** Milliseconds that a call may take for its result to come back with it. */
const patience = 15;

let lastId = 0;

/** A tab, which BiDi calls a browsing context. */
export class Tab {
  readonly id: string;
  address = "about:blank";
  readonly #reader: Reader;
  /** The document that is shown, by the name of its world. */
  #realm = "";
  #state: DocumentReadyState = "complete";
  /** The navigation that Playwright has been told of and that hasn't led to a document yet. */
  #navigation: string | undefined;
  readonly #calls = new Map<number, (settled: Settled) => void>();
  #released: string[] = [];

  constructor(id: string, reader: Reader) {
    this.id = id;
    this.#reader = reader;
  }

  /** Whether a call is under way in the page, or another page is to come. */
  get busy(): boolean {
    return this.#calls.size > 0 || this.#navigation !== undefined || this.#state !== "complete";
  }

  async answer(method: string, params: Record<string, unknown>): Promise<object> {
    switch (method) {
      case "script.evaluate":
      case "script.callFunction":
        return this.#evaluate(params);
      case "script.disown":
        this.#released.push(...(params.handles as string[]));
        return {};
      case "browsingContext.navigate":
        return this.#navigate(params.url as string);
      case "browsingContext.reload":
        return this.#leave("/refresh");
      case "browsingContext.traverseHistory":
        return this.#leave((params.delta as number) < 0 ? "/back" : "/forward");
      case "browsingContext.activate":
        return this.#command("POST", "/window", { handle: this.id });
      case "browsingContext.close":
        await this.#command("DELETE", "/window");
        this.#reader.close(this);
        return {};
      case "browsingContext.captureScreenshot":
        return this.#reader.inTurn(this.id, async (session) => ({
          data: await session.command<string>("GET", "/screenshot"),
        }));
      case "input.performActions":
        this.#reader.used = this;
        return this.#command("POST", "/actions", { actions: (params.actions as Action[]).map(classic) });
      case "input.setFiles":
        return this.#setFiles((params.element as { sharedId: string }).sharedId, params.files as string[]);
      case "network.setExtraHeaders":
      case "browsingContext.handleUserPrompt":
        return {};
      default:
        throw new Error(`WebKit's bridge has no ${method}`);
    }
  }

  /** Asks the page what is new. With a call, makes it first. */
  async look(call?: { id: number } & Call): Promise<void> {
    const realm = this.#realm;
    const candidate = `${this.id}-${++lastId}`;
    const released = this.#released.splice(0);
    const script = `
      const [asked, done] = arguments;
      const { realm, candidate, released, id, args, byHandle, waits } = JSON.parse(asked);
      const page = (document.handgradBridge ??= (${String(openPage)})(candidate, [${this.#reader.preloads.join()}]));
      page.release(released);
      ${call ? `if (page.realm === realm) page.call(id, ${call.source}, args, byHandle);` : ""}
      page.news(waits).then((news) => done(JSON.stringify(news)));`;
    const waits = call !== undefined || this.#calls.size > 0 ? patience : 0;
    const { id, args, byHandle } = call ?? {};
    const asked = [JSON.stringify({ realm, candidate, released, id, args, byHandle, waits })];
    const news = await this.#reader.inTurn(this.id, (session) =>
      session.command<string>("POST", "/execute/async", { script, args: asked }).catch((error: unknown) => {
        // What else there is of errors, such as a call that can't even be read, would be waited for as long as a test may take.
        if (!/no such (frame|window)/.test(String(error))) throw error;
        return undefined; // The page was left meanwhile.
      }),
    );
    if (news !== undefined) this.#take(JSON.parse(news) as News);
  }

  async #command(method: "GET" | "POST" | "DELETE", path: string, body?: object): Promise<object> {
    await this.#reader.inTurn(this.id, (session) => session.command(method, path, body));
    return {};
  }

  async #evaluate(params: Record<string, unknown>): Promise<object> {
    const { sandbox } = params.target as { sandbox?: string };
    const args = (params.arguments ?? []) as RemoteValue[];
    const given = params.functionDeclaration as string | undefined;
    const call: Call = {
      source: given === undefined ? `() => (${expression(params.expression as string)})` : `(${given})`,
      args,
      byHandle: params.resultOwnership === "root",
    };
    if (given === evaluation) call.source = isInsertion(args[3]!.value) ? insertText : withoutEval(args);
    const depth = (params.serializationOptions as { maxObjectDepth?: number } | undefined)?.maxObjectDepth;
    if (depth === 0) call.byHandle = true;

    const id = ++lastId;
    const { result, exception } = await new Promise<Settled>((resolve, reject) => {
      // What was meant for a document that is gone is never answered: Playwright has been told that it is gone.
      const foreign = args.some(
        ({ handle }) => handle !== undefined && !handle.startsWith(`${this.#realm}/`),
      );
      if (foreign) return;
      this.#calls.set(id, resolve);
      this.look({ id, ...call }).catch(reject);
    }).finally(() => this.#calls.delete(id));
    const realm = this.#realm + (sandbox ?? "");
    if (exception === undefined) return { type: "success", realm, result };
    return { type: "exception", realm, exceptionDetails: { text: exception } };
  }

  async #navigate(url: string): Promise<object> {
    const navigation = `navigation-${++lastId}`;
    const [page, fragment] = url.split("#");
    const stays = fragment !== undefined && page === this.address.split("#")[0];
    if (!stays) {
      this.#navigation = navigation;
      this.#tell("browsingContext.navigationStarted", { navigation, url });
    }
    await this.#command("POST", "/url", { url });
    if (stays) {
      this.address = url;
      this.#tell("browsingContext.fragmentNavigated", { navigation, url });
    }
    return { navigation, url };
  }

  async #leave(path: string): Promise<object> {
    return this.#command("POST", path, {});
  }

  async #setFiles(handle: string, files: string[]): Promise<object> {
    const element = await this.#reader.inTurn(this.id, (session) =>
      session.command<Record<string, string>>("POST", "/execute/sync", {
        script: "return document.handgradBridge.object(arguments[0])",
        args: [handle],
      }),
    );
    return this.#command("POST", `/element/${element[elementKey]}/value`, { text: files.join("\n") });
  }

  #tell(method: string, params: Record<string, unknown>): void {
    this.#reader.emit(method, { context: this.id, timestamp: Date.now(), ...params });
  }

  #take({ realm, address, state, status, settled, logged }: News): void {
    if (realm !== this.#realm) this.#arrive(realm, address, status);
    else if (address !== this.address) this.#tell("browsingContext.historyUpdated", { url: address });
    this.address = address;
    for (const { type, text } of logged)
      this.#tell("log.entryAdded", {
        type,
        level: "error",
        method: "error",
        text,
        args: [{ type: "string", value: text }],
        source: { realm, context: this.id },
      });
    const states: DocumentReadyState[] = ["loading", "interactive", "complete"];
    for (const passed of states.slice(states.indexOf(this.#state) + 1, states.indexOf(state) + 1))
      this.#tell(passed === "complete" ? "browsingContext.load" : "browsingContext.domContentLoaded", {
        navigation: null,
        url: address,
      });
    this.#state = state;
    for (const each of settled) this.#calls.get(each.id)?.(each);
  }

  /** Tells of a document that has come, and how. */
  #arrive(realm: string, url: string, status: number): void {
    const first = this.#realm === "";
    if (!first) {
      this.#calls.clear();
      this.#tell("script.realmDestroyed", { realm: this.#realm });
      this.#tell("script.realmDestroyed", { realm: `${this.#realm}__playwright_utility_world__` });
      const navigation = this.#navigation ?? `navigation-${++lastId}`;
      if (this.#navigation === undefined)
        this.#tell("browsingContext.navigationStarted", { navigation, url });
      this.#navigation = undefined;
      const request = {
        request: navigation,
        url,
        method: "GET",
        headers: [],
        destination: "document",
        timings: { requestTime: 0, responseEnd: 0 },
      };
      const exchange = { navigation, redirectCount: 0, request, initiator: { type: "other" } };
      const response = {
        status,
        statusText: "",
        headers: [],
        protocol: "http/1.1",
        headersSize: 0,
        bodySize: 0,
      };
      this.#tell("network.beforeRequestSent", exchange);
      this.#tell("network.responseStarted", { ...exchange, response });
      this.#tell("network.responseCompleted", { ...exchange, response });
      this.#tell("browsingContext.navigationCommitted", { navigation, url });
      this.#state = "loading";
    }
    this.#realm = realm;
    this.#tell("script.realmCreated", { realm, origin: URL.parse(url)?.origin ?? "null", type: "window" });
  }
}

interface Action {
  type: string;
  actions: Record<string, unknown>[];
}

/** Where BiDi takes fractions of a pixel, WebDriver takes whole ones. */
const classic = (source: Action): Action => ({
  ...source,
  actions: source.actions.map((action) => ({
    ...action,
    ...(typeof action.x === "number" && { x: Math.round(action.x), y: Math.round(action.y as number) }),
    ...(source.type === "pointer" && action.type === "pointerMove" && { duration: 0, origin: "viewport" }),
    ...(source.type === "wheel" && { duration: 0, origin: "viewport" }),
  })),
});
