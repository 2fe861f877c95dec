import { fileURLToPath } from "node:url";
import {
  chromium,
  devices,
  firefox,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
} from "playwright-core";
import type { ChromiumOptions } from "../e2e/find-chromium.ts";
import { emulateInPage } from "./emulate.ts";
import type { Engine } from "./engines.ts";

const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const bridge = fileURLToPath(new URL("bidi-bridge.ts", import.meta.url));

/** By another name than its own, the editor would take the keys of a test for those of Android's keyboards. */
const { userAgent: _, ...pixel } = devices["Pixel 5"];
const emulatedPhone = { ...pixel, viewport: { width: 390, height: 844 } };

/** The browsers that a file's tests are run in, all of one engine, started when they are needed. */
export class Browsers {
  readonly #engine: Engine;
  readonly #chromium: ChromiumOptions;
  readonly #contexts: BrowserContext[] = [];
  readonly #started = new Map<boolean, Promise<Browser>>();

  constructor(engine: Engine, chromiumOptions: ChromiumOptions) {
    this.#engine = engine;
    this.#chromium = chromiumOptions;
  }

  /** A profile of its own, with all that Playwright can be told about its reader. */
  async newContext(options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await this.#context(options);
    this.#contexts.push(context);
    return context;
  }

  /** Closes every profile that is still open. */
  async leave(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }

  async #context(options: BrowserContextOptions): Promise<BrowserContext> {
    if (this.#isChromium) {
      const phone = this.#engine === "phone" ? emulatedPhone : {};
      const browser = await this.#start(false);
      return browser.newContext({ ...phone, ...options });
    }
    // What can be asked of one of these browsers only when it is started.
    const { reducedMotion, hasTouch: _, isMobile: __, javaScriptEnabled: ___, ...others } = options;
    const browser = await this.#start(reducedMotion === "reduce");
    const context = await browser.newContext(others);
    context.on("page", (page) => emulateInPage(page, this.#engine));
    return context;
  }

  async close(): Promise<void> {
    for (const browser of this.#started.values()) await (await browser).close();
  }

  get #isChromium(): boolean {
    return this.#engine === "chromium" || this.#engine === "phone";
  }

  #start(still: boolean): Promise<Browser> {
    const started = this.#started.get(still) ?? this.#launch(still);
    this.#started.set(still, started);
    return started;
  }

  #launch(still: boolean): Promise<Browser> {
    if (this.#isChromium) return chromium.launch({ ...this.#chromium, args: chromiumFlags });
    return firefox.launch({
      channel: "moz-firefox",
      executablePath: bridge,
      args: [...(this.#engine === "webkit" ? ["--webkit"] : []), ...(still ? ["--still"] : [])],
      firefoxUserPrefs: still ? { "ui.prefersReducedMotion": 1 } : {},
    });
  }
}
