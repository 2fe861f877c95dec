import type { Direction, Point } from "#graph/layout.ts";

/** The two lines of an edge, as SVG paths: the value's towards the end, the gradient's back, each with its arrowhead. */
export interface EdgePaths {
  /** The course itself, for an edge over which nothing flows. */
  plain: string;
  forward: string;
  forwardHead: string;
  backward: string;
  backwardHead: string;
}

/** Half of the distance between the two lines. */
const apart = 3.5;
const samples = 10;

interface Sample {
  at: Point;
  /** The direction of travel, of length 1. */
  heading: Point;
}

/** The two lines beside a course: the value's above it, or on its left where values flow down. */
export function edgePaths(points: readonly Point[], direction: Direction): EdgePaths {
  const course = sampled(points, direction);
  const side = direction === "right" ? -1 : 1;
  const forward = course.map((sample) => beside(sample, side * apart));
  const backward = course.map((sample) => beside(sample, -side * apart)).reverse();
  return {
    plain: line(course.map(({ at }) => at)),
    forward: line(forward),
    forwardHead: head(forward.at(-1)!, course.at(-1)!.heading),
    backward: line(backward),
    backwardHead: head(backward.at(-1)!, reversed(course[0]!.heading)),
  };
}

/** A curve through the points that runs in the graph's direction at every inner one. */
function sampled(points: readonly Point[], direction: Direction): Sample[] {
  const straight = (from: Point, to: Point, share: number): Point => ({
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
  });
  const along = (from: Point, distance: number): Point =>
    direction === "right" ? { x: from.x + distance, y: from.y } : { x: from.x, y: from.y + distance };
  return points.slice(1).flatMap((to, i) => {
    const from = points[i]!;
    const reach = (direction === "right" ? to.x - from.x : to.y - from.y) * 0.6;
    const leaving = i === 0 ? straight(from, to, 0.25) : along(from, reach);
    const arriving = i === points.length - 2 ? straight(to, from, 0.25) : along(to, -reach);
    const level = direction === "right" ? from.y === to.y : from.x === to.x;
    const count = level ? 1 : samples;
    return Array.from({ length: count + (i === 0 ? 1 : 0) }, (_, k) =>
      onCurve(from, leaving, arriving, to, (i === 0 ? k : k + 1) / count),
    );
  });
}

/** A point of a cubic Bézier curve. */
function onCurve(a: Point, b: Point, c: Point, d: Point, t: number): Sample {
  const s = 1 - t;
  const mix = (axis: "x" | "y") =>
    s ** 3 * a[axis] + 3 * s ** 2 * t * b[axis] + 3 * s * t ** 2 * c[axis] + t ** 3 * d[axis];
  const slope = (axis: "x" | "y") =>
    s ** 2 * (b[axis] - a[axis]) + 2 * s * t * (c[axis] - b[axis]) + t ** 2 * (d[axis] - c[axis]);
  const heading = { x: slope("x"), y: slope("y") };
  const length = Math.hypot(heading.x, heading.y) || 1;
  return { at: { x: mix("x"), y: mix("y") }, heading: { x: heading.x / length, y: heading.y / length } };
}

const beside = ({ at, heading }: Sample, distance: number): Point => ({
  x: at.x - heading.y * distance,
  y: at.y + heading.x * distance,
});

const reversed = ({ x, y }: Point): Point => ({ x: -x, y: -y });

const pair = ({ x, y }: Point): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;

const line = (points: readonly Point[]): string => `M${points.map(pair).join("L")}`;

/** An open arrowhead. */
function head(tip: Point, { x, y }: Point): string {
  const back = { x: tip.x - 5 * x, y: tip.y - 5 * y };
  return line([
    { x: back.x - 3.5 * y, y: back.y + 3.5 * x },
    tip,
    { x: back.x + 3.5 * y, y: back.y - 3.5 * x },
  ]);
}
