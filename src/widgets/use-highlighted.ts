import { useEffect, useState } from "preact/hooks";
import { stillLines } from "#widgets/still-lines.ts";
import type { Language } from "#reading/language.ts";

/** The code as HTML: highlighted as soon as the highlighter has arrived, plain until then. */
export function useHighlighted(text: string, language: Language, wanted: boolean): string {
  const [highlighted, setHighlighted] = useState({ text: "", html: "" });
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    void import("#widgets/highlight.ts")
      .then(({ highlight }) => highlight(text, language))
      .then(
        (html) => {
          if (current) setHighlighted({ text, html });
        },
        () => {
          // Offline: the code stays readable without colours.
        },
      );
    return () => {
      current = false;
    };
  }, [text, language, wanted]);
  return highlighted.text === text ? highlighted.html : stillLines(text);
}
