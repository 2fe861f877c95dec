import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("../../src/styles/tokens.css", import.meta.url), "utf8");

/** Every colour token that is written out, as [light, dark]. */
const colours = new Map(
  [...css.matchAll(/(--hg-[\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name!,
    [light!, dark!] as const,
  ]),
);

/** Relative luminance of an sRGB colour, as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

const texts = ["strong", "text", "muted"];
const hues = ["value", "gradient", "right", "wrong", "invalid"];
const code = ["keyword", "string", "constant", "comment", "function"].map((token) => `code-token-${token}`);
const grounds = ["page", "surface", "raised"];

const pairs = [
  ...[...texts, ...hues, ...code].flatMap((ink) => grounds.map((ground) => [ink, ground])),
  ...hues.flatMap((hue) => [hue, "text", "strong"].map((ink) => [ink, `${hue}-soft`])),
  ...code.flatMap((token) => ["wrong-soft", "invalid-soft"].map((ground) => [token, ground])),
];

describe.each(["light", "dark"])("%s", (scheme) => {
  const colour = (name: string) => colours.get(`--hg-${name}`)![scheme === "light" ? 0 : 1];

  test.each(pairs)("%s can be read on %s", (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(grounds.slice(0, 2))("what can be pressed or filled in has an edge on the %s", (ground) => {
    expect(contrast(colour("border-strong"), colour(ground))).toBeGreaterThanOrEqual(3);
    expect(contrast(colour("focus"), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});
