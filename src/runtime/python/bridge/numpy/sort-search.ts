/** What Python's `numpy` calls to sort and search along an axis. */
import type { Call } from "#runtime/python/bridge/calls.ts";
import { order, placesInLines } from "#runtime/python/bridge/lines.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

export const sortSearchCalls = {
  array_argmax: (x: Variable, axis: number | null, keepdim: boolean) =>
    new Variable(x.value.argmax(axis ?? undefined, keepdim)),
  array_argmin: (x: Variable, axis: number | null, keepdim: boolean) =>
    new Variable(x.value.argmin(axis ?? undefined, keepdim)),
  array_argsort: (x: Variable, axis: number) =>
    new Variable(placesInLines(x.value, axis, (line) => order(line))),
  array_take_along: (x: Variable, places: Variable, axis: number) =>
    new Variable(x.value.gather(places.value, axis)),
} satisfies Record<string, Call>;
