import { serialize } from "node:v8";
import fc from "fast-check";
import { expect, test } from "vitest";
import { reportReader } from "#runtime/node/report-stream.ts";
import type { Report } from "#runtime/sandbox/protocol.ts";

function framed(report: Report): Buffer {
  const body = serialize(report);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([length, body]);
}

test("reports are put together however the stream is cut", () => {
  const reports = fc.array(fc.string().map((text): Report => ({ kind: "output", text })));
  fc.assert(
    fc.property(reports, fc.infiniteStream(fc.integer({ min: 1, max: 20 })), (sent, sizes) => {
      const heard: Report[] = [];
      const read = reportReader((report) => heard.push(report));
      let stream = Buffer.concat(sent.map(framed));
      for (const size of sizes) {
        if (stream.length === 0) break;
        read(stream.subarray(0, size));
        stream = stream.subarray(size);
      }
      expect(heard).toEqual(sent);
    }),
  );
});
