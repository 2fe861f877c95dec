/** Reads a page that may not be well formed: what can't be read is named and passed over, so that the rest is read too. */
import type { Root } from "mdast";
import { VFileMessage } from "vfile-message";
import { problemAt, offsetOf, locationAt, type Problem } from "#lesson/problem.ts";
import { parseLesson } from "#lesson/parse-lesson.ts";

export interface TolerantParse {
  /** The page without what could not be read. */
  tree: Root;
  problems: Problem[];
}

/** More problems in one page are not looked for. */
const mostProblems = 20;

/** A problem, and the piece of the text to pass over. */
interface Obstacle extends Problem {
  from: number;
  to: number;
  /** The tag to be closed at the end of the page, if that mends it. */
  closes?: string;
}

/**
 * Reads a page's source, whatever is wrong with it. After 20 problems, or one that can't be passed over, the tree is empty.
 * Throws only what is no complaint of the parser's.
 */
export function parseTolerantly(source: string): TolerantParse {
  const problems: Problem[] = [];
  const spoilt = new Set<string>();
  let text = source;
  for (;;) {
    try {
      return { tree: parseLesson(text), problems };
    } catch (error) {
      if (!(error instanceof VFileMessage)) throw error;
      const obstacle = obstacleIn(error, text);
      const [, closing, tag = ""] = /^<(\/?)([\w.]*)/.exec(text.slice(obstacle.from)) ?? [];
      if (closing !== "/") spoilt.add(tag);
      if (closing !== "/" || !spoilt.has(tag)) problems.push(problemAt(obstacle, obstacle.message));
      const rest = mended(text, obstacle, error);
      if (rest === text || problems.length === mostProblems)
        return { tree: { type: "root", children: [] }, problems };
      text = rest;
    }
  }
}

/** The text with the tag closed, so that it is still known, or without what can't be read. */
function mended(text: string, { from, to, closes }: Obstacle, complaint: VFileMessage): string {
  if (closes !== undefined) {
    const closed = `${text}\n\n</${closes}>\n`;
    try {
      parseLesson(closed);
      return closed;
    } catch (error) {
      if (error instanceof VFileMessage && error.reason !== complaint.reason) return closed;
    }
  }
  return blanked(text, from, to);
}

/** The text with spaces in place of a piece, so that everything else stays where it is. */
const blanked = (text: string, from: number, to: number): string =>
  text.slice(0, from) + text.slice(from, to).replaceAll(/[^\n]/g, " ") + text.slice(to);

const asBrace = "For a brace as such write `\\{`, and in mathematics put dollar signs around the formula.";
const asSign =
  "For a less-than sign write `\\<` or a formula; a comment is `{/* … */}`, a link `[text](address)`.";

function obstacleIn(error: VFileMessage, text: string): Obstacle {
  const offset = Math.min(offsetIn(error, text), text.length);
  const at = (from: number, to: number, message: string): Obstacle => ({
    ...locationAt(text, from),
    from,
    to,
    message,
  });
  const reason = error.reason.replace(/\.$/, "");

  const [, tag, line, column, endLine, endColumn] =
    /closing tag for `<([^>`]*)>` \((\d+):(\d+)-(\d+):(\d+)\)/.exec(reason) ?? [];
  if (tag !== undefined) {
    const from = offsetOf(text, { line: Number(line), column: Number(column) });
    const to = offsetOf(text, { line: Number(endLine), column: Number(endColumn) });
    const other = /^Unexpected closing tag `([^`]*)`/.exec(reason)?.[1];
    const where =
      other === undefined ? "" : ` It is still open on line ${error.line ?? "?"}, where ${other} stands.`;
    return {
      ...at(
        from,
        to,
        `<${tag}> is opened here and not closed.${where} Write </${tag}> on a line of its own where it ends, or close it at once: <${tag} … />.`,
      ),
      ...(other === undefined && { closes: tag }),
    };
  }

  const { ruleId, source: where = "" } = error;
  if (ruleId === "unexpected-closing-slash") {
    const from = text.lastIndexOf("<", offset);
    return at(
      from,
      endOf(text, from, ">"),
      `${text.slice(from, endOf(text, from, ">"))} closes what was not opened. Open it before, or remove this.`,
    );
  }
  if (where.endsWith("mdx-expression")) {
    const brace = opening("{", text, offset, error);
    if (ruleId === "acorn") {
      const detail = error.cause instanceof Error ? error.cause.message : reason;
      return at(
        brace,
        brace + 1,
        `What stands between these braces is not JavaScript: ${detail.replace(/ \(\d+:\d+\)$/, "")}. ${asBrace}`,
      );
    }
    return at(
      brace,
      brace + 1,
      `\`{\` opens an expression here that is not closed. Write \`}\` where it ends. ${asBrace}`,
    );
  }
  if (where.includes("jsx")) {
    const sign = opening("<", text, offset, error);
    return at(sign, sign + 1, tagComplaint(text.slice(sign), reason));
  }
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const detail = error.cause instanceof Error ? error.cause.message.replace(/ \(\d+:\d+\)$/, "") : reason;
  const complaint = where.endsWith("mdxjs-esm")
    ? `The import or export can't be read: ${detail}. Mend it.`
    : `The page can't be read here: ${lowered(reason)}. Mend it.`;
  return { ...at(start, endOf(text, start, "\n"), complaint), ...locationAt(text, offset) };
}

const lowered = (reason: string): string => reason.slice(0, 1).toLowerCase() + reason.slice(1);

/** Behind the next such character, or at the end. */
function endOf(text: string, from: number, character: string): number {
  const end = text.indexOf(character, from);
  return end === -1 ? text.length : end + 1;
}

function offsetIn({ place, line, column }: VFileMessage, text: string): number {
  if (place && "start" in place && place.start.offset !== undefined) return place.start.offset;
  if (place && "offset" in place && place.offset !== undefined) return place.offset;
  return line === undefined ? text.length : offsetOf(text, { line, column: column ?? 1 });
}

/** Where what a complaint is about begins: the last such sign before it without which the complaint is another. */
function opening(sign: string, text: string, offset: number, complaint: VFileMessage): number {
  for (let at = text.lastIndexOf(sign, offset); at >= 0; at = text.lastIndexOf(sign, at - 1)) {
    try {
      parseLesson(blanked(text, at, at + 1));
      return at;
    } catch (error) {
      if (!(error instanceof VFileMessage)) throw error;
      if (error.reason !== complaint.reason || offsetIn(error, text) !== offset) return at;
    }
    if (at === 0) break;
  }
  return Math.max(0, text.lastIndexOf(sign, offset));
}

/** What is wrong with a tag, by the text from its sign on. */
function tagComplaint(text: string, reason: string): string {
  if (text.startsWith("<!--")) return "A comment of HTML can't stand in a page. Write `{/* … */}`.";
  const [, address] = /^<((?:https?:|mailto:)[^>\s]*)>/.exec(text) ?? [];
  if (address !== undefined) return `An address alone is no link here. Write [text](${address}).`;
  const [, tag] = /^<\/?([A-Za-z][\w.]*)/.exec(text) ?? [];
  if (tag !== undefined && /attribute value/i.test(reason)) {
    return `<${tag}> can't be read: the value of one of its attributes is not in quotes, or its last quote is missing. Write it like this: name="value".`;
  }
  return `\`<\` begins a tag here that can't be read: ${lowered(reason)}. ${asSign}`;
}
