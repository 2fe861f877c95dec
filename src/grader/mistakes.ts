/**
 * The mistakes that can be made in an exercise's derivation, with the answers they lead to. They come from the engine's own
 * graph: every edge cut or taken as 1, every rule replaced by a slip. No exercise lists any.
 */
import type { Node, Tensor } from "#autodiff/index.ts";
import type { Exercise, Language } from "#exercise/index.ts";
import { nameIn } from "#exercise/index.ts";
import { agreeEverywhere, type Numbers } from "#grader/compare.ts";
import { gradientOf, type Derivation } from "#grader/derivation.ts";
import type { DiagnosisKind } from "#grader/verdict.ts";
import type { Bend } from "#graph/bend.ts";
import { expressionsOver } from "#graph/expression.ts";

export interface Mistake {
  kind: DiagnosisKind;
  /** The step it is in, as the forward computation's text. */
  where: string | null;
  /** What was done, after "you"; for the wrong variable, its name. */
  says: string;
  /** The answer it leads to, one per case. */
  answers: readonly Numbers[];
}

export const numbers = (tensor: Tensor): Numbers => ({ shape: tensor.shape, data: tensor.entries() });

/** The true gradients of one output, one per case. */
export const truths = (derivations: readonly Derivation[], wrt: string): Numbers[] =>
  derivations.map((derivation) => numbers(gradientOf(derivation, wrt)));

/** Whether taking this link as 1 is no more than losing a minus sign, which is a slip of its own. */
const losesSign = ({ gradFn }: Node, input: number): boolean =>
  gradFn === "NegBackward0" || (/^R?[Ss]ubBackward/.test(gradFn) && input === 1);

/**
 * The single mistakes about one output, simplest first, without those that change nothing: a link whose local derivative
 * is 1 anyway can't be forgotten.
 */
export function mistakesAbout(
  exercise: Exercise,
  derivations: readonly Derivation[],
  wrt: string,
  language: Language,
): Mistake[] {
  const truth = truths(derivations, wrt);
  const [first] = derivations;
  if (!first) return [];
  const write = expressionsOver(
    new Map(Object.entries(first.inputs).map(([name, input]) => [input, nameIn(language, name)])),
  );
  const found: Mistake[] = [];
  const add = (
    mistake: Omit<Mistake, "answers">,
    answer: (derivation: Derivation, index: number) => Numbers,
  ) => {
    const answers = derivations.map(answer);
    if (!agreeEverywhere(answers, truth)) found.push({ ...mistake, answers });
  };
  const addBent = (mistake: Omit<Mistake, "answers">, bend: Bend) =>
    add(mistake, (derivation) => numbers(gradientOf(derivation, wrt, [bend])));

  add({ kind: "sign", where: null, says: "have the opposite sign" }, (_, i) => ({
    shape: truth[i]!.shape,
    data: truth[i]!.data.map((value) => -value),
  }));
  add({ kind: "not-differentiated", where: null, says: "return the function's own value" }, ({ value }) =>
    numbers(value),
  );
  for (const [i, { out }] of first.nodes.entries()) {
    if (out === first.value) continue;
    const text = write(out);
    add({ kind: "not-differentiated", where: text, says: `return the value of \`${text}\`` }, ({ nodes }) =>
      numbers(nodes[i]!.out),
    );
  }
  const edges = first.nodes.flatMap((node, i) =>
    node.inputs.flatMap((input, position) => (input.requiresGrad ? [{ node, i, input, position }] : [])),
  );
  for (const { node, i, input, position } of edges) {
    const [outer, inner] = [write(node.out), write(input)];
    if (outer === inner || losesSign(node, position)) continue;
    addBent(
      {
        kind: "missing-factor",
        where: `d(${outer})/d(${inner})`,
        says: `left out the derivative of \`${outer}\` with respect to \`${inner}\``,
      },
      { node: i, input: position, change: "taken-as-one" },
    );
  }
  for (const { node, i, input, position } of edges) {
    const [outer, inner] = [write(node.out), write(input)];
    addBent(
      {
        kind: "missing-path",
        where: `d(${outer})/d(${inner})`,
        says: `left out the path from \`${outer}\` into \`${inner}\``,
      },
      { node: i, input: position, change: "cut" },
    );
  }
  for (const other of Object.keys(exercise.inputs)) {
    if (other === wrt) continue;
    const name = nameIn(language, other);
    add({ kind: "wrong-variable", where: null, says: name }, (derivation) =>
      numbers(gradientOf(derivation, other)),
    );
  }
  for (const [i, node] of first.nodes.entries()) {
    const where = write(node.out);
    for (const [number, slip] of node.operation.slips.entries()) {
      if (!node.inputs[slip.input]!.requiresGrad) continue;
      addBent(
        { kind: "wrong-rule", where, says: slip.says },
        { node: i, input: slip.input, change: { slip: number } },
      );
    }
  }
  return found;
}
