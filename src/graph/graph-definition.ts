import { tensor, type NestedNumbers, type Tensor } from "#autodiff/index.ts";

/** A number that the reader may change, or an array that stays as it is. */
export type GraphInput =
  | { readonly value: number; readonly min: number; readonly max: number; readonly step: number }
  | { readonly value: readonly NestedNumbers[] };

/** How many steps a recurrence is unrolled to, for the reader to choose. */
export interface GraphSteps {
  name: string;
  value: number;
  min: number;
  max: number;
}

/** A function to draw; `content/graphs/<name>.ts` exports one as its default. */
export interface GraphDefinition<Input extends string = string> {
  /** A few words, in sentence case. */
  title: string;
  inputs: Readonly<Record<Input, GraphInput>>;
  steps?: GraphSteps;
  /** A tensor of one entry. `steps` is 0 for a definition without any. */
  forward: (inputs: Readonly<Record<Input, Tensor>>, steps: number) => Tensor;
  /** The inputs to differentiate by; the others are data. */
  wrt: readonly NoInfer<Input>[];
  /** What the value is called, such as `L`. */
  result: string;
}

/** What the reader can change, and has. */
export interface GraphSetting {
  inputs: Readonly<Record<string, NestedNumbers>>;
  steps: number;
}

/** Types a definition: the names in `forward` and `wrt` must be names of `inputs`. */
export function defineGraph<const Input extends string>(definition: GraphDefinition<Input>): GraphDefinition {
  return definition;
}

/** The setting that the definition begins with. */
export const initialGraphSetting = ({
  inputs,
  steps,
}: Pick<GraphDefinition, "inputs" | "steps">): GraphSetting => ({
  inputs: Object.fromEntries(Object.entries(inputs).map(([name, { value }]) => [name, value])),
  steps: steps?.value ?? 0,
});

/** Runs the function at a setting, in float64. `value` has one entry, and its graph leads back to `wrt`. */
export function runGraph(
  { forward, wrt }: GraphDefinition,
  { inputs, steps }: GraphSetting,
): { inputs: Record<string, Tensor>; value: Tensor } {
  const tensors = leavesOf(inputs, wrt);
  return { inputs: tensors, value: forward(tensors, steps) };
}

/** The inputs as float64 tensors, of which those in `wrt` want gradients. */
export const leavesOf = (
  inputs: Readonly<Record<string, NestedNumbers>>,
  wrt: readonly string[],
): Record<string, Tensor> =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      name,
      tensor(value, { dtype: "float64", requiresGrad: wrt.includes(name) }),
    ]),
  );
