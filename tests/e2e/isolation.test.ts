import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { ExerciseWidget } from "./code-widget.ts";

const { open } = useBrowser();

let server: Server;
let outside: string;
let reached: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    reached.push(request.url!);
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("content-type", "text/javascript");
    response.end("");
  });
  server.on("upgrade", (request, socket) => {
    reached.push(request.url!);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

beforeEach(() => {
  reached = [];
});

afterAll(() => server.close());

/** Every way out that a worker's scope might offer. Each is tried; none may reach the server. */
const probes = (address: string): string => `
  const attempts = [
    () => fetch("${address}fetch"),
    () => fetch("${address}no-cors", { mode: "no-cors", keepalive: true }),
    () => { const request = new XMLHttpRequest(); request.open("GET", "${address}xhr", false); request.send(); },
    () => new WebSocket("${address.replace("http", "ws")}socket"),
    () => new EventSource("${address}events"),
    () => importScripts("${address}script"),
    () => import("${address}module"),
    () => navigator.sendBeacon("${address}beacon"),
    () => new Worker(URL.createObjectURL(new Blob(["fetch('${address}nested')"]))),
    () => new FontFace("x", "url(${address}font)").load(),
    () => globalThis.constructor.constructor("fetch('${address}constructed')")(),
    () => Object.getPrototypeOf(globalThis).fetch.call(globalThis, "${address}prototype"),
  ];
  for (const attempt of attempts) {
    try { Promise.resolve(attempt()).catch(() => {}); } catch {}
  }`;

describe("a learner's code", () => {
  test("reaches no server from JavaScript", async () => {
    const page = await open("scalar/");
    const square = new ExerciseWidget(page, "scalar/square");
    await square.choose("JavaScript");
    await square.write(`function dXSquare(x) {${probes(outside)}\n  return 2 * x;\n}\n`);
    expect(await square.submit()).toBe("correct");
    // A cell's worth of time in the same frame, after which anything under way would have arrived.
    await square.write("function dXSquare(x) {\n  return 2 * x;\n}\n");
    expect(await square.submit()).toBe("correct");
    expect(reached).toEqual([]);
  });

  test("reaches no server from Python, whatever it finds behind `js`", async () => {
    const page = await open("scalar/");
    const square = new ExerciseWidget(page, "scalar/square");
    const tries = ["fetch", "importScripts", "WebSocket.new", "EventSource.new"]
      .map(
        (name) =>
          `    try:\n        import js\n        js.${name}("${outside}${name}")\n    except Exception:\n        pass\n`,
      )
      .join("");
    await square.write(`def d_x_square(x):\n${tries}    return 2*x\n`);
    expect(await square.submit()).toBe("correct");
    expect(reached).toEqual([]);
  });

  test("can't report a result that it didn't earn", async () => {
    const page = await open("scalar/");
    const square = new ExerciseWidget(page, "scalar/square");
    await square.choose("JavaScript");
    for (const attack of [
      "for (const f of [globalThis.postMessage, self?.postMessage]) try { f({ ok: true, results: [] }); } catch {}",
      "Object.prototype.toJSON = () => 0; Array.prototype.map = () => []; Number.isFinite = () => true;",
      "globalThis.onmessage = () => {}; try { close(); } catch {}",
    ]) {
      await square.write(`${attack}\nfunction dXSquare(x) {\n  ${attack}\n  return 3 * x;\n}\n`);
      expect(["incorrect", "invalid"]).toContain(await square.submit());
    }
  });

  test("can't see the page or what it stores", async () => {
    const page = await open("scalar/");
    const square = new ExerciseWidget(page, "scalar/square");
    await square.choose("JavaScript");
    await square.write(`function dXSquare(x) {
  const visible = ["document", "window", "parent", "localStorage", "indexedDB", "caches", "cookieStore"]
    .filter((name) => { try { return globalThis[name] != null; } catch { return false; } });
  if (visible.length) throw new Error("sees " + visible.join(", "));
  return 2 * x;
}
`);
    expect(await square.submit(), (await square.verdict.textContent()) ?? "").toBe("correct");
  });
});

test("the server that nothing reaches can be reached", async () => {
  const page = await open();
  await page.goto(outside);
  await page.evaluate((address) => fetch(`${address}control`).then(() => null), outside);
  expect(reached).toContain("/control");
});
