/** The places in a derivation at which a mistake can be made, and how to speak of them. */
import type { Node, Tensor } from "#autodiff/index.ts";
import { nameIn } from "#exercise/index.ts";
import type { Language } from "#reading/language.ts";
import type { Derivation } from "#grader/derivation.ts";
import {
  nodesAt,
  outlineOf,
  roleOf,
  rolesOf,
  stateNames,
  stepLetter,
  stepsIn,
  type Outline,
  type Role,
  type Steps,
} from "#grader/outline.ts";
import { expressionsOver } from "#graph/expression.ts";
import { subscriptOf, takenBy } from "#graph/subscript.ts";

/** An edge of the computation as text: the derivative of `outer` with respect to `inner`. */
export interface Link {
  outer: string;
  inner: string;
  /** In a recurrence: `every step`, `step 2`, `the last step`, … */
  step: string | null;
  /** Whether the edge leads from one step of a recurrence into the one before. */
  carries: boolean;
}

/** An operation of all cases. */
export interface Operation {
  role: Role;
  /** In the case with the most steps, in one of them. */
  node: Node;
  text: string;
}

/** An edge into an operation, along which a gradient flows back. */
export interface Place extends Operation {
  input: number;
}

export interface Places {
  operations: readonly Operation[];
  edges: readonly Place[];
  /** The steps in which a mistake may be made, all of them first. */
  stepsOf: (role: Role) => readonly Steps[];
  linkAt: (place: Place, steps: Steps) => Link;
  /** The numbers of the nodes of a case that have this role in these steps. */
  nodesIn: (index: number, role: Role, steps: Steps) => readonly number[];
  /** Whether an edge leads into this input of the exercise. */
  leadsInto: (place: Place, name: string) => boolean;
}

/** Steps, counted from either end, at which a mistake may be made that the others are free of. */
const singleSteps = { fromStart: 8, fromEnd: 3 } as const;

function stepText(steps: Steps): string {
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
  (
    outline: Outline,
    derivations: readonly Derivation[],
    sample: Derivation,
    general: boolean,
    letter: string,
  ) =>
  (node: Node): string => {
    const { role, step } = roleOf(outline, sample, sample.nodes.indexOf(node));
    const takings = derivations.flatMap((derivation) =>
      nodesAt(outline, derivation, role, general ? "every" : { fromStart: step }).map((at) => ({
        axes: takenBy(derivation.nodes[at]!),
        at: roleOf(outline, derivation, at).step,
      })),
    );
    return subscriptOf(takings, letter);
  };

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** The places of these cases, or null if their computations have nothing in common. */
export function placesIn(derivations: readonly Derivation[], language: Language): Places | null {
  const outline = outlineOf(derivations);
  if (!outline) return null;
  const longest = derivations.reduce((a, b) => (b.nodes.length > a.nodes.length ? b : a));
  const count = stepsIn(outline, longest);
  const inputNames = Object.entries(longest.inputs).map(([name, input]) => [input, name] as const);
  const names = new Map(
    [...longest.names, ...inputNames].map(([tensor, name]) => [tensor, nameIn(language, name)]),
  );
  const writer = (general: boolean) =>
    expressionsOver(
      new Map([...stateNames(outline, longest, names, general), ...names]),
      subscriptsIn(outline, derivations, longest, general, stepLetter(names)),
    );
  const [writeStep, writeGeneral] = [writer(false), writer(true)];

  /** A mistake in all steps, or in one counted from the end, is spoken of in general terms. */
  function spokenOf(role: Role, steps: Steps): { node: Node; write: (tensor: Tensor) => string } {
    const general = role.part === "step" && (typeof steps === "string" || "fromEnd" in steps);
    const sample = general && count > 1 ? { fromStart: 1 } : steps;
    const [at] = nodesAt(outline!, longest, role, sample);
    return { node: longest.nodes[at!]!, write: general ? writeGeneral : writeStep };
  }

  /** Whether a node is in a step of the recurrence before that of another. */
  const isEarlier = (node: Node, than: Node): boolean => {
    const [one, other] = [node, than].map((each) => roleOf(outline, longest, longest.nodes.indexOf(each)));
    return one!.role.part === "step" && one!.step < other!.step;
  };

  const operations = rolesOf(outline).map((role): Operation => {
    const { node, write } = spokenOf(role, "every");
    return { role, node, text: write(node.out) };
  });
  const single: Steps[] = [
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
    linkAt({ role, input }, steps) {
      const { node, write } = spokenOf(role, steps);
      const inner = node.inputs[input]!;
      return {
        outer: write(node.out),
        inner: write(inner),
        step: role.part === "step" ? stepText(steps) : null,
        carries: role.part === "step" && inner.node !== null && isEarlier(inner.node, node),
      };
    },
    nodesIn: (index, role, steps) => nodesAt(outline, derivations[index]!, role, steps),
    leadsInto: ({ node, input }, name) => node.inputs[input] === longest.inputs[name],
  };
}
