import { useEffect } from "preact/hooks";
import { progress as strings, progressPage as page } from "#strings/index.ts";
import Icon from "#widgets/Icon.tsx";
import { standingsOf } from "#learner/record.ts";
import { followRecord, learnerRecord, recordUnavailable } from "#widgets/record/learner-record.ts";
import { countOf, latestExercise, nextOf } from "#widgets/record/progress.ts";
import type { CatalogueLesson } from "#course/catalogue.ts";

/** What to do next, and every lesson with its exercises and how they stand. The list is there before any script is. */
export default function ProgressIsland({ catalogue }: { catalogue: readonly CatalogueLesson[] }) {
  useEffect(followRecord, []);
  const record = learnerRecord.value;
  const standings = standingsOf(record?.attempts ?? []);
  const next = nextOf(catalogue, standings, record && latestExercise(record, new Date()));
  const ids = catalogue.flatMap(({ exercises }) => exercises.map(({ id }) => id));
  const { solved, tried } = countOf(ids, standings);
  return (
    <div class="hg-progress-page not-content">
      <p class="hg-next" role="status">
        {recordUnavailable.value && page.unavailable}
        {record && solved + tried === 0 && page.nothingYet}
        {record && solved + tried > 0 && page.summary(solved, tried, ids.length)}{" "}
        {record &&
          (next ? (
            <a href={next.exercise.href}>{strings.goOn(next.lesson.number, next.exercise.title)}</a>
          ) : (
            strings.allSolved
          ))}
      </p>
      <ol class="hg-lessons">
        {catalogue.map(({ slug, title, href, exercises }) => {
          const count = countOf(
            exercises.map(({ id }) => id),
            standings,
          );
          return (
            <li key={slug}>
              <p class="hg-lesson">
                <a href={href}>{title}</a>
                <span>{record && strings.solvedOf(count.solved, exercises.length)}</span>
              </p>
              <ul>
                {exercises.map(({ id, title: name, href: place }) => {
                  const standing = standings.get(id);
                  return (
                    <li key={id} data-standing={standing ?? "none"}>
                      <span class="hg-standing">
                        {standing === "solved" && <Icon name="correct" />}
                        {standing === "tried" && <span aria-hidden="true">…</span>}
                      </span>
                      <a href={place}>{name}</a>
                      {standing && <span class="sr-only">, {strings[standing]}</span>}
                    </li>
                  );
                })}
              </ul>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
