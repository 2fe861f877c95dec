import fc from "fast-check";
import { expect, test } from "vitest";
import { frameMessage, pipeReader } from "#runtime/node/pipe.ts";

/** What a reader hears of these bytes, cut into pieces of these sizes. */
function heard(bytes: Buffer, sizes: Iterable<number>): unknown[] {
  const values: unknown[] = [];
  const read = pipeReader((value) => values.push(value));
  let rest = bytes;
  for (const size of sizes) {
    if (rest.length === 0) break;
    read(rest.subarray(0, size));
    rest = rest.subarray(size);
  }
  return values;
}

const sizes = fc.infiniteStream(fc.integer({ min: 1, max: 20 }));

test("values are put together however the stream is cut", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), sizes, (sent, pieces) => {
      expect(heard(Buffer.concat(sent.map(frameMessage)), pieces)).toEqual(sent);
    }),
  );
});

test("bytes that are no value are null, and end it", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.uint8Array({ minLength: 1 }), sizes, (sent, garbage, pieces) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(garbage.length);
      // A version that no cloned value has.
      const broken = Buffer.concat([length, Buffer.from(garbage).fill(0xee, 0, 1)]);
      const after = frameMessage("unheard");
      expect(heard(Buffer.concat([...sent.map(frameMessage), broken, after]), pieces)).toEqual([
        ...sent,
        null,
      ]);
    }),
  );
});

test("what claims to be gigabytes long is not waited for", () => {
  expect(heard(Buffer.from([0xff, 0xff, 0xff, 0xff]), [4])).toEqual([null]);
});
