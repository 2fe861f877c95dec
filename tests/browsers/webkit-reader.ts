import { copyFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Tab } from "./webkit-tab.ts";
import { WebKitSession } from "./webkit-session.ts";

export interface Size {
  width: number;
  height: number;
}

export type Emit = (method: string, params: Record<string, unknown>) => void;

/** After how many milliseconds tabs are asked what is new, while something is awaited there and while nothing is. */
const intervals = { busy: 25, idle: 100 };

/** Milliseconds that a window may take to have the size that it was given. */
const patience = 10_000;

/** A profile with its tabs: one session of WebDriver, whose commands are given one after the other. */
export class Reader {
  readonly id: string;
  readonly emit: Emit;
  readonly tabs = new Map<string, Tab>();
  readonly preloads: string[] = [];
  /** Where the reader has pressed something last: a download comes from there, as far as can be told. */
  used: Tab | undefined;
  dark = false;
  /** Where downloaded files are to be. */
  downloads: string | undefined;
  #size: Size | undefined;
  readonly #still: boolean;
  readonly #display: Promise<string>;
  #session: Promise<WebKitSession> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #shown = "";
  #left = false;
  readonly #downloaded = new Set<string>();

  constructor(id: string, display: Promise<string>, still: boolean, emit: Emit) {
    this.id = id;
    this.#display = display;
    this.#still = still;
    this.emit = emit;
  }

  preload(script: string): void {
    this.preloads.push(script);
  }

  /** Does something in a tab, or in whichever is there, once all else that was to be done before it is done. */
  inTurn<Result>(
    tab: string | undefined,
    work: (session: WebKitSession) => Promise<Result>,
  ): Promise<Result> {
    const turn = this.#last.then(async () => {
      const session = await this.#started();
      if (tab !== undefined && tab !== this.#shown) {
        await session.command("POST", "/window", { handle: tab });
        this.#shown = tab;
      }
      return work(session);
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async newTab(): Promise<string> {
    const first = this.tabs.size === 0;
    const id = await this.inTurn(undefined, async (session) => {
      if (first) return session.command<string>("GET", "/window");
      return (await session.command<{ handle: string }>("POST", "/window/new", { type: "window" })).handle;
    });
    const tab = new Tab(id, this);
    this.tabs.set(id, tab);
    if (this.#size) await this.#fit(tab, this.#size);
    this.emit("browsingContext.contextCreated", {
      context: id,
      userContext: this.id,
      url: "about:blank",
      parent: null,
      originalOpener: null,
    });
    await tab.look();
    if (first) void this.#lookAround();
    return id;
  }

  async resize(size: Size): Promise<void> {
    this.#size = size;
    for (const tab of this.tabs.values()) await this.#fit(tab, size);
  }

  close(tab: Tab): void {
    this.tabs.delete(tab.id);
    if (this.used === tab) this.used = undefined;
    this.emit("browsingContext.contextDestroyed", {
      context: tab.id,
      userContext: this.id,
      url: tab.address,
      parent: null,
    });
  }

  async leave(): Promise<void> {
    this.#left = true;
    for (const tab of this.tabs.values()) this.close(tab);
    if (this.#session) await (await this.#session).end();
  }

  /** Makes a window of such a size that its page has this one. */
  async #fit(tab: Tab, { width, height }: Size): Promise<void> {
    await this.inTurn(tab.id, async (session) => {
      const ask = (wanted: string) =>
        session.command<number>("POST", "/execute/sync", { script: `return ${wanted}`, args: [] });
      const bars = await ask("outerHeight - innerHeight");
      await session.command("POST", "/window/rect", { x: 0, y: 0, width, height: height + bars });
      const deadline = Date.now() + patience;
      for (let got = await ask("innerWidth"); got !== width; got = await ask("innerWidth")) {
        if (Date.now() > deadline)
          throw new Error(`A page was to be ${width} pixels wide, and WebKit has made it ${got}.`);
        await pause(intervals.busy);
      }
    });
  }

  #started(): Promise<WebKitSession> {
    this.#session ??= this.#display.then((display) =>
      WebKitSession.start(display, { dark: this.dark, still: this.#still }),
    );
    return this.#session;
  }

  async #lookAround(): Promise<void> {
    while (!this.#left) {
      for (const tab of this.tabs.values()) await tab.look().catch((error: unknown) => this.#lose(error));
      await this.#lookForDownloads();
      const busy = [...this.tabs.values()].some((tab) => tab.busy);
      await pause(busy ? intervals.busy : intervals.idle);
    }
  }

  /** Tells that every page is gone where WebKit has crashed. */
  #lose(error: unknown): void {
    if (!String(error).includes("invalid session id")) return;
    for (const tab of this.tabs.values()) this.close(tab);
  }

  async #lookForDownloads(): Promise<void> {
    if (!this.downloads || this.#left) return;
    const from = (await this.#started()).downloads;
    const tab = this.used ?? [...this.tabs.values()][0];
    for (const name of await readdir(from).catch(() => [])) {
      if (this.#downloaded.has(name) || name.endsWith(".wkdownload") || !tab) continue;
      this.#downloaded.add(name);
      await copyFile(join(from, name), join(this.downloads, name));
      const download = { context: tab.id, navigation: null, download: name, url: tab.address };
      this.emit("browsingContext.downloadWillBegin", { ...download, suggestedFilename: name });
      this.emit("browsingContext.downloadEnd", { ...download, status: "complete" });
    }
  }
}
