/** Text of others, such as a learner's name or a file's, for a terminal, a table or a log. */

/** What moves a cursor, colours, rings, or turns the direction of writing: C0 and C1 controls, line separators, bidi controls. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const unseen = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** The text on one line, with escapes such as `\u001b` in place of what isn't to be seen. */
export const visible = (text: string): string => text.toWellFormed().replaceAll(unseen, escaped);

/** The same, but line breaks and tabs stay. */
export const visibleLines = (text: string): string =>
  text
    .replaceAll("\r\n", "\n")
    .toWellFormed()
    .replaceAll(unseen, (character) => ("\n\t".includes(character) ? character : escaped(character)));

/** A value as a line of JSON, which reads back as the same value and moves no cursor. */
export const jsonLine = (value: unknown): string => `${JSON.stringify(value).replaceAll(unseen, escaped)}\n`;
