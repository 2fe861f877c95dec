/** Operations whose rule is a Python function. */
import { call } from "#autodiff/notation.ts";
import { cat, EngineError, Tensor } from "#autodiff/index.ts";
import { countEntries } from "#autodiff/shape.ts";
import { defineListOp, defineOp } from "#autodiff/operation.ts";
import { RaisedInPython, fromPython, toPython, type Call } from "#runtime/python/bridge/calls.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

/** From an input's place to its gradient, to None, or to text if it raised; the first call brings the upstream gradients. */
type Rule = (place: number, ...upstream: unknown[]) => unknown;

/** Several tensors in one: their entries, one after another. */
function packed(parts: readonly Tensor[]): Tensor {
  const [first] = parts;
  if (parts.length === 1) return first!;
  const entries = Float64Array.from(parts.flatMap((part) => part.entries()));
  return new Tensor(entries, [entries.length], "float64").converted(first!.dtype);
}

/** One of the tensors that were packed. Backward: the gradient goes to its part of the whole. */
const part = defineOp({
  name: "part",
  gradFn: ({ as }) => as,
  params: { start: "number", shape: "shape", as: "word" },
  notation: call("part"),
  forward: (whole, { start, shape }) =>
    whole
      .detach()
      .slice(0, start, start + countEntries(shape))
      .reshape(shape),
  vjp: [
    (g, { x, params: { start } }) => {
      const zeros = x.detach().mul(0);
      const flat = g.reshape([-1]);
      return cat([zeros.slice(0, 0, start), flat, zeros.slice(0, start + flat.numel)], 0);
    },
  ],
  saves: false,
});

function partsOf(whole: Tensor, shapes: readonly (readonly number[])[], as: string): Tensor[] {
  if (shapes.length === 1) return [whole];
  let start = 0;
  return shapes.map((shape) => {
    const from = start;
    start += countEntries(shape);
    return part(whole, { start: from, shape, as });
  });
}

/** Puts results that Python computed into the graph, above the inputs that they were computed from. */
function custom(as: string, rule: Rule, count: number, ...variables: Variable[]): Variable[] {
  const values = variables.map(({ value }) => value);
  const inputs = values.slice(0, count);
  const results = values.slice(count);
  const shapes = results.map(({ shape }) => shape);
  const operation = defineListOp({
    name: as,
    gradFn: as,
    notation: call(as),
    forward: () => packed(results.map((result) => result.detach())),
    vjp: (place) => (g) => {
      const parts = place === 0 ? partsOf(g, shapes, "Slice") : [];
      const answer = fromPython(rule(place, ...parts.map((each) => toPython(new Variable(each)))));
      if (typeof answer === "string") throw new RaisedInPython();
      const input = inputs[place]!;
      if (!(answer instanceof Variable)) return input.detach().mul(0);
      const gradient = answer.value;
      if (gradient.numel !== input.numel) {
        throw new EngineError(
          "RuntimeError",
          `Function ${as} returned an invalid gradient at index ${place} - got [${gradient.shape.join(", ")}] but expected shape compatible with [${input.shape.join(", ")}]`,
        );
      }
      return gradient;
    },
  });
  return partsOf(operation(inputs, undefined), shapes, as).map((result) => new Variable(result));
}

export const customCalls = { custom } satisfies Record<string, Call>;
