/**
 * Reports from a child process through its standard output: a length of four bytes, then so many bytes of a cloned value.
 * Unlike a message, a report has been written when the call returns, however busy learner code keeps the process after it.
 */
import { Buffer } from "node:buffer";
import { writeSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import type { Report } from "#runtime/sandbox/protocol.ts";

const standardOutput = 1;
const lengthBytes = 4;

export function writeReport(report: Report): void {
  const body = serialize(report);
  const bytes = Buffer.alloc(lengthBytes + body.length);
  bytes.writeUInt32LE(body.length);
  body.copy(bytes, lengthBytes);
  for (let written = 0; written < bytes.length;) {
    written += writeSync(standardOutput, bytes, written);
  }
}

/** Puts reports together from the pieces that a stream delivers. */
export function reportReader(listen: (report: Report) => void): (piece: Buffer) => void {
  let pending: Buffer = Buffer.alloc(0);
  return (piece) => {
    pending = Buffer.concat([pending, piece]);
    while (pending.length >= lengthBytes) {
      const end = lengthBytes + pending.readUInt32LE();
      if (pending.length < end) return;
      const report = deserialize(pending.subarray(lengthBytes, end)) as Report;
      pending = pending.subarray(end);
      listen(report);
    }
  };
}
