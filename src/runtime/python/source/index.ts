import { comparisonCalls } from "#runtime/python/source/comparisons.ts";
import { dictionaryCall } from "#runtime/python/source/dictionary-calls.ts";
import {
  dictionary,
  dictionaryComprehension,
  starredDisplay,
  starredList,
} from "#runtime/python/source/displays.ts";
import { applyEdits, type Edit } from "#runtime/edits.ts";
import { fieldNames } from "#runtime/python/source/fields.ts";
import { continuedString, formatString } from "#runtime/python/source/format-strings.ts";
import { inPlaceCalls } from "#runtime/python/source/in-place.ts";
import { methodCalls, percentCalls } from "#runtime/python/source/methods.ts";
import { breathingLoop } from "#runtime/python/source/loops.ts";
import { lastValue } from "#runtime/python/source/last-value.ts";
import { powerCalls } from "#runtime/python/source/powers.ts";
import { recordingCalls, type Recording } from "#runtime/python/source/recording/index.ts";
import type { SyntaxNode } from "#reading/syntax-tree.ts";
import { readSource } from "#runtime/python/source/python-source.ts";

/** How a part of a program is to be changed. All that is in it stays once and in its order, and on its line. */
type Rule = (node: SyntaxNode, code: string) => Edit[];

const rules: Readonly<Record<string, readonly Rule[]>> = {
  UpdateStatement: [inPlaceCalls],
  BinaryExpression: [comparisonCalls, percentCalls, powerCalls],
  CallExpression: [methodCalls, dictionaryCall],
  ArrayExpression: [starredDisplay],
  TupleExpression: [starredDisplay],
  SetExpression: [starredDisplay],
  AssignStatement: [starredList],
  ReturnStatement: [starredList],
  DictionaryExpression: [dictionary],
  DictionaryComprehensionExpression: [dictionaryComprehension],
  FormatString: [formatString],
  ContinuedString: [continuedString],
  ClassDefinition: [fieldNames],
};

const breathingRules: typeof rules = {
  WhileStatement: [breathingLoop],
  ForStatement: [breathingLoop],
  ArgList: [breathingLoop],
  ComprehensionExpression: [breathingLoop],
  ArrayComprehensionExpression: [breathingLoop],
  SetComprehensionExpression: [breathingLoop],
  DictionaryComprehensionExpression: [breathingLoop],
};

/** What is written into a program besides what makes it Python's. */
interface Rewriting {
  echo?: boolean;
  recording?: Recording | null;
  breathing?: boolean;
}

/**
 * A learner's code, with what MicroPython would get wrong written in a way that it gets right. Lines stay where they are.
 * @param options.echo whether the value of the last expression is to be printed
 * @param options.recording what of the code's values is to be told, if any are
 * @param options.breathing whether loops are to call out of Python as they turn
 */
export function forMicroPython(
  code: string,
  { echo = false, recording = null, breathing = false }: Rewriting = {},
): string {
  const { nodes } = readSource(code);
  return applyEdits(code, [
    ...(echo ? lastValue(nodes) : []),
    ...(recording ? recordingCalls(nodes, code, recording) : []),
    ...nodes.flatMap((node) => {
      const sets = breathing ? [breathingRules, rules] : [rules];
      return sets.flatMap((set) => set[node.name] ?? []).flatMap((rule) => rule(node, code));
    }),
  ]);
}
