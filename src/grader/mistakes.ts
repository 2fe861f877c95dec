/**
 * The mistakes that can be made in an exercise's derivation. They come from the engine's own graph: every edge cut or taken as
 * 1, every sum over a repeated axis left out or taken along another, every rule replaced by a mal-rule. No exercise lists any.
 */
import type { Node } from "#autodiff/index.ts";
import { neg, sub } from "#autodiff/operations/arithmetic.ts";
import { nameIn, type Exercise } from "#exercise/index.ts";
import type { Language } from "#reading/language.ts";
import { agreeEverywhere, type Numbers } from "#grader/compare.ts";
import { bentGradient, numbers, truths, type Derivation } from "#grader/derivation.ts";
import type { Mistake, MistakeKind } from "#grader/mistake.ts";
import type { Steps } from "#grader/outline.ts";
import { placesIn, type Link, type Place, type Places } from "#grader/places.ts";
import { wrongReductions } from "#grader/reductions.ts";
import type { Bend, Change } from "#graph/bend.ts";

/** What the mistakes are about: one output, over some cases. */
interface Subject {
  exercise: Exercise;
  derivations: readonly Derivation[];
  wrt: string;
  language: Language;
}

const placeless = { where: null, link: null, bends: () => [] } as const;

const atStep = ({ step }: Link): string => (step === null ? "" : ` at ${step}`);

function signLost({ derivations, wrt }: Subject): Mistake {
  const truth = truths(derivations, wrt);
  return {
    ...placeless,
    kind: "sign",
    says: "ended with the opposite sign",
    answer: (i) => ({ shape: truth[i]!.shape, data: truth[i]!.data.map((value) => -value) }),
  };
}

const undifferentiated = ({ derivations }: Subject): Mistake => ({
  ...placeless,
  kind: "not-differentiated",
  says: "returned the function's own value",
  answer: (i) => numbers(derivations[i]!.value),
});

const intermediateValues = ({ derivations }: Subject, { operations, nodesIn }: Places): Mistake[] =>
  operations
    .filter(({ role, node }) => role.part !== "step" && derivations.every(({ value }) => value !== node.out))
    .map(({ role, text }) => ({
      ...placeless,
      kind: "not-differentiated",
      where: text,
      says: `returned the value of \`${text}\``,
      answer: (i) => numbers(derivations[i]!.nodes[nodesIn(i, role, "every")[0]!]!.out),
    }));

const wrongVariables = ({ exercise, derivations, wrt, language }: Subject): Mistake[] =>
  Object.entries(exercise.inputs)
    .filter(([name, { integer }]) => name !== wrt && !integer)
    .map(([name]) => ({
      ...placeless,
      kind: "wrong-variable",
      says: nameIn(language, name),
      answer: (i) => bentGradient(derivations[i]!, name, []),
    }));

/** A mistake that bends one edge, in some steps of a recurrence or in all. */
function bent(
  { derivations, wrt }: Subject,
  { nodesIn }: Places,
  { role, input }: Pick<Place, "role" | "input">,
  steps: Steps,
  change: Change,
  mistake: { kind: MistakeKind; says: string; link: Link; place?: string },
): Mistake {
  const { kind, says, link, place = `d(${link.outer})/d(${link.inner})` } = mistake;
  const bends = (i: number): Bend[] => nodesIn(i, role, steps).map((node) => ({ node, input, change }));
  return {
    kind,
    says,
    link,
    where: link.step === null ? place : `${link.step}, ${place}`,
    bends,
    answer: (i) => bentGradient(derivations[i]!, wrt, bends(i)),
  };
}

/** Whether taking this link as 1 is no more than losing a minus sign, which is a slip of its own. */
const losesSign = ({ operation }: Node, input: number): boolean =>
  operation === neg.operation || (operation === sub.operation && input === 1);

const missingFactors = (subject: Subject, places: Places): Mistake[] =>
  places.edges
    .filter(({ node, input }) => !losesSign(node, input))
    .flatMap((edge) =>
      places.stepsOf(edge.role).flatMap((steps) => {
        const link = places.linkAt(edge, steps);
        if (link.outer === link.inner) return [];
        const says = `left out the derivative of \`${link.outer}\` with respect to \`${link.inner}\`${atStep(link)}`;
        return [bent(subject, places, edge, steps, "taken-as-one", { kind: "missing-factor", says, link })];
      }),
    );

/** Where a recurrence is not followed further back, that is simpler to say than which of its many paths is missing. */
function missingPaths(subject: Subject, places: Places): Mistake[] {
  const { edges, linkAt, stepsOf, leadsInto } = places;
  const carrying = edges.filter((edge) => linkAt(edge, "every").carries);
  return [...new Set([...carrying, ...edges])].flatMap((edge) => {
    const entering = edge.role.part === "step" && leadsInto(edge, subject.wrt);
    const steps: Steps[] = [...stepsOf(edge.role), ...(entering ? ["first-only" as const] : [])];
    return steps.map((each) => {
      const link = linkAt(edge, each);
      const says = `left out the path from \`${link.outer}\` into \`${link.inner}\`${atStep(link)}`;
      return bent(subject, places, edge, each, "cut", { kind: "missing-path", says, link });
    });
  });
}

const wrongSums = (subject: Subject, places: Places): Mistake[] =>
  places.edges.flatMap((edge) => {
    const link = places.linkAt(edge, "every");
    return wrongReductions(edge, places, subject.derivations).map(({ kind, says, change }) =>
      bent(subject, places, edge, "every", change, { kind, says: says(link.inner), link }),
    );
  });

const wrongRules = (subject: Subject, places: Places): Mistake[] =>
  places.operations.flatMap((operation) =>
    operation.node.operation.malRules.flatMap(({ input, message }, slip) => {
      if (!operation.node.inputs[input]!.requiresGrad) return [];
      const edge = { ...operation, input };
      const link = { ...places.linkAt(edge, "every"), carries: false };
      const mistake = { kind: "wrong-rule", says: message, link, place: operation.text } as const;
      return [bent(subject, places, edge, "every", { slip }, mistake)];
    }),
  );

/** The mistakes about one output that the engine can make, simplest first. Some may change nothing in these cases. */
export function candidatesAbout(
  exercise: Exercise,
  derivations: readonly Derivation[],
  wrt: string,
  language: Language,
): Mistake[] {
  const subject = { exercise, derivations, wrt, language };
  const places = placesIn(derivations, language);
  const from = (family: (subject: Subject, places: Places) => Mistake[]) =>
    places ? family(subject, places) : [];
  return [
    signLost(subject),
    undifferentiated(subject),
    ...from(intermediateValues),
    ...from(missingFactors),
    ...from(missingPaths),
    ...from(wrongSums),
    ...wrongVariables(subject),
    ...from(wrongRules),
  ];
}

/** A mistake together with the answers it leads to, one per case. */
export type MadeMistake = Mistake & { answers: readonly Numbers[] };

/**
 * The single mistakes about one output with their answers, simplest first, without those that change nothing: a link whose local
 * derivative is 1 anyway can't be forgotten.
 */
export function mistakesAbout(
  exercise: Exercise,
  derivations: readonly Derivation[],
  wrt: string,
  language: Language,
): MadeMistake[] {
  const truth = truths(derivations, wrt);
  return candidatesAbout(exercise, derivations, wrt, language).flatMap((mistake) => {
    const answers = derivations.map((_, i) => mistake.answer(i));
    if (!answers.every((answer) => answer !== null) || agreeEverywhere(answers, truth)) return [];
    return [{ ...mistake, answers }];
  });
}
