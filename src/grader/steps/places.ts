/** All that a line of somebody's derivation can stand for: a value on the way forward, or something that flows back. */
import { neg } from "#autodiff/operations/arithmetic.ts";
import type { Tensor } from "#autodiff/index.ts";
import { nameIn } from "#exercise/index.ts";
import type { FaultSites, OperationSite } from "#grader/fault-sites.ts";
import type { ForwardRun } from "#grader/forward-run.ts";
import type { Spot } from "#grader/steps/derivation.ts";
import type { Language } from "#reading/language.ts";

/** A place in the derivation of every case. In a recurrence it is there once for each step. */
export interface Place {
  kind: Spot["kind"];
  /** The step whose value, gradient or share it is, as text. */
  inner: string;
  /**
   * The step that it flows back through, or whose slope it is, as text; null for a value and for all that flows back. Of a step's
   * derivative by an input it is the step, and `inner` the input.
   */
  outer: string | null;
  /** Whether it is in the steps of a recurrence. */
  repeated: boolean;
  /** The input of the exercise that it is the gradient of, or null. */
  input: string | null;
  /** Whether it is the value of an input. */
  given?: boolean;
  /** Whether it is how many there are of something. */
  isCount?: boolean;
  /** What it is called, where it is no place of the graph. */
  text?: string;
  /** Whether it is all that with the opposite sign: somebody works with `y - z` where the function has `z - y`. */
  negated?: boolean;
  /** Where it is in a case, from step to step. */
  spots: (index: number) => readonly Spot[];
}

/** What belongs to it: the tensor whose value or gradient it is, or that its edge leads to. */
export const tensorAt = (spot: Spot): Tensor =>
  "tensor" in spot ? spot.tensor : spot.node.inputs[spot.input]!;

interface Subject {
  runs: readonly ForwardRun[];
  sites: FaultSites;
  language: Language;
  /** The inputs that are differentiated by. */
  wrt: readonly string[];
}

function placesOfInputs({ runs, language }: Subject): Place[] {
  return Object.entries(runs[0]!.inputs).flatMap(([name, { requiresGrad }]) => {
    const place = (kind: "value" | "gradient"): Place => ({
      kind,
      inner: nameIn(language, name),
      outer: null,
      repeated: false,
      input: kind === "gradient" ? name : null,
      given: kind === "value",
      spots: (i) => [{ kind, tensor: runs[i]!.inputs[name]! }],
    });
    return requiresGrad ? [place("value"), place("gradient")] : [place("value")];
  });
}

/** What a step of a recurrence hands to the next one, with what the first one was given: `h0, h1, …`; null for what it keeps. */
function handedOn({ runs, sites }: Subject, { role }: OperationSite): ((index: number) => Tensor[]) | null {
  const nodesOf = (i: number) => sites.nodesIn(i, role, "every").map((at) => runs[i]!.nodes[at]!);
  const taker = sites.edges.find(
    (edge) =>
      sites.edgeTextAt(edge, "every").carries &&
      runs.every((run, i) => {
        const takers = sites.nodesIn(i, edge.role, "every").map((at) => run.nodes[at]!);
        return nodesOf(i).every(
          ({ out }, step) => step === takers.length - 1 || takers[step + 1]?.inputs[edge.input] === out,
        );
      }),
  );
  if (!taker || runs.every((_, i) => nodesOf(i).length < 2)) return null;
  return (i) => {
    const [first] = sites.nodesIn(i, taker.role, "every");
    const start = first === undefined ? [] : [runs[i]!.nodes[first]!.inputs[taker.input]!];
    return [...start, ...nodesOf(i).map(({ out }) => out)];
  };
}

function placesOfOperations(subject: Subject): Place[] {
  const { runs, sites, language, wrt } = subject;
  const areNumbers = runs.every(({ nodes }) => nodes.every(({ out }) => out.dim === 0));
  return sites.operations.flatMap((site) => {
    const { role, text } = site;
    const isResult = runs.every(({ nodes, value }, i) =>
      sites.nodesIn(i, role, "every").every((at) => nodes[at]!.out === value),
    );
    const carried = role.part === "step" ? handedOn(subject, site) : null;
    const tensors =
      carried ?? ((i: number) => sites.nodesIn(i, role, "every").map((at) => runs[i]!.nodes[at]!.out));
    const repeated = role.part === "step";
    const place = (kind: "value" | "gradient"): Place => ({
      kind,
      inner: text,
      outer: null,
      repeated,
      input: null,
      spots: (i) => tensors(i).map((tensor) => ({ kind, tensor })),
    });
    const sensitivity = (name: string): Place => ({
      kind: "sensitivity",
      inner: nameIn(language, name),
      outer: text,
      repeated,
      input: null,
      spots: (i) => tensors(i).map((tensor) => ({ kind: "sensitivity", tensor, by: runs[i]!.inputs[name]! })),
    });
    return [place("value"), place("gradient"), ...(areNumbers && !isResult ? wrt.map(sensitivity) : [])];
  });
}

function placesOfEdges({ runs, sites }: Subject): Place[] {
  return sites.edges.flatMap((edge) => {
    const { role, input, node } = edge;
    const { inner, outer } = sites.edgeTextAt(edge, "every");
    const place = (kind: "contribution" | "slope"): Place => ({
      kind,
      inner,
      outer,
      repeated: role.part === "step",
      input: null,
      spots: (i) => sites.nodesIn(i, role, "every").map((at) => ({ kind, node: runs[i]!.nodes[at]!, input })),
    });
    const isShared = runs.some(({ nodes }, i) =>
      sites.nodesIn(i, role, "every").some((at) => {
        const tensor = nodes[at]!.inputs[input]!;
        return nodes.filter(({ inputs }) => inputs.includes(tensor)).length > 1;
      }),
    );
    const bends =
      node.operation.elementwise === true && node.inputs.length === 1 && node.operation !== neg.operation;
    return [...(isShared ? [place("contribution")] : []), ...(bends ? [place("slope")] : [])];
  });
}

/** All places: values, then gradients, then what flows over single edges, then derivatives of steps, then slopes. */
export function placesIn(subject: Subject): Place[] {
  const all = [...placesOfInputs(subject), ...placesOfOperations(subject), ...placesOfEdges(subject)];
  return (["value", "gradient", "contribution", "sensitivity", "slope"] as const).flatMap((kind) =>
    all.filter((place) => place.kind === kind),
  );
}

/** The value of a step with the opposite sign, and what flows back into that. */
export const negatedPlaces = (value: Place): Place[] =>
  (["value", "gradient"] as const).map((kind) => ({
    ...value,
    kind,
    inner: `-(${value.inner})`,
    negated: true,
    spots: (i) => value.spots(i).map((spot) => ({ kind, tensor: tensorAt(spot) })),
  }));

/** Those of a step on the way, which may be worked with the other way round. */
export const isTurnable = ({ kind, negated, spots }: Place): boolean =>
  kind === "value" && negated !== true && spots(0).every((spot) => tensorAt(spot).node !== null);
