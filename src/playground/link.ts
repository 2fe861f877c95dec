/** A playground's setting as a piece of an address, and back. Nothing in it is believed before it has been read through. */
import * as z from "zod/mini";
import { settingSchema, type PlaygroundSetting } from "#playground/playground-setting.ts";

/** Marks links of the playground, and how they are written. */
const prefix = "v1.";

/** The longest link, and the longest text that one is unpacked to. */
const most = { link: 40_000, text: 100_000 } as const;

/** Short names, for a link is to be short. */
const packedSchema = z.object({
  l: z.enum(["p", "j"]),
  f: z.string(),
  d: z.string(),
  i: z.array(
    z.tuple([
      z.string(),
      z.array(z.union([z.number(), z.string()])),
      z.number(),
      z.number(),
      z.number(),
      z.number(),
    ]),
  ),
  s: z.record(z.string(), z.tuple([z.number(), z.number()])),
});

type Packed = z.infer<typeof packedSchema>;

const pack = ({ language, function: f, derivative: d, inputs, sizes }: PlaygroundSetting): Packed => ({
  l: language === "python" ? "p" : "j",
  f,
  d,
  i: inputs.map(({ name, axes, low, high, integer, wanted }) => [
    name,
    [...axes],
    low,
    high,
    Number(integer),
    Number(wanted),
  ]),
  s: Object.fromEntries(Object.entries(sizes).map(([name, [low, high]]) => [name, [low, high]])),
});

const unpack = ({ l, f, d, i, s }: Packed): unknown => ({
  language: l === "p" ? "python" : "javascript",
  function: f,
  derivative: d,
  inputs: i.map(([name, axes, low, high, integer, wanted]) => ({
    name,
    axes,
    low,
    high,
    integer: integer === 1,
    wanted: wanted === 1,
  })),
  sizes: s,
});

/** All that a stream gives, or null if that is more than `limit` bytes: it may be made to unpack without end. */
async function bytesOf(
  stream: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    length += value!.length;
    if (length > limit) {
      await reader.cancel();
      return null;
    }
    pieces.push(value!);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

const through = (bytes: Uint8Array<ArrayBuffer>, change: ReadableWritablePair<Uint8Array, BufferSource>) =>
  new Blob([bytes]).stream().pipeThrough(change);

/** What stands behind the `#` of a link to this setting. */
export async function toFragment(setting: PlaygroundSetting): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(pack(setting)));
  const bytes = (await bytesOf(through(text, new CompressionStream("deflate-raw")), Infinity))!;
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return prefix + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Whether a fragment means to be a setting. Others lead to headings. */
export const isPlaygroundFragment = (fragment: string): boolean => /^v\d+\./.test(fragment);

/** The setting of a fragment, or null for one that is damaged, too long or of a version unknown here. Never rejects. */
export async function fromFragment(fragment: string): Promise<PlaygroundSetting | null> {
  if (!fragment.startsWith(prefix) || fragment.length > most.link) return null;
  try {
    const binary = atob(fragment.slice(prefix.length).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const text = await bytesOf(through(bytes, new DecompressionStream("deflate-raw")), most.text);
    if (!text) return null;
    const packed = packedSchema.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(text)));
    const setting = settingSchema.safeParse(unpack(packed));
    return setting.success ? setting.data : null;
  } catch {
    return null;
  }
}
