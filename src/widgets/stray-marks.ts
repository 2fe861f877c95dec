/** Shows in the editor which characters are not what they look like: those that the language doesn't know, and all invisible ones. */
import { syntaxTree } from "@codemirror/language";
import { Decoration, EditorView, ViewPlugin, WidgetType, type DecorationSet } from "@codemirror/view";
import {
  invisibleIn,
  isVisible,
  lookalikesIn,
  mayHaveStrays,
  straysIn,
  type Stray,
} from "#reading/characters.ts";
import { withoutText } from "#reading/syntax-tree.ts";
import { editor as strings } from "#strings/index.ts";
import type { Extension, Range } from "@codemirror/state";
import type { Language } from "#reading/language.ts";

/** What stands in the place of characters that can't be seen. */
class Sign extends WidgetType {
  readonly #stray: Stray;

  constructor(stray: Stray) {
    super();
    this.#stray = stray;
  }

  override eq(other: Sign): boolean {
    return other.#stray.text === this.#stray.text;
  }

  override toDOM(): HTMLElement {
    const sign = document.createElement("span");
    sign.className = "hg-stray";
    sign.textContent = this.#stray.write === " " ? "␣" : "•";
    sign.title = strings.stray(this.#stray);
    sign.setAttribute("role", "img");
    sign.setAttribute("aria-label", strings.stray(this.#stray));
    return sign;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

const marked = (stray: Stray): Decoration =>
  isVisible(stray.text)
    ? Decoration.mark({ class: "hg-stray", attributes: { title: strings.stray(stray) } })
    : Decoration.replace({ widget: new Sign(stray) });

function marksIn(view: EditorView, language: Language): DecorationSet {
  const code = view.state.doc.toString();
  if (!mayHaveStrays(code)) return Decoration.none;
  const text = withoutText(code, syntaxTree(view.state));
  const strays = new Map(
    [...invisibleIn(code), ...lookalikesIn(text), ...straysIn(text, language)].map((stray) => [
      stray.at,
      stray,
    ]),
  );
  const marks: Range<Decoration>[] = [...strays.values()].map((stray) =>
    marked(stray).range(stray.at, stray.at + stray.text.length),
  );
  return Decoration.set(marks, true);
}

/** Marks them in code of this language; in strings and comments only those that can't be seen. */
export const strayMarks = (language: Language): Extension =>
  ViewPlugin.define(
    (view) => ({
      marks: marksIn(view, language),
      update({ docChanged, startState, state, view: updated }) {
        if (docChanged || syntaxTree(startState) !== syntaxTree(state))
          this.marks = marksIn(updated, language);
      },
    }),
    { decorations: ({ marks }) => marks },
  );
