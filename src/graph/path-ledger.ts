/** The path ledger: every path from the result to an input, and what each contributes to its gradient. */
import { resultEdge } from "#graph/edge-id.ts";
import type { GraphSnapshot, SnapshotEdge } from "#graph/snapshot.ts";

export interface Path {
  /** From the result back to the input. */
  edges: readonly SnapshotEdge[];
  /** The local derivative of each edge, in the same order. */
  factors: readonly number[];
  /** Their product. */
  contribution: number;
}

export interface Ledger {
  paths: readonly Path[];
  /** The sum of the contributions: the gradient. */
  total: number;
}

/** More paths than anyone will read. */
export const mostPaths = 64;

/** A ledger, a message for the reader where there are too many paths, or null for a graph that isn't made of single numbers. */
export function ledgerOf(snapshot: GraphSnapshot, input: string): Ledger | string | null {
  if (snapshot.nodes.some(({ shape, gradient }) => gradient !== null && shape.length > 0)) return null;
  const into = (node: string) => snapshot.edges.filter(({ to, contribution }) => to === node && contribution);
  const paths: Path[] = [];
  const toFollow: SnapshotEdge[][] = [into(resultEdge)];
  const leading = leadingTo(snapshot, input);
  for (let path = toFollow.pop(); path; path = toFollow.pop()) {
    const end = path.at(-1)!.from;
    if (end === input) {
      if (paths.length === mostPaths)
        return `More than ${mostPaths} paths lead from the result to ${input}. That is too many to list.`;
      paths.push(measured(path.slice(1)));
      continue;
    }
    toFollow.push(
      ...into(end)
        .filter(({ from }) => leading.has(from))
        .map((edge) => [...path, edge])
        .reverse(),
    );
  }
  return { paths, total: paths.reduce((sum, { contribution }) => sum + contribution, 0) };
}

function measured(edges: readonly SnapshotEdge[]): Path {
  const factors = edges.map(({ local }) => local![0]!);
  return { edges, factors, contribution: factors.reduce((product, factor) => product * factor, 1) };
}

/** The nodes from which a gradient can reach the input, with itself. */
function leadingTo({ edges }: GraphSnapshot, input: string): Set<string> {
  const reached = new Set([input]);
  // Edges stand in the order of computation, so that one pass finds all.
  for (const { from, to, contribution } of edges) if (contribution && reached.has(from)) reached.add(to);
  return reached;
}
