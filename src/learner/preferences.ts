import type { Language } from "#reading/language.ts";

// In localStorage, not in IndexedDB: it is read before the first paint, so that no code changes under the reader's eyes.
const languageKey = "handgrad-language";

const toLanguage = (stored: string | null): Language => (stored === "javascript" ? "javascript" : "python");

/** The language the learner chose last; Python if none was, or if the browser won't say. */
export function preferredLanguage(): Language {
  try {
    return toLanguage(localStorage.getItem(languageKey));
  } catch {
    return "python";
  }
}

/** Remembers the choice where the browser allows it. */
export function preferLanguage(language: Language): void {
  try {
    localStorage.setItem(languageKey, language);
  } catch {
    // The choice still holds for this page.
  }
}

/** Hears of a choice made in another tab. */
export function onLanguagePreferred(listener: (language: Language) => void): void {
  addEventListener("storage", (event) => {
    if (event.key === languageKey) listener(toLanguage(event.newValue));
  });
}

/** Deletes what the course keeps outside the learner's record: this choice, and what stands in the playground and in cells. */
export function forgetChoices(): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith("handgrad-")) localStorage.removeItem(key);
  } catch {
    // Where nothing may be read, nothing was stored.
  }
}
