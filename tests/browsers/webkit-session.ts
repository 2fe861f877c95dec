import { spawn, type ChildProcess } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { first, miniBrowser } from "./engines.ts";

/** How a reader has set up the computer, which WebKitGTK takes from GTK's settings when it is started. */
export interface Settings {
  dark: boolean;
  /** Whether motion is reduced. */
  still: boolean;
}

/**
 * Milliseconds that a page may take to say what is new, and longer than a test may take: what it says after the driver has given up
 * would be lost, and a page that works hard on a busy machine says nothing meanwhile.
 */
const patience = 3_600_000;

/** Has pages drawn without a graphics card, which Xvfb has none of: acting as if there were one costs nearly as much again. */
const withoutCards = { WEBKIT_DISABLE_DMABUF_RENDERER: "1" };

/** Lets a window be as narrow as a phone, which the buttons above its page would forbid. */
const narrowButtons = "button { min-width: 0; padding: 0; margin: 0; border: 0; }\n";

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** A WebKit of its own, in a profile of its own, driven by WebDriver. Its commands are to be given one after the other. */
export class WebKitSession {
  /** The folder that downloads go to. */
  readonly downloads: string;
  readonly #home: string;
  readonly #driver: ChildProcess;
  readonly #address: string;
  #id = "";

  private constructor(home: string, driver: ChildProcess, port: number) {
    this.#home = home;
    this.downloads = join(home, "downloads");
    this.#driver = driver;
    this.#address = `http://127.0.0.1:${port}/session`;
  }

  static async start(display: string, { dark, still }: Settings): Promise<WebKitSession> {
    const home = await mkdtemp(join(tmpdir(), "handgrad-webkit-"));
    await mkdir(join(home, "gtk-3.0"));
    await mkdir(join(home, "downloads"));
    await writeFile(
      join(home, "gtk-3.0/settings.ini"),
      `[Settings]\ngtk-enable-animations=${still ? 0 : 1}\n`,
    );
    await writeFile(join(home, "gtk-3.0/gtk.css"), narrowButtons);
    await writeFile(join(home, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${home}/downloads"\n`);
    const port = await freePort();
    const driver = spawn("WebKitWebDriver", [`--port=${port}`], {
      env: { ...process.env, ...withoutCards, DISPLAY: display, HOME: home, XDG_CONFIG_HOME: home },
      stdio: "ignore",
    });
    const session = new WebKitSession(home, driver, port);
    const binary = await first([miniBrowser]);
    const { sessionId } = await session.#begin({
      capabilities: {
        alwaysMatch: {
          pageLoadStrategy: "none",
          timeouts: { script: patience },
          "webkitgtk:browserOptions": { binary, args: ["--automation", ...(dark ? ["--dark-mode"] : [])] },
        },
      },
    });
    session.#id = `/${sessionId}`;
    return session;
  }

  /** Starts the browser, as soon as the driver answers. */
  async #begin(body: object): Promise<{ sessionId: string }> {
    for (;;) {
      try {
        return await this.command<{ sessionId: string }>("POST", "", body);
      } catch (error) {
        if (!(error instanceof TypeError) || this.#driver.exitCode !== null) throw error;
        await pause(20); // it isn't listening yet
      }
    }
  }

  async command<Result = null>(
    method: "GET" | "POST" | "DELETE",
    path: string,
    body?: object,
  ): Promise<Result> {
    const response = await fetch(this.#address + this.#id + path, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: Result & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${path}: ${value.error ?? ""}: ${value.message ?? ""}`);
    return value;
  }

  async end(): Promise<void> {
    await this.command("DELETE", "").catch(() => undefined);
    this.#driver.kill();
    await rm(this.#home, { recursive: true, force: true });
  }
}
