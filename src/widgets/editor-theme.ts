import { EditorView } from "@codemirror/view";

/**
 * What code-editor.css says of code, for CodeMirror. Its own styles lie in no layer, so that no style sheet of the site could
 * change them; a theme can.
 */
export const editorTheme = EditorView.theme({
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { font: "inherit", lineHeight: "inherit" },
  ".cm-content": { padding: "0.75rem 0", caretColor: "var(--hg-strong)" },
  ".cm-line": { padding: "0 0.75rem 0 var(--hang, 0ch)", textIndent: "calc(-1 * var(--hang, 0ch))" },
  ".cm-gutters": { border: "none", width: "var(--gutter)", background: "none", color: "var(--hg-muted)" },
  ".cm-lineNumbers": { width: "100%" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 var(--gutter-gap) 0 0", minWidth: "0" },
  ".cm-step-gutter": { position: "absolute", insetInlineStart: "0", width: "1rem" },
  // It lies over the numbers, which have the tint of their line.
  ".cm-step-gutter .cm-gutterElement": { backgroundColor: "transparent", boxShadow: "none" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--hg-value-soft)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--hg-wrong-soft)" },
});
