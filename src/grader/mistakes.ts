/**
 * The mistakes that can be made in the derivation that an exercise asks for. They come from the engine's own graph: every edge cut or taken as
 * 1, every sum over a repeated axis left out or taken along another, every rule replaced by a mal-rule. No exercise lists any.
 */
import type { Node } from "#autodiff/index.ts";
import { neg, sub } from "#autodiff/operations/arithmetic.ts";
import { nameIn, type Exercise } from "#exercise/index.ts";
import type { Language } from "#reading/language.ts";
import { agreeEverywhere, type Numbers } from "#grader/compare.ts";
import { faultyGradient, numbers, trueGradients, type ForwardRun } from "#grader/forward-run.ts";
import type { Mistake, MistakeKind } from "#grader/mistake.ts";
import type { StepSelector } from "#grader/step-pattern.ts";
import { faultSitesIn, type EdgeText, type EdgeSite, type FaultSites } from "#grader/fault-sites.ts";
import { wrongReductions } from "#grader/reductions.ts";
import type { Fault, FaultKind } from "#graph/fault.ts";

/** What the mistakes are about: one output, over some cases. */
interface Subject {
  exercise: Exercise;
  runs: readonly ForwardRun[];
  wrt: string;
  language: Language;
}

const placeless = { where: null, edgeText: null, faults: () => [] } as const;

const atStep = ({ step }: EdgeText): string => (step === null ? "" : ` at ${step}`);

function signLost({ runs, wrt }: Subject): Mistake {
  const truth = trueGradients(runs, wrt);
  return {
    ...placeless,
    kind: "sign",
    description: "ended with the opposite sign",
    answer: (i) => ({ shape: truth[i]!.shape, data: truth[i]!.data.map((value) => -value) }),
  };
}

const undifferentiated = ({ runs }: Subject): Mistake => ({
  ...placeless,
  kind: "not-differentiated",
  description: "returned the function's own value",
  answer: (i) => numbers(runs[i]!.value),
});

const intermediateValues = ({ runs }: Subject, { operations, nodesIn }: FaultSites): Mistake[] =>
  operations
    .filter(({ role, node }) => role.part !== "step" && runs.every(({ value }) => value !== node.out))
    .map(({ role, text }) => ({
      ...placeless,
      kind: "not-differentiated",
      where: text,
      description: `returned the value of \`${text}\``,
      answer: (i) => numbers(runs[i]!.nodes[nodesIn(i, role, "every")[0]!]!.out),
    }));

const wrongVariables = ({ exercise, runs, wrt, language }: Subject): Mistake[] =>
  Object.entries(exercise.inputs)
    .filter(([name, { integer }]) => name !== wrt && !integer)
    .map(([name]) => ({
      ...placeless,
      kind: "wrong-variable",
      description: nameIn(language, name),
      answer: (i) => faultyGradient(runs[i]!, name, []),
    }));

/** A mistake at one edge, in some steps of a recurrence or in all. */
function faultAt(
  { runs, wrt }: Subject,
  { nodesIn }: FaultSites,
  { role, input }: Pick<EdgeSite, "role" | "input">,
  steps: StepSelector,
  change: FaultKind,
  mistake: { kind: MistakeKind; description: string; edgeText: EdgeText; location?: string },
): Mistake {
  const { kind, description, edgeText, location = `d(${edgeText.outer})/d(${edgeText.inner})` } = mistake;
  const faults = (i: number): Fault[] => nodesIn(i, role, steps).map((node) => ({ node, input, change }));
  return {
    kind,
    description,
    edgeText,
    where: edgeText.step === null ? location : `${edgeText.step}, ${location}`,
    faults,
    answer: (i) => faultyGradient(runs[i]!, wrt, faults(i)),
  };
}

/** Whether taking this link as 1 is no more than losing a minus sign, which is a mistake of its own. */
const losesSign = ({ operation }: Node, input: number): boolean =>
  operation === neg.operation || (operation === sub.operation && input === 1);

const missingFactors = (subject: Subject, sites: FaultSites): Mistake[] =>
  sites.edges
    .filter(({ node, input }) => !losesSign(node, input))
    .flatMap((edge) =>
      sites.stepsOf(edge.role).flatMap((steps) => {
        const edgeText = sites.edgeTextAt(edge, steps);
        if (edgeText.outer === edgeText.inner) return [];
        const description = `left out the derivative of \`${edgeText.outer}\` with respect to \`${edgeText.inner}\`${atStep(edgeText)}`;
        return [
          faultAt(subject, sites, edge, steps, "taken-as-one", {
            kind: "missing-factor",
            description,
            edgeText,
          }),
        ];
      }),
    );

/** Where a recurrence is not followed further back, that is simpler to say than which of its many paths is missing. */
function missingPaths(subject: Subject, sites: FaultSites): Mistake[] {
  const { edges, edgeTextAt, stepsOf, leadsInto } = sites;
  const carrying = edges.filter((edge) => edgeTextAt(edge, "every").carries);
  return [...new Set([...carrying, ...edges])].flatMap((edge) => {
    const entering = edge.role.part === "step" && leadsInto(edge, subject.wrt);
    const steps: StepSelector[] = [...stepsOf(edge.role), ...(entering ? ["first-only" as const] : [])];
    return steps.map((each) => {
      const edgeText = edgeTextAt(edge, each);
      const description = `left out the path from \`${edgeText.outer}\` into \`${edgeText.inner}\`${atStep(edgeText)}`;
      return faultAt(subject, sites, edge, each, "cut", { kind: "missing-path", description, edgeText });
    });
  });
}

const wrongSums = (subject: Subject, sites: FaultSites): Mistake[] =>
  sites.edges.flatMap((edge) => {
    const edgeText = sites.edgeTextAt(edge, "every");
    return wrongReductions(edge, sites, subject.runs).map(({ kind, description, change }) =>
      faultAt(subject, sites, edge, "every", change, {
        kind,
        description: description(edgeText.inner),
        edgeText,
      }),
    );
  });

const wrongRules = (subject: Subject, sites: FaultSites): Mistake[] =>
  sites.operations.flatMap((operation) =>
    operation.node.operation.malRules.flatMap(({ input, message }, slip) => {
      if (!operation.node.inputs[input]!.requiresGrad) return [];
      const edge = { ...operation, input };
      const edgeText = { ...sites.edgeTextAt(edge, "every"), carries: false };
      const mistake = {
        kind: "wrong-rule",
        description: message,
        edgeText,
        location: operation.text,
      } as const;
      return [faultAt(subject, sites, edge, "every", { slip }, mistake)];
    }),
  );

/** The mistakes about one output that the engine can make, simplest first. Some may change nothing in these cases. */
export function candidatesAbout(
  exercise: Exercise,
  runs: readonly ForwardRun[],
  wrt: string,
  language: Language,
): Mistake[] {
  const subject = { exercise, runs, wrt, language };
  const sites = faultSitesIn(runs, language);
  const from = (family: (subject: Subject, sites: FaultSites) => Mistake[]) =>
    sites ? family(subject, sites) : [];
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
export type MistakeWithAnswers = Mistake & { answers: readonly Numbers[] };

/**
 * The single mistakes about one output with their answers, simplest first, without those that change nothing: a link whose local
 * derivative is 1 anyway can't be forgotten.
 */
export function mistakesAbout(
  exercise: Exercise,
  runs: readonly ForwardRun[],
  wrt: string,
  language: Language,
): MistakeWithAnswers[] {
  const truth = trueGradients(runs, wrt);
  return candidatesAbout(exercise, runs, wrt, language).flatMap((mistake) => {
    const answers = runs.map((_, i) => mistake.answer(i));
    if (!answers.every((answer) => answer !== null) || agreeEverywhere(answers, truth)) return [];
    return [{ ...mistake, answers }];
  });
}
