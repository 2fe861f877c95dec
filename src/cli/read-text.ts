import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { buffer } from "node:stream/consumers";

/** Larger files are not read, in bytes: an export of a thousand answers has less than one of them in a hundred. */
export const largest = 64 * 2 ** 20;

/** Why a file can't be read, in a few words and what to do. */
export class Unreadable extends Error {}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file. Is the path right?",
  ENOTDIR: "a part of its path is no folder. Is the path right?",
  EACCES: "you may not read it. Change its permissions.",
  EPERM: "you may not read it. Change its permissions.",
  EISDIR: "it is a folder. Name a file in it.",
  ELOOP: "its links lead round in a circle. Name the file itself.",
  ENAMETOOLONG: "its name is too long. Is the path right?",
  ENOSPC: "the disk is full.",
  EDQUOT: "the disk is full for you.",
  EROFS: "it may only be read there. Choose another place.",
  EIO: "the disk does not answer.",
  ENXIO: "it is no regular file. Copy what is in it to one.",
};

/** Why the system refused, in words where there are some. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ""] ?? `${message}.`;
}

/**
 * The text of a regular file. Throws Unreadable for whatever else there may be at a path, such as a pipe or a device, which would
 * never end, and for what is too large or not UTF-8.
 */
export async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path).catch((error: unknown) => {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(reasonOf(error));
  });
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Unreadable("it is not text in UTF-8. Save it as UTF-8, or export it again.");
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  // Without the flag, opening a pipe would wait until somebody writes into it.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = await file.stat();
    if (stats.isDirectory()) throw new Unreadable(reasons.EISDIR);
    if (!stats.isFile()) {
      throw new Unreadable(
        "it is no regular file but a pipe, a device or the like. Copy what is in it to a file.",
      );
    }
    // Files of the system may be longer than they say: one byte more than is allowed shows that.
    const bytes = await buffer(file.createReadStream({ end: largest, autoClose: false }));
    if (bytes.length > largest) {
      throw new Unreadable(`it is larger than ${largest / 2 ** 20} MB. Is it the right file?`);
    }
    return bytes;
  } finally {
    await file.close();
  }
}
