import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { examples, settingOf } from "#playground/examples.ts";
import { fromFragment, isPlaygroundFragment, toFragment } from "#playground/link.ts";
import { isName, settingSchema, type PlaygroundSetting } from "#playground/playground-setting.ts";

const setting = settingOf(examples[4]!, "python");

/** A fragment that unpacks to this text. */
async function packed(text: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = Buffer.from(await new Response(stream).arrayBuffer());
  return `v1.${bytes.toString("base64url")}`;
}

describe("a link", () => {
  const names = fc.stringMatching(/^[A-Za-z_]\w{0,8}$/).filter(isName);
  const lengths = fc.integer({ min: 1, max: 12 });
  const settings: fc.Arbitrary<PlaygroundSetting> = fc.record({
    language: fc.constantFrom("python", "javascript"),
    function: fc.string({ unit: "binary", maxLength: 200 }).filter((text) => text.isWellFormed()),
    derivative: fc.string({ maxLength: 200 }),
    inputs: fc.uniqueArray(
      fc.record({
        name: names,
        axes: fc.array(fc.oneof(lengths, names), { maxLength: 2 }),
        low: fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => x + 0),
        high: fc.integer({ min: -100, max: 100 }),
        integer: fc.boolean(),
        wanted: fc.boolean(),
      }),
      { maxLength: 8, selector: ({ name }) => name },
    ),
    sizes: fc.dictionary(names, fc.tuple(lengths, lengths), { maxKeys: 4, noNullPrototype: true }),
  });

  test("carries everything, and nothing but letters that an address may have", async () => {
    await fc.assert(
      fc.asyncProperty(settings, async (each) => {
        const fragment = await toFragment(each);
        expect(fragment).toMatch(/^v1\.[\w-]+$/);
        expect(isPlaygroundFragment(fragment)).toBe(true);
        expect(await fromFragment(fragment)).toEqual(each);
      }),
    );
  });

  test("is short: a small network with its derivative takes less than 600 characters", async () => {
    expect((await toFragment(setting)).length).toBeLessThan(600);
  });

  test("that is damaged anywhere is read in full or not at all", async () => {
    const fragment = await toFragment(setting);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(fragment.length - 1),
        fc.constantFrom("A", "-", "%", "é", ""),
        async (at, other) => {
          const opened = await fromFragment(fragment.slice(0, at) + other + fragment.slice(at + 1));
          expect(opened === null || settingSchema.safeParse(opened).success).toBe(true);
        },
      ),
    );
    for (let length = 0; length < fragment.length; length += 7) {
      expect(await fromFragment(fragment.slice(0, length))).toBeNull();
    }
  });

  test("that would unpack to megabytes is not unpacked", async () => {
    const bomb = await packed(" ".repeat(50_000_000));
    expect(await fromFragment(bomb)).toBeNull();
  });

  test.each<[what: string, sent: unknown]>([
    ["a huge axis", { i: [["x", [1e9], 0, 1, 0, 1]] }],
    ["a parameter that is no name", { i: [["x); alert(1", [], 0, 1, 0, 1]] }],
    [
      "two parameters of one name",
      {
        i: [
          ["x", [], 0, 1, 0, 1],
          ["x", [], 0, 1, 0, 1],
        ],
      },
    ],
    ["a range without a number", { i: [["x", [], null, 1, 0, 1]] }],
    ["too many inputs", { i: Array.from({ length: 50 }, (_, i) => [`x${i}`, [], 0, 1, 0, 1]) }],
    ["another language", { l: "b" }],
    ["code that is no text", { f: { toString: "x" } }],
    ["no record", null],
  ])("with %s is refused", async (_what, change) => {
    const whole = { l: "p", f: "", d: "", i: [], s: {} };
    expect(await fromFragment(await packed(JSON.stringify(whole)))).not.toBeNull();
    const sent = change === null ? null : { ...whole, ...(change as object) };
    expect(await fromFragment(await packed(JSON.stringify(sent)))).toBeNull();
  });

  test("a heading's fragment is none", () => {
    expect(["", "links", "v", "version-1.2"].some(isPlaygroundFragment)).toBe(false);
  });
});
