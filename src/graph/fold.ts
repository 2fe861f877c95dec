/** A graph in which stages are folded into one node each. */
import { resultEdge } from "#graph/edge-id.ts";
import type { GraphSnapshot, SnapshotEdge, SnapshotNode } from "#graph/snapshot.ts";

export interface Fold {
  name: string;
  title: string;
}

/** The id of the node that a folded stage is drawn as. */
export const foldedId = (stage: string): string => `stage-${stage}`;

/**
 * The graph with every stage but the open ones as a single node, and with all that comes after the last stage as the result.
 * Edges that lead from one value into the same node become one, and what flows back over them is added up.
 * @param stageOf by the id of an operation's node
 */
export function fold(
  { nodes, edges }: GraphSnapshot,
  stages: readonly Fold[],
  stageOf: Readonly<Record<string, string>>,
  open: ReadonlySet<string>,
): GraphSnapshot {
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]));
  const home = (id: string): string => {
    if (kinds.get(id) !== "operation") return id;
    const stage = stageOf[id];
    return stage === undefined ? resultEdge : open.has(stage) ? id : foldedId(stage);
  };

  const folded = new Map<string, SnapshotEdge>();
  for (const edge of edges) {
    const [from, to] = [home(edge.from), home(edge.to)];
    const data = kinds.get(edge.from) !== "operation" && edge.contribution === null && to === resultEdge;
    if (from === to || data) continue;
    const key = `${edge.from} ${to}`;
    const known = folded.get(key);
    if (known) folded.set(key, { ...known, contribution: sum(known.contribution, edge.contribution) });
    else folded.set(key, to === edge.to ? { ...edge, from } : { ...edge, from, to, ...unexplained });
  }

  const titles = new Map(stages.map(({ name, title }) => [name, title]));
  const lastOf = new Map(Object.entries(stageOf).map(([id, stage]) => [stage, id]));
  const connected = new Set([...folded.values()].flatMap(({ from, to }) => [from, to]));
  return {
    nodes: nodes.flatMap((node): SnapshotNode[] => {
      const stage = stageOf[node.id];
      if (stage !== undefined && home(node.id) === foldedId(stage)) {
        if (node.id !== lastOf.get(stage)) return [];
        return [{ ...node, id: foldedId(stage), kind: "folded", label: titles.get(stage)! }];
      }
      return connected.has(node.id) ? [node] : [];
    }),
    edges: [...folded.values()],
  };
}

/** An edge into a folded stage has no single rule. */
const unexplained = { local: null, rule: "", repeated: [] } as const;

const sum = (
  a: SnapshotEdge["contribution"],
  b: SnapshotEdge["contribution"],
): SnapshotEdge["contribution"] => (a && b ? a.map((entry, i) => entry + b[i]!) : (a ?? b));
