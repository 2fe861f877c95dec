/** Signs beside the line numbers of an editor. A sign moves with its line, and is gone for as long as the line is another one. */
import { RangeSet, StateEffect, StateField, type EditorState, type Text } from "@codemirror/state";
import { GutterMarker, gutter } from "@codemirror/view";
import type { LineMark } from "#widgets/steps/line-marks.ts";
import { stepSign } from "#widgets/steps/step-sign.ts";
import type { Extension } from "@codemirror/state";

class StepMarker extends GutterMarker {
  readonly #mark: LineMark;

  constructor(mark: LineMark) {
    super();
    this.#mark = mark;
  }

  override eq(other: StepMarker): boolean {
    return other.#mark.state === this.#mark.state && other.#mark.text === this.#mark.text;
  }

  override toDOM(): HTMLElement {
    return stepSign(this.#mark);
  }
}

/**
 * A mark, and the line that it belongs to: where that begins and ends now, and what stood in it. An edit can take one of the two
 * places with it and leave the line as it was: Enter above a line writes the line's indentation anew.
 */
interface PlacedMark {
  mark: LineMark;
  from: number;
  to: number;
  text: string;
}

const setMarks = StateEffect.define<readonly LineMark[]>();

function placed(marks: readonly LineMark[], doc: Text): PlacedMark[] {
  return marks.flatMap((mark) => {
    if (mark.line < 1 || mark.line > doc.lines) return [];
    const { from, to, text } = doc.line(mark.line);
    return [{ mark, from, to, text }];
  });
}

const placedMarks = StateField.define<readonly PlacedMark[]>({
  create: () => [],
  update(marks, { effects, changes, docChanged, state: { doc } }) {
    const effect = effects.find((each) => each.is(setMarks));
    if (effect) return placed(effect.value, doc);
    if (!docChanged) return marks;
    // What is inserted where a line begins goes before it, and where it ends behind it.
    return marks.map((placed) => ({
      ...placed,
      from: changes.mapPos(placed.from, 1),
      to: changes.mapPos(placed.to, -1),
    }));
  },
});

/** The marks by where their lines begin: those of the lines that are still what they were. */
export function shownMarks(state: EditorState): Map<number, LineMark> {
  const { doc } = state;
  return new Map(
    state.field(placedMarks).flatMap(({ mark, from, to, text }) => {
      const line = [from, to].map((at) => doc.lineAt(at)).find((each) => each.text === text);
      return line ? [[line.from, mark] as const] : [];
    }),
  );
}

/** The gutter for the marks, which `marksEffect` sets. */
export const gutterMarks: Extension = [
  placedMarks,
  gutter({
    class: "cm-step-gutter",
    markers: ({ state }) =>
      RangeSet.of<GutterMarker>(
        [...shownMarks(state)].map(([from, mark]) => new StepMarker(mark).range(from)),
        true,
      ),
  }),
];

/** Sets the marks of an editor, in the place of those that it has. */
export const marksEffect = (marks: readonly LineMark[]): StateEffect<readonly LineMark[]> =>
  setMarks.of(marks);

/** Where a line begins that was counted, from 1, when the marks were set: it may have moved since. */
export function lineStart(state: EditorState, line: number): number {
  const moved = [...shownMarks(state)].find(([, mark]) => mark.line === line);
  return moved ? moved[0] : state.doc.line(Math.min(Math.max(line, 1), state.doc.lines)).from;
}
