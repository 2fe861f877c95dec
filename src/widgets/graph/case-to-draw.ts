import type { Grade } from "#grader/verdict.ts";

/**
 * The number of the case whose graph shows the mistake; of a mistake that is in no edge, that of the answer's own steps. Null where
 * none of it is on the graph.
 */
export function caseToDraw({ cases, diagnosis, outputs: verdicts, steps }: Grade): number | null {
  if (!diagnosis || diagnosis.bends.length === 0) {
    return steps?.lines.some(({ nodes }) => nodes.length > 0) ? steps.at : null;
  }
  const output = verdicts.findIndex(({ wrt }) => wrt === diagnosis.output);
  const index = diagnosis.at ?? cases.findIndex(({ outputs }) => outputs[output]?.agrees === false);
  return index === -1 || cases[index] === undefined ? null : index;
}
