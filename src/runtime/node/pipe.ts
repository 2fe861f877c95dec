/**
 * What a host and a child process say to each other, through pipes of its own: a length of four bytes, then so many bytes of a
 * cloned value. Node's own channel would let a child speak to the parent's Node, too, and a report in it may be unsent when learner
 * code next keeps the process busy; here it has been written when the call returns.
 */
import { Buffer } from "node:buffer";
import { read, writeSync } from "node:fs";
import { deserialize, serialize } from "node:v8";

/** The child's files: orders come in at one, reports go out at the other. */
export const ordersFile = 3;
const reportsFile = 1;

const lengthBytes = 4;
/** More than all results of any call take. What claims to be longer isn't waited for. */
const mostBytes = 64 * 1024 * 1024;

/** A value as bytes for a pipe: the length of its clone, in four bytes with the lowest first, then the clone. */
export function frameMessage(value: unknown): Buffer {
  const body = serialize(value);
  const bytes = Buffer.alloc(lengthBytes + body.length);
  bytes.writeUInt32LE(body.length);
  body.copy(bytes, lengthBytes);
  return bytes;
}

/** Sends a report from the child to its host. Returns when the last byte is written. */
export function writeReport(report: unknown): void {
  const bytes = frameMessage(report);
  for (let written = 0; written < bytes.length;) {
    written += writeSync(reportsFile, bytes, written);
  }
}

/**
 * Puts values together from the pieces that a pipe delivers. Once something in it can't be read, `listen` is given null and nothing
 * more.
 */
export function pipeReader(listen: (value: unknown) => void): (piece: Buffer) => void {
  let pieces: Buffer[] = [];
  let held = 0;
  let wanted = lengthBytes;
  let broken = false;

  return (piece) => {
    if (broken) return;
    pieces.push(piece);
    held += piece.length;
    while (held >= wanted) {
      const bytes = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
      pieces = [bytes];
      const length = bytes.readUInt32LE();
      wanted = lengthBytes + length;
      let value: unknown = null;
      if (length > mostBytes) broken = true;
      else if (held < wanted) return;
      else {
        try {
          value = deserialize(bytes.subarray(lengthBytes, wanted));
        } catch {
          broken = true;
        }
      }
      if (broken) pieces = [];
      else {
        pieces = [bytes.subarray(wanted)];
        held -= wanted;
        wanted = lengthBytes;
      }
      listen(value);
      if (broken) return;
    }
  };
}

/** Reads a child's orders, for as long as its parent holds the other end. */
export function readOrders(listen: (order: unknown) => void): void {
  const take = pipeReader(listen);
  const buffer = Buffer.alloc(64 * 1024);
  const next = () =>
    read(ordersFile, buffer, 0, buffer.length, null, (error, count) => {
      if (error || count === 0) return;
      take(Buffer.from(buffer.subarray(0, count)));
      next();
    });
  next();
}
