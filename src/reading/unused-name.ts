/** A name for what is written into a learner's code. */

/** What `\u0061` and `\u{61}` stand for, which names in JavaScript may be written with. */
const unescaped = (code: string): string =>
  code.replace(/\\u(?:\{([\da-f]{1,6})\}|([\da-f]{4}))/gi, (_, braced?: string, four?: string) => {
    const point = parseInt(braced ?? four!, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : "";
  });

/** A name that stands nowhere in the code, not even as a part of another. */
export function unusedName(code: string, wanted = "_recorded"): string {
  const names = code + unescaped(code);
  let name = wanted;
  while (names.includes(name)) name += "_";
  return name;
}
