#!/usr/bin/env node
/**
 * Stands between Playwright and a browser that speaks less of WebDriver BiDi than Playwright asks for. Playwright starts this
 * program as if it were a Firefox, reads its address from the output, and ends it together with whatever it has started.
 */
import type { AddressInfo } from "node:net";
import { WebSocketServer, type WebSocket } from "ws";
import type { Message, Peer } from "./bidi.ts";
import { startFirefox } from "./firefox.ts";
import { startWebKit } from "./webkit.ts";

const peerOf = (socket: WebSocket): Peer => ({
  send: (message) => socket.send(JSON.stringify(message)),
  onMessage: (listener) => {
    socket.on("message", (data: Buffer) => listener(JSON.parse(data.toString()) as Message));
  },
  onClose: (listener) => socket.on("close", listener),
});

const args = process.argv.slice(2);
const connect = args.includes("--webkit") ? startWebKit(args.includes("--still")) : await startFirefox(args);
const server = new WebSocketServer({ host: "127.0.0.1", port: 0, maxPayload: 2 ** 30 });
server.on("connection", (socket) => connect(peerOf(socket)));
server.on("listening", () => {
  console.log(`WebDriver BiDi listening on ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
