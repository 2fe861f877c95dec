import type { GraphSnapshot } from "#graph/snapshot.ts";
import type { Layout } from "#graph/layout.ts";
import type { WalkProgress } from "#graph/walk.ts";
import type { MarkedState } from "#widgets/steps/line-marks.ts";

/**
 * How a node or an edge is set apart: `right` and `wrong` judge it, `active` is the step being explained, `path` lies on
 * the path being pointed at, `asked` waits for an answer.
 */
export type DrawingMark = "right" | "wrong" | "active" | "path" | "asked";

/** What stands at a node of a learner's own steps. */
export interface NodeMark {
  state: MarkedState;
  /** The steps in words: `line 5, dstd: goes wrong here`. */
  text: string;
  /** Whether it is being pointed at. */
  chosen: boolean;
  onPress: () => void;
}

/** A stage as it is drawn, open or folded. */
export interface StageMark {
  title: string;
  solved: boolean;
  /** Opens or folds it; without this it can't be pressed. */
  onToggle?: (() => void) | undefined;
}

export interface DrawingProps {
  snapshot: GraphSnapshot;
  layout: Layout;
  /** What is drawn, for those who don't see it. */
  label: string;
  /** What is there so far; everything if left out. */
  progress?: WalkProgress | undefined;
  /** By the id of a node or an edge. */
  marks?: ReadonlyMap<string, DrawingMark> | undefined;
  /**
   * By the id of an edge, or of a node where paths meet: what stands in the gradient's place, such as a learner's answer or a
   * question mark.
   */
  gradients?: ReadonlyMap<string, string> | undefined;
  /** By edge id: a second gradient below the first, such as the learner's. The layout must have room: `gradientLines: 2`. */
  yours?: ReadonlyMap<string, string> | undefined;
  /** By the id of a node: the learner's own steps that belong to it. */
  steps?: ReadonlyMap<string, NodeMark> | undefined;
  /** The array whose entries are shown elsewhere. */
  selected?: string | null | undefined;
  /** Called with the id of an array that was chosen. Without it nothing in the drawing can be pressed. */
  onSelect?: ((node: string) => void) | undefined;
  /** Stages that are drawn open, in a frame, by the name that the layout has for it. */
  frames?: ReadonlyMap<string, StageMark> | undefined;
  /** The stages that are drawn folded, by the id of their node. */
  folded?: ReadonlyMap<string, StageMark> | undefined;
}
