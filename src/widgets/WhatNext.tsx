import { useEffect, useState } from "preact/hooks";
import { exercise as strings } from "#strings/index.ts";

interface Way {
  href: string;
  text: string;
}

/** What the page has for its reader after an exercise: the next one, or at its end the next lesson. */
function wayOn(id: string): Way | null {
  const exercises = [...document.querySelectorAll<HTMLElement>("[data-exercise]")];
  const next = exercises[exercises.findIndex(({ dataset }) => dataset.exercise === id) + 1];
  const title = next?.querySelector(".hg-exercise-title")?.textContent;
  if (next && title) return { href: `#${next.id}`, text: strings.nextExercise(title) };
  const lesson = document.querySelector<HTMLAnchorElement>('a[rel="next"]');
  const name = lesson?.querySelector(".title")?.textContent;
  return lesson && name ? { href: lesson.href, text: strings.nextLesson(name) } : null;
}

/** Where to go from a right answer, one press away. */
export default function WhatNext({ id }: { id: string }) {
  const [way, setWay] = useState<Way | null>(null);
  useEffect(() => setWay(wayOn(id)), [id]);
  return (
    way && (
      <p>
        <a href={way.href}>
          {way.text} <span aria-hidden="true">→</span>
        </a>
      </p>
    )
  );
}
