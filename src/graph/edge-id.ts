import type { Edge } from "#graph/fault.ts";

/** How an edge of a drawn graph is named: by the node and the input that it leads into. */
export const edgeId = ({ node, input }: Edge): string => `${node}:${input}`;

/** The edge over which the value leaves the graph, and its gradient of 1 enters; also the node that it leads to. */
export const resultEdge = "result";
