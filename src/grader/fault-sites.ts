/** The operations and edges of a graph at which a mistake can be made, and how to speak of them. */
import type { Node, Tensor } from "#autodiff/index.ts";
import { nameIn } from "#exercise/index.ts";
import type { Language } from "#reading/language.ts";
import type { ForwardRun } from "#grader/forward-run.ts";
import {
  nodesAt,
  stepPatternOf,
  roleOf,
  rolesOf,
  stateNames,
  stepLetter,
  stepsIn,
  type StepPattern,
  type NodeRole,
  type StepSelector,
} from "#grader/step-pattern.ts";
import { expressionsOver } from "#graph/expression.ts";
import { subscriptOf, axisSlicesOf } from "#graph/subscript.ts";

/** An edge of the computation as text: the derivative of `outer` with respect to `inner`. */
export interface EdgeText {
  outer: string;
  inner: string;
  /** In a recurrence: `every step`, `step 2`, `the last step`, … */
  step: string | null;
  /** Whether the edge leads from one step of a recurrence into the one before. */
  carries: boolean;
}

/** An operation of all cases. */
export interface OperationSite {
  role: NodeRole;
  /** In the case with the most steps, in one of them. */
  node: Node;
  text: string;
}

/** An edge into an operation, along which a gradient flows back. */
export interface EdgeSite extends OperationSite {
  input: number;
}

export interface FaultSites {
  operations: readonly OperationSite[];
  edges: readonly EdgeSite[];
  /** The steps in which a mistake may be made, all of them first. */
  stepsOf: (role: NodeRole) => readonly StepSelector[];
  edgeTextAt: (site: EdgeSite, steps: StepSelector) => EdgeText;
  /** The numbers of the nodes of a case that have this role in these steps. */
  nodesIn: (index: number, role: NodeRole, steps: StepSelector) => readonly number[];
  /** Whether an edge leads into this input of the exercise. */
  leadsInto: (site: EdgeSite, name: string) => boolean;
}

/** Steps, counted from either end, at which a mistake may be made that the others are free of. */
const singleSteps = { fromStart: 8, fromEnd: 3 } as const;

function stepText(steps: StepSelector): string {
  if (steps === "every") return "every step";
  if (steps === "first-only") return "every step but the first";
  if ("fromStart" in steps) return `step ${steps.fromStart + 1}`;
  if (steps.fromEnd === 0) return "the last step";
  return steps.fromEnd === 1 ? "the last step but one" : `the last step but ${steps.fromEnd}`;
}

/**
 * How the selections and slices of a case are written such that it holds for all cases: a bound that differs between them, or with
 * `general` from step to step, is counted from the end or from the step where it can be.
 */
const subscriptsIn =
  (pattern: StepPattern, runs: readonly ForwardRun[], sample: ForwardRun, general: boolean, letter: string) =>
  (node: Node): string => {
    const { role, step } = roleOf(pattern, sample, sample.nodes.indexOf(node));
    const uses = runs.flatMap((run) =>
      nodesAt(pattern, run, role, general ? "every" : { fromStart: step }).map((at) => ({
        axes: axisSlicesOf(run.nodes[at]!),
        at: roleOf(pattern, run, at).step,
      })),
    );
    return subscriptOf(uses, letter);
  };

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** The fault sites of these cases, or null if their computations have nothing in common. */
export function faultSitesIn(runs: readonly ForwardRun[], language: Language): FaultSites | null {
  const pattern = stepPatternOf(runs);
  if (!pattern) return null;
  const longest = runs.reduce((a, b) => (b.nodes.length > a.nodes.length ? b : a));
  const count = stepsIn(pattern, longest);
  const inputNames = Object.entries(longest.inputs).map(([name, input]) => [input, name] as const);
  const names = new Map(
    [...longest.names, ...inputNames].map(([tensor, name]) => [tensor, nameIn(language, name)]),
  );
  const writer = (general: boolean) =>
    expressionsOver(
      new Map([...stateNames(pattern, longest, names, general), ...names]),
      subscriptsIn(pattern, runs, longest, general, stepLetter(names)),
    );
  const [writeStep, writeGeneral] = [writer(false), writer(true)];

  /** A mistake in all steps, or in one counted from the end, is spoken of in general terms. */
  function spokenOf(role: NodeRole, steps: StepSelector): { node: Node; write: (tensor: Tensor) => string } {
    const general = role.part === "step" && (typeof steps === "string" || "fromEnd" in steps);
    const sample = general && count > 1 ? { fromStart: 1 } : steps;
    const [at] = nodesAt(pattern!, longest, role, sample);
    return { node: longest.nodes[at!]!, write: general ? writeGeneral : writeStep };
  }

  /** Whether a node is in a step of the recurrence before that of another. */
  const isEarlier = (node: Node, than: Node): boolean => {
    const [one, other] = [node, than].map((each) => roleOf(pattern, longest, longest.nodes.indexOf(each)));
    return one!.role.part === "step" && one!.step < other!.step;
  };

  const operations = rolesOf(pattern).map((role): OperationSite => {
    const { node, write } = spokenOf(role, "every");
    return { role, node, text: write(node.out) };
  });
  const single: StepSelector[] = [
    ...upTo(Math.min(count, singleSteps.fromStart)).map((fromStart) => ({ fromStart })),
    ...upTo(Math.min(count, singleSteps.fromEnd)).map((fromEnd) => ({ fromEnd })),
  ];

  return {
    operations,
    edges: operations.flatMap((operation) =>
      operation.node.inputs.flatMap(({ requiresGrad }, input) =>
        requiresGrad ? [{ ...operation, input }] : [],
      ),
    ),
    stepsOf: ({ part }) => (part === "step" ? ["every", ...single] : ["every"]),
    edgeTextAt({ role, input }, steps) {
      const { node, write } = spokenOf(role, steps);
      const inner = node.inputs[input]!;
      return {
        outer: write(node.out),
        inner: write(inner),
        step: role.part === "step" ? stepText(steps) : null,
        carries: role.part === "step" && inner.node !== null && isEarlier(inner.node, node),
      };
    },
    nodesIn: (index, role, steps) => nodesAt(pattern, runs[index]!, role, steps),
    leadsInto: ({ node, input }, name) => node.inputs[input] === longest.inputs[name],
  };
}
