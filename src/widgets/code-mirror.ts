import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { EditorState, RangeSet, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutterLineClass, keymap, lineNumbers } from "@codemirror/view";
import { editorTheme } from "#widgets/editor-theme.ts";
import { hangingStyle, tabSize } from "#widgets/hanging-indent.ts";
import { highlighter } from "#widgets/highlight.ts";
import { gutterMarks, lineStart, marksEffect } from "#widgets/steps/gutter-marks.ts";
import { strayMarks } from "#widgets/stray-marks.ts";
import type { Extension } from "@codemirror/state";
import type { Language } from "#reading/language.ts";
import type { LineMark } from "#widgets/steps/line-marks.ts";

/** Every line with the columns that its further rows are moved in by. */
const hangingIndent = EditorView.decorations.compute(["doc"], ({ doc }) => {
  const lines = new RangeSetBuilder<Decoration>();
  for (let number = 1; number <= doc.lines; number++) {
    const { from, text } = doc.line(number);
    const style = hangingStyle(text);
    if (style !== null) lines.add(from, from, Decoration.line({ attributes: { style } }));
  }
  return lines.finish();
});

const markLine = StateEffect.define<number | null>();

const wrongLine = Decoration.line({ class: "hg-wrong-line" });

const wrongLineNumber = new (class extends GutterMarker {
  override elementClass = "hg-wrong-line-number";
})();

/** Where the marked line begins, or null. The mark moves with its line as text is edited around it. */
const markedLine = StateField.define<number | null>({
  create: () => null,
  update(marked, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(markLine)) continue;
      const { doc } = transaction.state;
      return effect.value !== null && effect.value >= 1 && effect.value <= doc.lines
        ? doc.line(effect.value).from
        : null;
    }
    return marked === null ? null : transaction.state.doc.lineAt(transaction.changes.mapPos(marked)).from;
  },
  provide: (field) => [
    EditorView.decorations.from(field, (at) => Decoration.set(at === null ? [] : [wrongLine.range(at)])),
    gutterLineClass.from(field, (at) =>
      RangeSet.of<GutterMarker>(at === null ? [] : [wrongLineNumber.range(at)]),
    ),
  ],
});

/** Pixels that a line has to itself above and below, when it is gone to: the page's header covers some. */
const headerMargin = 80;

export interface EditorOptions {
  parent: HTMLElement;
  text: string;
  /** Offsets into the text. */
  selection: { anchor: number; head: number };
  language: Language;
  /** That language's grammar and indentation. */
  grammar: Extension;
  label: string;
  /** The id of what describes it. */
  describedBy: string;
  /** Keys that run the code, in CodeMirror's notation. */
  runKeys: readonly string[];
  onEdit: (text: string) => void;
  onRun: () => void;
}

export interface MountedEditor {
  /** Replaces the text if it differs; the learner can undo that. */
  setText(text: string): void;
  /** Marks a line, counted from 1, or none. */
  setWrongLine(line: number | null): void;
  /** Puts signs beside lines, in the place of those that are there. */
  setMarks(marks: readonly LineMark[]): void;
  /** Goes to a line, counted from 1 as it was when the marks were set, and into the editor. */
  goTo(line: number): void;
  focus(): void;
  destroy(): void;
}

/** Puts a live editor into `parent`. Escape, then Tab, leaves it. */
export function mountEditor(options: EditorOptions): MountedEditor {
  const run = () => {
    options.onRun();
    return true;
  };
  const view = new EditorView({
    parent: options.parent,
    doc: options.text,
    selection: options.selection,
    extensions: [
      gutterMarks,
      lineNumbers(),
      history(),
      indentOnInput(),
      bracketMatching(),
      options.grammar,
      strayMarks(options.language),
      editorTheme,
      syntaxHighlighting(highlighter),
      EditorView.lineWrapping,
      hangingIndent,
      markedLine,
      EditorState.tabSize.of(tabSize),
      EditorView.contentAttributes.of({
        "aria-label": options.label,
        "aria-describedby": options.describedBy,
        autocapitalize: "off",
        autocorrect: "off",
        spellcheck: "false",
      }),
      keymap.of([
        ...options.runKeys.map((key) => ({ key, run })),
        indentWithTab,
        ...historyKeymap,
        ...defaultKeymap,
      ]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) options.onEdit(update.state.doc.toString());
      }),
    ],
  });

  return {
    setText(text) {
      if (text === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    setWrongLine: (line) => view.dispatch({ effects: markLine.of(line) }),
    setMarks: (marks) => view.dispatch({ effects: marksEffect(marks) }),
    goTo(line) {
      const anchor = lineStart(view.state, line);
      view.focus();
      view.dispatch({
        selection: { anchor },
        effects: EditorView.scrollIntoView(anchor, { y: "nearest", yMargin: headerMargin }),
      });
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
