/** Explains an answer by how a loop over the steps of a recurrence is kept: where it starts and ends, and what one pass leaves to the next. */
import { grad, ones, zeros, type Tensor } from "#autodiff/index.ts";
import { operationTable } from "#autodiff/operation-table.ts";
import { nameIn } from "#exercise/index.ts";
import {
  comesOut,
  type Explainer,
  type Explanation,
  type Unexplained,
} from "#grader/explanations/explanation.ts";
import { nodesAtSite } from "#grader/explanations/known-values.ts";
import { byTheRule, sweptGradient } from "#grader/explanations/sweep.ts";
import type { OperationSite } from "#grader/fault-sites.ts";
import { numbers, type ForwardRun } from "#grader/forward-run.ts";
import { messages } from "#grader/messages.ts";
import type { Numbers } from "#grader/compare.ts";

/** The state of a recurrence whose last one is the result. */
interface States {
  text: string;
  /** In a case: where the state starts, then what each step makes of it. Only the start where there are no steps. */
  of: (index: number) => readonly Tensor[];
}

function statesOf(unexplained: Unexplained): States | null {
  const { sites, runs } = unexplained;
  const nodesOf = (site: OperationSite, i: number) =>
    nodesAtSite(unexplained, i, site).map(({ node }) => node);
  const isState = (site: OperationSite) =>
    site.role.part === "step" &&
    runs.every(({ value }, i) => {
      const nodes = nodesOf(site, i);
      return nodes.length === 0 || nodes.at(-1)!.out === value;
    });
  const last = sites?.operations.find(isState);
  const carrying = last && sites!.edges.find((edge) => sites!.edgeTextAt(edge, "every").carries);
  if (!last || !carrying) return null;
  return {
    text: last.text,
    of(i) {
      const [first] = nodesOf(carrying, i);
      const start = first ? first.inputs[carrying.input]! : runs[i]!.value;
      return [start, ...nodesOf(last, i).map(({ out }) => out)];
    },
  };
}

const nothing = ({ shape }: Tensor): Numbers => numbers(zeros(shape, { dtype: "float64" }));

/** The gradient of a tensor with respect to an input; zeros where nothing flows. */
function gradientBy(tensor: Tensor, input: Tensor): Numbers {
  if (tensor === input) return numbers(ones(input.shape, { dtype: "float64" }));
  if (!tensor.requiresGrad) return nothing(input);
  const [gradient] = grad(tensor, [input], { retainGraph: true, allowUnused: true });
  return gradient ? numbers(gradient) : nothing(input);
}

/** The gradient if something else flows back into the states than what the steps behind them hand on. */
function gradientWith(
  run: ForwardRun,
  wrt: string,
  states: readonly Tensor[],
  arriving: (handedOn: Tensor) => Tensor,
): Numbers {
  const made = new Set(states.slice(1, -1));
  return sweptGradient(run, wrt, (node, place, upstream) =>
    byTheRule(node, place, made.has(node.out) ? arriving(upstream) : upstream),
  );
}

/** Makes one step more of a case, as another one's last step is made; null where steps differ by their numbers. */
function stepOn(
  sample: ForwardRun,
  states: readonly Tensor[],
): ((run: ForwardRun, state: Tensor) => Tensor) | null {
  const [before, last] = states.slice(-2);
  if (!before || !last) return null;
  const step = sample.nodes.slice(sample.nodes.findIndex(({ out }) => out === before) + 1);
  if (step.some(({ inputs }) => inputs.some((input) => input.dim > 0))) return null;
  return (run, state) => {
    const values = new Map<Tensor, Tensor>([[before, state]]);
    for (const [name, input] of Object.entries(sample.inputs))
      if (input !== before) values.set(input, run.inputs[name]!);
    for (const { operation, inputs, params, out } of step) {
      const operands = inputs.map((input) => values.get(input) ?? input);
      values.set(out, operationTable.get(operation.name)!.apply(operands, params));
    }
    return values.get(last)!;
  };
}

const sum = (a: Numbers, b: Numbers): Numbers => ({
  shape: a.shape,
  data: a.data.map((value, i) => value + b.data[i]!),
});

/** A loop that starts or ends elsewhere, or hands on something else, than the recurrence does. */
export const recurrence: Explainer = (unexplained) => {
  const { runs, wrt, language, truth } = unexplained;
  const states = statesOf(unexplained);
  if (!states) return null;
  const { text, of } = states;
  const one = ({ value }: ForwardRun) => ones(value.shape, { dtype: "float64" });
  const longest = [...runs.keys()].reduce((a, b) => (of(b).length > of(a).length ? b : a));
  const further = stepOn(runs[longest]!, of(longest));
  const startName = Object.keys(runs[0]!.inputs).find((name) =>
    runs.every(({ inputs }, i) => inputs[name] === of(i)[0]),
  );
  const kept: readonly (Explanation & { gradient: (i: number) => Numbers | null })[] = [
    {
      kind: "other-function",
      where: text,
      message: messages.oneStepShort(text),
      gradient: (i) => {
        const before = of(i).at(-2);
        const input = runs[i]!.inputs[wrt]!;
        return before ? gradientBy(before, input) : nothing(input);
      },
    },
    {
      kind: "missing-path",
      where: text,
      message: messages.carriedAnew(text),
      gradient: (i) => gradientWith(runs[i]!, wrt, of(i), () => one(runs[i]!)),
    },
    {
      kind: "other-function",
      where: text,
      message: messages.carriedBesides(text),
      gradient: (i) => gradientWith(runs[i]!, wrt, of(i), (handedOn) => handedOn.add(one(runs[i]!))),
    },
    {
      kind: "other-function",
      where: text,
      message: messages.oneStepFurther(text),
      gradient: (i) => further && gradientBy(further(runs[i]!, of(i).at(-1)!), runs[i]!.inputs[wrt]!),
    },
    {
      kind: "wrong-value",
      where: text,
      message: messages.startsAtOne(nameIn(language, startName ?? ""), nameIn(language, wrt)),
      gradient: (i) =>
        startName === undefined || startName === wrt
          ? null
          : sum(truth[i]!, gradientBy(runs[i]!.value, runs[i]!.inputs[startName]!)),
    },
  ];
  const found = kept.find(({ gradient }) => comesOut(unexplained, gradient));
  return found ? { kind: found.kind, where: found.where, message: found.message } : null;
};
