import { withComparisonCalls } from "#runtime/python/source/comparisons.ts";
import { withDisplayCalls } from "#runtime/python/source/displays.ts";
import { withFieldNames } from "#runtime/python/source/fields.ts";
import { withFormatCalls } from "#runtime/python/source/format-fields.ts";
import { withInPlaceCalls } from "#runtime/python/source/in-place.ts";
import { withMethodCalls } from "#runtime/python/source/methods.ts";

/** An expression, with what MicroPython would get wrong written in a way that it gets right. */
const expressionForMicroPython = (code: string): string =>
  withDisplayCalls(withComparisonCalls(withMethodCalls(code)));

/** A learner's code, rewritten in the same way. Lines stay where they are. */
export const forMicroPython = (code: string): string =>
  withInPlaceCalls(withFieldNames(expressionForMicroPython(withFormatCalls(code, expressionForMicroPython))));
