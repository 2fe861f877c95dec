import type { Language } from "#reading/language.ts";
import type { EditorOptions, MountedEditor } from "#widgets/code-mirror.ts";

const editorLanguages = {
  python: () => import("#widgets/editor-python.ts"),
  javascript: () => import("#widgets/editor-javascript.ts"),
};

/** CodeMirror, ready to take over from a text area. */
export interface TakeOver {
  mount: (options: Omit<EditorOptions, "language" | "grammar">) => MountedEditor;
  focused: boolean;
  selection: { anchor: number; head: number };
}

/**
 * Fetches CodeMirror and waits until nothing is being done with the text area. Null if the text area has gone meanwhile; rejects
 * when offline.
 */
export async function prepareTakeOver(
  language: Language,
  textArea: () => HTMLTextAreaElement | null,
): Promise<TakeOver | null> {
  const [{ mountEditor }, { editorLanguage }] = await Promise.all([
    import("#widgets/code-mirror.ts"),
    editorLanguages[language](),
  ]);
  await gestureEnded();
  await new Promise(requestAnimationFrame); // a touch presses, focuses and clicks at its end
  const area = textArea();
  return (
    area && {
      mount: (options) => mountEditor({ ...options, language, grammar: editorLanguage }),
      focused: document.activeElement === area,
      selection:
        area.selectionDirection === "backward"
          ? { anchor: area.selectionEnd, head: area.selectionStart }
          : { anchor: area.selectionStart, head: area.selectionEnd },
    }
  );
}

const beginnings = ["pointerdown", "compositionstart"];
const ends = ["pointerup", "pointercancel", "compositionend"];

let inTheMiddle = false;
if (typeof document !== "undefined") {
  const watch = (types: readonly string[], begins: boolean) => {
    for (const type of types) addEventListener(type, () => (inTheMiddle = begins), { capture: true });
  };
  watch(beginnings, true);
  watch(ends, false);
}

/** A press focuses before it places the caret, and an input method composes: the text area must stay until that is done. */
async function gestureEnded(): Promise<void> {
  while (inTheMiddle) {
    await new Promise((resolve) => {
      for (const type of ends) addEventListener(type, resolve, { once: true });
    });
    await new Promise(requestAnimationFrame);
  }
}
