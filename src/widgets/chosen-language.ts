import { signal } from "@preact/signals";
import { onLanguagePreferred, preferLanguage, preferredLanguage } from "#learner/preferences.ts";
import type { Language } from "#reading/language.ts";

/**
 * The language that every exercise on the page is shown in. It is Python while islands hydrate, as in the built page;
 * the style sheet follows the `data-language` of the page itself, which is right from the start.
 */
export const language = signal<Language>("python");

/** Shows every exercise on the page in this language, and remembers it. */
export function chooseLanguage(chosen: Language): void {
  show(chosen);
  preferLanguage(chosen);
}

/** Brings the islands to the remembered choice. */
export function followPreference(): void {
  show(preferredLanguage());
}

function show(chosen: Language): void {
  language.value = chosen;
  document.documentElement.dataset.language = chosen;
}

if (typeof document !== "undefined") onLanguagePreferred(show);
