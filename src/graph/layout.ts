/** Where the nodes, edges and labels of a graph stand. The same for the same graph; it needs no page to measure in. */
import { Graph, layout as dagreLayout } from "@dagrejs/dagre";
import {
  broadcastNotes,
  labelGap,
  lineHeight,
  noteSize,
  shapeText,
  sumsPaths,
  textSize,
} from "#graph/labels.ts";
import type { GraphSnapshot, SnapshotEdge, SnapshotNode } from "#graph/snapshot.ts";

/** The way the values flow: `right` for a wide space, `down` for a narrow one. */
export type Direction = "right" | "down";

export interface Point {
  x: number;
  y: number;
}

/** A rectangle by its centre. */
export interface Box extends Point {
  width: number;
  height: number;
}

export interface EdgeLayout {
  /** The course of the edge, from the border of one node to that of the other, in the direction of the values. */
  points: readonly Point[];
  /** The stretch of it that the labels stand beside. */
  label: Box;
}

/** In CSS pixels, all of it within `width` and `height`. */
export interface Layout {
  direction: Direction;
  width: number;
  height: number;
  /** By node id: the shapes that are drawn. */
  nodes: Readonly<Record<string, Box>>;
  /** By edge id. */
  edges: Readonly<Record<string, EdgeLayout>>;
  /** By the name of a frame: its border, and where its title stands in it. */
  frames: Readonly<Record<string, { border: Box; title: Box }>>;
}

export interface LayoutOptions {
  direction: Direction;
  /** Lines of text below an edge, or beside it where values flow down. */
  gradientLines?: number;
  /** Nodes to keep together in a frame: by its name, its title and their ids. */
  frames?: Readonly<Record<string, { title: string; nodes: readonly string[] }>>;
}

/** Room for a number of four significant digits with a sign. */
const numberWidth = 52;
const nodeSize = 42;
/** A node with a sum in it. */
const sumWidth = 84;
const nodePadding = 16;
const margin = 6;
/** What a frame has beyond the nodes in it. */
const framePadding = 6;
const titleHeight = 28;
/** Between the nodes of a graph with frames: half of it must hold a frame's padding. */
const framedSeparation = 32;
/** What a folded node has for the sign that it is solved, and a frame's title for this and for the sign that folds it. */
const signWidth = 22;

/** An estimate from above, in the course's text face. */
const textWidth = (text: string, size: number): number => text.length * size * 0.56;

function nodeBox(snapshot: GraphSnapshot, node: SnapshotNode): { width: number; height: number } {
  const sign = node.kind === "folded" ? signWidth : 0;
  const width = Math.max(nodeSize, textWidth(node.label, textSize) + nodePadding + sign);
  return sumsPaths(snapshot, node)
    ? { width: Math.max(width, sumWidth), height: nodeSize + lineHeight / 2 }
    : { width, height: nodeSize };
}

/** Half of a label: what stands on one side of the edge. */
function labelSide(snapshot: GraphSnapshot, edge: SnapshotEdge): { width: number; lines: number } {
  const shape = snapshot.nodes.find(({ id }) => id === edge.from)!.shape;
  const notes = broadcastNotes(edge);
  return {
    width: Math.max(
      shape.length === 0 ? numberWidth : textWidth(shapeText(shape), textSize),
      notes ? textWidth(notes.forward, noteSize) : 0,
    ),
    lines: notes ? 2 : 1,
  };
}

function labelBox(
  snapshot: GraphSnapshot,
  edge: SnapshotEdge,
  { direction, gradientLines = 1 }: LayoutOptions,
) {
  const { width, lines } = labelSide(snapshot, edge);
  const most = lines + gradientLines - 1;
  return direction === "right"
    ? { width, height: 2 * (labelGap + most * lineHeight) }
    : { width: 2 * (labelGap + width), height: most * lineHeight + 6 };
}

/** A graph laid out by dagre. The nodes of a frame are kept together, and its title stands in their first row. */
export function layoutOf(snapshot: GraphSnapshot, options: LayoutOptions): Layout {
  const { direction, frames = {} } = options;
  const framed = Object.keys(frames).length > 0;
  const graph = new Graph({ multigraph: true, compound: framed });
  graph.setGraph({
    rankdir: direction === "right" ? "LR" : "TB",
    // Halved where an edge has a label, which takes a rank of its own.
    ranksep: direction === "right" ? 20 : 44,
    nodesep: framed ? framedSeparation : 16,
    edgesep: 12,
    marginx: margin + (framed ? framePadding : 0),
    marginy: margin + (framed ? framePadding : 0),
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of snapshot.nodes) graph.setNode(node.id, nodeBox(snapshot, node));
  for (const edge of snapshot.edges) {
    graph.setEdge(edge.from, edge.to, { ...labelBox(snapshot, edge, options), labelpos: "c" }, edge.id);
  }
  for (const [name, { title, nodes }] of Object.entries(frames)) {
    graph.setNode(frameId(name), {});
    graph.setNode(titleId(name), {
      width: textWidth(title, textSize) + 2 * signWidth,
      height: titleHeight,
    });
    for (const id of [titleId(name), ...nodes]) graph.setParent(id, frameId(name));
    // An edge that is not drawn keeps the title in the first row, one above the second.
    const second = snapshot.edges.find(({ from, to }) => nodes.includes(from) && nodes.includes(to));
    if (second) graph.setEdge(titleId(name), second.to, { width: 0, height: 0, labelpos: "c" });
  }
  dagreLayout(graph, {
    constraints: [...operandOrder(snapshot), ...besideFrames(snapshot, frames), ...besideTitles(frames)],
  });

  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const boxes = Object.fromEntries(snapshot.nodes.map(({ id }) => [id, boxFrom(graph.node(id) as Box)]));
  return {
    direction,
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: boxes,
    frames: Object.fromEntries(
      Object.keys(frames).map((name) => [
        name,
        {
          border: frameAround(graph.node(frameId(name)) as Box),
          title: boxFrom(graph.node(titleId(name)) as Box),
        },
      ]),
    ),
    edges: Object.fromEntries(
      snapshot.edges.map(({ id, from, to }) => {
        const placed = graph.edge(from, to, id) as Box & { points: Point[] };
        const label = boxFrom(placed);
        return [id, { label, points: course(boxes[from]!, placed.points, label, boxes[to]!, direction) }];
      }),
    ),
  };
}

/** Inputs that a frame has no use for stand on its right. */
const besideFrames = ({ nodes, edges }: GraphSnapshot, frames: NonNullable<LayoutOptions["frames"]>) =>
  Object.entries(frames).flatMap(([name, { nodes: inside }]) =>
    nodes
      .filter(
        ({ id, kind }) =>
          kind === "input" && !edges.some((edge) => edge.from === id && inside.includes(edge.to)),
      )
      .map(({ id }) => ({ left: frameId(name), right: id })),
  );

/** A title stands at the left of the row that it is in. */
const besideTitles = (frames: NonNullable<LayoutOptions["frames"]>) =>
  Object.entries(frames).flatMap(([name, { nodes }]) =>
    nodes.map((right) => ({ left: titleId(name), right })),
  );

const frameId = (name: string): string => `frame ${name}`;
const titleId = (name: string): string => `title ${name}`;

const frameAround = ({ x, y, width, height }: Box): Box =>
  boxFrom({ x, y, width: width + 2 * framePadding, height: height + 2 * framePadding });

/** Inputs in the order in which they are used, from above or from the left, where they stand side by side. */
function operandOrder({ nodes, edges }: GraphSnapshot) {
  const inputs = new Set(nodes.flatMap(({ id, kind }) => (kind === "input" ? id : [])));
  const used = [...new Set(edges.flatMap(({ from }) => (inputs.has(from) ? from : [])))];
  return used.slice(1).map((right, i) => ({ left: used[i]!, right }));
}

const round = (value: number): number => Math.round(value * 10) / 10;

const boxFrom = ({ x, y, width, height }: Box): Box => ({
  x: round(x),
  y: round(y),
  width: round(width),
  height: round(height),
});

/** From border to border by way of the inner points, straight where the label is. */
function course(from: Box, points: readonly Point[], label: Box, to: Box, direction: Direction): Point[] {
  const along = direction === "right" ? "x" : "y";
  const half = (direction === "right" ? label.width : label.height) / 2;
  const before = { ...pick(label), [along]: label[along] - half };
  const after = { ...pick(label), [along]: label[along] + half };
  const inner = points
    .slice(1, -1)
    .filter((point) => point[along] < before[along] || point[along] > after[along]);
  const way = [
    ...inner.filter((point) => point[along] < before[along]),
    before,
    after,
    ...inner.filter((point) => point[along] > after[along]),
  ];
  return [towards(from, way[0]!, along), ...way, towards(to, way.at(-1)!, along)].map(({ x, y }) => ({
    x: round(x),
    y: round(y),
  }));
}

const pick = ({ x, y }: Point): Point => ({ x, y });

/** How far an edge stays clear of its nodes. */
const clearance = 4;

/**
 * Where an edge that comes from a point, or goes there, touches a node: nodes are circles, or stretched ones. It leaves at no more
 * than 45° to the side, so that it stays clear of the nodes beside this one.
 */
function towards(box: Box, point: Point, along: "x" | "y"): Point {
  const radius = Math.min(box.width, box.height) / 2;
  const reach = box.width / 2 - radius;
  const centre = { x: Math.min(Math.max(point.x, box.x - reach), box.x + reach), y: box.y };
  const across = along === "x" ? "y" : "x";
  const ahead = Math.abs(point[along] - centre[along]);
  const aside = Math.min(Math.abs(point[across] - centre[across]), ahead) || 0;
  const scale = (radius + clearance) / (Math.hypot(ahead, aside) || 1);
  const touch = { ...centre };
  touch[along] += Math.sign(point[along] - centre[along]) * ahead * scale;
  touch[across] += Math.sign(point[across] - centre[across]) * aside * scale;
  return touch;
}
