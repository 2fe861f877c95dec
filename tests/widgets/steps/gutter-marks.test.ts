import { insertNewlineAndIndent } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { gutterMarks, lineStart, marksEffect, shownMarks } from "#widgets/steps/gutter-marks.ts";
import { lineMarks } from "#widgets/steps/line-marks.ts";
import { sampleSteps } from "./sample-steps.ts";

const code = ["def f(x):", "    n = 1", "    std = 2", "    dstd = 3", "    dvar = 4", "    return 5"];

const marked = () =>
  EditorState.create({ doc: code.join("\n"), extensions: gutterMarks }).update({
    effects: marksEffect(lineMarks(sampleSteps)),
  }).state;

/** The marked lines as they are numbered now, with their states. */
const marksIn = (state: EditorState) =>
  [...shownMarks(state)].map(([from, mark]) => [state.doc.lineAt(from).number, mark.state]);

const all = [
  [3, "right"],
  [4, "wrong"],
  [5, "follows"],
  [6, "follows"],
];

/** What the text is with another in the place of one. */
function replaced(state: EditorState, text: string, other: string): EditorState {
  const from = state.doc.toString().indexOf(text);
  return state.update({ changes: { from, to: from + text.length, insert: other } }).state;
}

/** The same with a line more above the line that begins so. */
function withLineAbove(state: EditorState, beginning: string): EditorState {
  const from = state.doc.toString().indexOf(beginning);
  return state.update({ changes: { from, insert: "    # a line more\n" } }).state;
}

test("marks stand beside their lines", () => {
  expect(marksIn(marked())).toEqual(all);
});

test("marks move with their lines", () => {
  const before = withLineAbove(marked(), "    std");
  expect(marksIn(before)).toEqual(all.map(([line, state]) => [Number(line) + 1, state]));
  const after = replaced(marked(), "dstd = 3", "dstd = 3\n");
  expect(marksIn(after)).toEqual([
    [3, "right"],
    [4, "wrong"],
    [6, "follows"],
    [7, "follows"],
  ]);
});

/** The state after Enter was pressed at an offset. */
function enterAt(state: EditorState, anchor: number): EditorState {
  let after = state.update({ selection: { anchor } }).state;
  insertNewlineAndIndent({ state: after, dispatch: (transaction) => (after = transaction.state) });
  return after;
}

test("marks move with their lines where the editor writes the indentation of a line anew", () => {
  const state = marked();
  const { from, to } = state.doc.line(4);
  const above = [3, 5, 6, 7].map((line, i) => [line, all[i]![1]]);
  expect(marksIn(enterAt(state, from))).toEqual(above);
  expect(marksIn(enterAt(state, from + 4))).toEqual(above);
  expect(marksIn(enterAt(state, to))).toEqual([3, 4, 6, 7].map((line, i) => [line, all[i]![1]]));
});

test("a line that is edited has no mark until the edit is taken back", () => {
  const edited = replaced(marked(), "dstd = 3", "dstd = 30");
  expect(marksIn(edited)).toEqual(all.filter(([line]) => line !== 4));
  expect(marksIn(replaced(edited, "dstd = 30", "dstd = 3"))).toEqual(all);
});

test("a line that is deleted takes its mark along", () => {
  expect(marksIn(replaced(marked(), "    dstd = 3\n", ""))).toEqual([
    [3, "right"],
    [4, "follows"],
    [5, "follows"],
  ]);
});

test("another text has none, and none can be set where there is no line", () => {
  const { doc } = marked();
  const other = marked().update({ changes: { from: 0, to: doc.length, insert: "x = 1\ny = 2" } }).state;
  expect(marksIn(other)).toEqual([]);
  const short = other.update({ effects: marksEffect(lineMarks(sampleSteps)) }).state;
  expect(marksIn(short)).toEqual([]);
});

test("a line is found where it has moved to", () => {
  const state = withLineAbove(marked(), "    std");
  expect(state.doc.lineAt(lineStart(state, 4)).text).toBe("    dstd = 3");
  // One without a mark is where it was, or the last one there is.
  expect(state.doc.lineAt(lineStart(state, 1)).number).toBe(1);
  expect(state.doc.lineAt(lineStart(state, 90)).number).toBe(7);
});
