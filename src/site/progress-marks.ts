/**
 * Marks what is done, wherever a page lists lessons or exercises: an element with `data-exercises` (their ids, with blanks
 * between) and room for its mark gets it once the page is idle, and anew with every change.
 */
import { progress as strings } from "#strings/index.ts";
import { storeQuery, learnerStore, whenStored } from "#widgets/learner-store.ts";
import { countOf, latestExercise, nextOf } from "#widgets/record/progress.ts";
import type { CatalogueLesson } from "#course/catalogue.ts";

const marks = document.querySelectorAll<HTMLElement>("[data-exercises]");
const link = document.querySelector<HTMLAnchorElement>("a[data-catalogue]");

if (marks.length > 0 || link) whenStored(follow);

function follow(): void {
  const store = learnerStore();
  storeQuery<Progress | null>(null, {
    concerns: ({ what }) => what === "attempt" || what === "everything",
    load: async () => ({
      standings: await store.standings(),
      latest: link && latestExercise(await store.readAll(), new Date()),
    }),
    same: () => false,
    show(progress) {
      if (!progress) return;
      for (const mark of marks) showMark(mark, progress.standings);
      if (link) showNext(link, progress.standings, progress.latest);
    },
  })
    .follow()
    .catch(() => undefined); // Offline before the store's code arrived: the page is complete without marks.
}

interface Progress {
  standings: Standings;
  latest: string | null;
}

type Standings = Parameters<typeof countOf>[1];

function showMark(mark: HTMLElement, standings: Standings): void {
  const ids = mark.dataset.exercises!.split(" ");
  const { solved, tried } = countOf(ids, standings);
  const state =
    solved === ids.length ? "solved" : solved + tried > 0 ? (ids.length > 1 ? "begun" : "tried") : "none";
  if (mark.dataset.state === state && state !== "begun") return;
  mark.dataset.state = state;
  const sign = document.createElement("span");
  sign.ariaHidden = "true";
  sign.textContent = { solved: "✓", begun: `${solved}/${ids.length}`, tried: "…", none: "" }[state];
  const words = document.createElement("span");
  words.className = "sr-only";
  words.textContent = {
    solved: `, ${strings.solved}`,
    begun: `, ${strings.solvedOf(solved, ids.length)}`,
    tried: `, ${strings.tried}`,
    none: "",
  }[state];
  mark.replaceChildren(sign, words);
}

function showNext(link: HTMLAnchorElement, standings: Standings, latest: string | null): void {
  if (latest === null) return;
  const next = nextOf(JSON.parse(link.dataset.catalogue!) as CatalogueLesson[], standings, latest);
  link.href = next ? next.exercise.href : link.dataset.progress!;
  link.textContent = next ? strings.goOn(next.lesson.number, next.exercise.title) : strings.allSolved;
}
