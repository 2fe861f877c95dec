import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { WebSocket } from "ws";
import { isInsertion, type Message, type Peer } from "./bidi.ts";

interface Features {
  features: { "prefers-color-scheme"?: "light" | "dark" | null };
  contexts?: string[];
  userContexts?: string[];
}

/** Has a text inserted as if it were typed. */
function typed(message: Message): Message {
  const args = message.params?.arguments as { value?: unknown }[] | undefined;
  const insertion = args?.find(({ value }) => isInsertion(value));
  if (insertion) insertion.value = `(text) => void document.execCommand("insertText", false, text)`;
  return message;
}

/** What Playwright tells downloads apart by, and Firefox doesn't send. */
function named(message: Message): Message {
  const { method, params } = message;
  return method?.startsWith("browsingContext.download")
    ? { ...message, params: { download: params!.url, ...params } }
    : message;
}

/**
 * Starts Firefox. It answers everything itself but the emulation of a colour scheme, which it has for its own developer tools
 * and not in BiDi yet.
 */
export async function startFirefox(args: readonly string[]): Promise<(playwright: Peer) => void> {
  const firefox = spawn("firefox-esr", ["--remote-allow-system-access", ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  firefox.on("exit", () => process.exit());
  const address = await new Promise<string>((resolve) => {
    createInterface(firefox.stderr).on("line", (line) => {
      const [, found] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
      if (found) resolve(found);
    });
  });

  return (playwright) => {
    const socket = new WebSocket(`${address}/session`, { maxPayload: 2 ** 30, perMessageDeflate: false });
    const opened = new Promise((resolve) => socket.on("open", resolve));
    const send = (message: object) => void opened.then(() => socket.send(JSON.stringify(message)));

    let lastId = 2 ** 40; // Playwright counts its requests from 1.
    const asked = new Map<number, (result: Message["result"]) => void>();
    const ask = (method: string, params: object): Promise<Message["result"]> =>
      new Promise((resolve) => {
        asked.set(++lastId, resolve);
        send({ id: lastId, method, params });
      });

    let browserWindow: Promise<string> | undefined;
    /** Sets the colour scheme of a page by the means of Firefox's developer tools. */
    const setScheme = async (context: string, scheme: string | undefined) => {
      browserWindow ??= ask("browsingContext.getTree", { "moz:scope": "chrome" }).then(
        (tree) => (tree as { contexts: { context: string }[] }).contexts[0]!.context,
      );
      const navigables = "chrome://remote/content/shared/NavigableManager.sys.mjs";
      await ask("script.evaluate", {
        expression: `ChromeUtils.importESModule("${navigables}").NavigableManager
          .getBrowsingContextById("${context}").top.prefersColorSchemeOverride = "${scheme ?? "none"}"`,
        target: { context: await browserWindow },
        awaitPromise: false,
      });
    };

    const schemes = new Map<string, string | undefined>();
    const emulate = async ({ features, contexts, userContexts }: Features) => {
      const scheme = features["prefers-color-scheme"] ?? undefined;
      for (const userContext of userContexts ?? []) schemes.set(userContext, scheme);
      for (const context of contexts ?? []) await setScheme(context, scheme);
    };

    const creating = new Map<number, string>();
    playwright.onMessage((message) => {
      const { id, method, params } = message;
      if (method === "emulation.setMediaFeaturesOverride") {
        void emulate(params as unknown as Features).then(() =>
          playwright.send({ id: id!, type: "success", result: {} }),
        );
        return;
      }
      if (method === "browsingContext.create") creating.set(id!, params!.userContext as string);
      send(typed(message));
    });
    playwright.onClose(() => socket.close());

    socket.on("message", (data: Buffer) => {
      const message = JSON.parse(data.toString()) as Message;
      const { id, result } = message;
      if (id !== undefined && asked.has(id)) {
        asked.get(id)!(result);
        asked.delete(id);
      } else if (id !== undefined && creating.has(id) && result) {
        void setScheme(result.context as string, schemes.get(creating.get(id)!)).then(() =>
          playwright.send(message),
        );
        creating.delete(id);
      } else playwright.send(named(message));
    });
  };
}
