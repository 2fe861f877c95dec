import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Message, Peer } from "./bidi.ts";
import { Reader } from "./webkit-reader.ts";

type Params = Record<string, unknown>;

/** What WebKit does for every one of its pages, or can't be told: answered without being asked. */
const granted = new Set([
  "session.subscribe",
  "network.addIntercept",
  "network.addDataCollector",
  "network.setCacheBehavior",
  "emulation.setScreenOrientationOverride",
  "emulation.setScreenSettingsOverride",
  "script.removePreloadScript",
]);

/**
 * Speaks WebDriver BiDi for WebKitGTK, whose driver knows only the older WebDriver: what BiDi reports as it happens, a page is
 * asked for time and again. Windows appear on a screen of their own that nobody sees.
 */
export function startWebKit(still: boolean): (playwright: Peer) => void {
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const display = once(createInterface(screen.stdio[3] as Readable), "line").then(([line]) => `:${line}`);

  return (playwright) => {
    const readers = new Map<string, Reader>();
    const emit = (method: string, params: Params) => playwright.send({ type: "event", method, params });
    const readerOf = (context: unknown): Reader => {
      for (const reader of readers.values()) if (reader.tabs.has(context as string)) return reader;
      throw new Error("no such frame");
    };

    const answer = async (method: string, params: Params): Promise<object> => {
      if (granted.has(method)) return {};
      const concerned = ((params.userContexts ?? []) as string[]).map((id) => readers.get(id)!);
      switch (method) {
        case "session.new":
          return {
            sessionId: "webkit",
            capabilities: { browserName: "webkit", browserVersion: "", userAgent: "" },
          };
        case "browser.createUserContext": {
          const userContext = `reader-${readers.size + 1}`;
          readers.set(userContext, new Reader(userContext, display, still, emit));
          return { userContext };
        }
        case "browser.removeUserContext": {
          await readers.get(params.userContext as string)?.leave();
          readers.delete(params.userContext as string);
          return {};
        }
        case "browser.setDownloadBehavior":
          for (const reader of concerned)
            reader.downloads = (params.downloadBehavior as { destinationFolder?: string }).destinationFolder;
          return {};
        case "browser.close":
          await Promise.all([...readers.values()].map((reader) => reader.leave()));
          screen.kill();
          setImmediate(() => process.exit());
          return {};
        case "emulation.setMediaFeaturesOverride":
          for (const reader of concerned)
            reader.dark = (params.features as Record<string, string>)["prefers-color-scheme"] === "dark";
          return {};
        case "script.addPreloadScript":
          for (const reader of params.contexts ? (params.contexts as string[]).map(readerOf) : concerned)
            reader.preload(params.functionDeclaration as string);
          return { script: "" };
        case "browsingContext.setViewport":
          for (const reader of params.contexts ? (params.contexts as string[]).map(readerOf) : concerned)
            await reader.resize(params.viewport as { width: number; height: number });
          return {};
        case "browsingContext.create":
          return { context: await readers.get(params.userContext as string)!.newTab() };
        default: {
          const context = params.context ?? (params.target as { context?: string } | undefined)?.context;
          return readerOf(context)
            .tabs.get(context as string)!
            .answer(method, params);
        }
      }
    };

    playwright.onMessage(({ id, method, params }) => {
      void answer(method!, params ?? {}).then(
        (result) =>
          playwright.send({ id: id!, type: "success", result: result as Message["params"] & object }),
        (error: unknown) => {
          const message = error instanceof Error ? error.message : String(error);
          playwright.send({
            id: id!,
            type: "error",
            error: message === "no such frame" ? message : "unknown error",
            message,
          });
        },
      );
    });
  };
}
