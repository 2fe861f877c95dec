import { withFormatCalls } from "#runtime/python/source/format-fields.ts";
import { withInPlaceCalls } from "#runtime/python/source/in-place.ts";

/** A learner's code, with what MicroPython would get wrong written in a way that it gets right. Lines stay where they are. */
export const forMicroPython = (code: string): string => withInPlaceCalls(withFormatCalls(code));
