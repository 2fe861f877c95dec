import { wayOn as strings } from "#strings/index.ts";

/** A link, and what it says. */
export interface Way {
  href: string;
  text: string;
}

/** What the page has for its reader after an exercise: the next one, or at its end the next lesson. */
export function wayOn(id: string): Way | null {
  const exercises = [...document.querySelectorAll<HTMLElement>("[data-exercise]")];
  const next = exercises[exercises.findIndex(({ dataset }) => dataset.exercise === id) + 1];
  const title = next?.querySelector(".hg-exercise-title")?.textContent;
  if (next && title) return { href: `#${next.id}`, text: strings.exercise(title) };
  const lesson = document.querySelector<HTMLAnchorElement>('a[rel="next"]');
  const name = lesson?.querySelector(".title")?.textContent;
  return lesson && name ? { href: lesson.href, text: strings.lesson(name) } : null;
}
