/** What may have been written in place of what was meant. */
import type { DiagnosisKind } from "#grader/verdict.ts";
import type { Language } from "#reading/language.ts";
import type { Span } from "#reading/program-nodes.ts";
import type { SyntaxNode } from "#reading/syntax-tree.ts";

/** What was mixed up. The first are those that people mix up most. */
export const slipSorts = [
  "value",
  "index",
  "axis",
  "order",
  "overwritten",
  "derivative",
  "operator",
  "sign",
  "brackets",
  "term",
  "factor",
  "function",
  "number",
  "bound",
  "comparison",
] as const;
export type SlipSort = (typeof slipSorts)[number];

/** A place of an answer, and what else could stand there. */
export interface Slip extends Span {
  sort: SlipSort;
  /** What the mistake is called, if this is it. */
  kind: DiagnosisKind;
  /** What is put there. */
  text: string;
  /** What the learner wrote, and what was meant, as a message shows them. */
  found: string;
  meant: string;
}

/** A program as the rules look at it. */
export interface AnswerSource {
  code: string;
  language: Language;
  text: (span: Span) => string;
  /** The names of values that are known where a node stands. */
  namesAt: (node: SyntaxNode) => readonly string[];
  /** All that stands between square brackets of the program as an index. */
  indices: readonly string[];
}

/** What else could stand at a node. */
export type Rule = (node: SyntaxNode, source: AnswerSource) => Slip[];

/** Something else in the place of a node, each text once. */
export const instead = (
  sort: SlipSort,
  kind: DiagnosisKind,
  span: Span,
  { text }: AnswerSource,
  texts: readonly string[],
): Slip[] =>
  [...new Set(texts)]
    .filter((other) => other !== text(span))
    .map((other) => {
      const { from, to } = span;
      return { sort, kind, from, to, text: other, found: text(span), meant: other };
    });
