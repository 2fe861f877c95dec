import { useSignal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { exercise, graphExercise as strings, verdict } from "#strings/index.ts";
import Hints from "#widgets/Hints.tsx";
import History from "#widgets/history/History.tsx";
import Icon from "#widgets/Icon.tsx";
import StorageNotice from "#widgets/StorageNotice.tsx";
import WhatNext from "#widgets/WhatNext.tsx";
import VerdictPanel from "#widgets/VerdictPanel.tsx";
import GraphDrawing from "#widgets/graph/GraphDrawing.tsx";
import BlankRow from "#widgets/graph-exercise/BlankRow.tsx";
import GraphExerciseActions from "#widgets/graph-exercise/GraphExerciseActions.tsx";
import { entriesDrawing } from "#widgets/graph-exercise/entries-drawing.ts";
import { createGraphExerciseSession } from "#widgets/graph-exercise/graph-exercise-session.ts";
import { learnerStore, whenStored } from "#widgets/learner-store.ts";
import { useHydrated } from "#widgets/use-hydrated.ts";
import type { Layout } from "#graph/layout.ts";
import type { GraphVariant } from "#widgets/graph-exercise/graph-variant.ts";

interface Props {
  id: string;
  /** The numbers that the exercise is set with at first. */
  first: GraphVariant;
  /** Where the graph's parts stand on a wide and on a narrow screen. */
  layouts: Readonly<Record<"wide" | "narrow", Layout>>;
  hintCount: number;
}

const loadHints = async (id: string) =>
  (await (await import("#course/definitions.ts")).loadGraphExercise(id)).hints;

/** A computation graph with its values, and a blank for every gradient. */
export default function GraphExerciseIsland({ id, first, layouts, hintCount }: Props) {
  const [session] = useState(() =>
    createGraphExerciseSession(id, first, {
      loadGrader: async (exercise) =>
        (await import("#widgets/graph-exercise/graph-grader.ts")).loadGraphGrader(exercise),
      store: learnerStore,
      now: () => new Date(),
    }),
  );
  const hydrated = useHydrated();
  // A verdict from an earlier visit isn't news; only those of this visit are announced.
  const announcing = useSignal(false);
  const focused = useSignal<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const { blanks, snapshot } = session.variant.value;
  const entries = session.entries.value;
  const marks = session.marks.value;
  const attempt = session.attempt.value;
  const trouble = session.trouble.value;
  const drawing = entriesDrawing(snapshot, blanks, entries, marks, focused.value);

  useEffect(() => whenStored(() => void session.restore()), [session]);

  async function check(event: Event) {
    event.preventDefault();
    announcing.value = true;
    await session.check();
    const [unreadable] = session.complaints.peek().keys();
    if (unreadable === undefined) return;
    form.current?.querySelector<HTMLInputElement>(`[data-blank="${unreadable}"]`)?.focus();
  }

  return (
    <form
      class="hg-stack-loose hg-exercise-work hg-graph-exercise not-content"
      ref={form}
      noValidate
      autoComplete="off"
      onSubmit={(event) => void check(event)}
    >
      <div class="hg-row hg-bar hg-live">
        <p class="hg-label">{strings.function}</p>
        {session.solved.value && (
          <span class="hg-signed hg-right hg-solved">
            <Icon name="correct" /> {exercise.solved}
          </span>
        )}
      </div>

      {(["wide", "narrow"] as const).map((width) => (
        <div key={width} class={`hg-box hg-blank-graph-${width}`}>
          <GraphDrawing {...drawing} layout={layouts[width]} />
        </div>
      ))}

      <fieldset class="hg-blanks" disabled={!hydrated}>
        <legend class="hg-label">{strings.blanks}</legend>
        <ol onFocusOut={() => (focused.value = null)}>
          {blanks.map((blank) => (
            <BlankRow
              key={blank.key}
              id={`${id.replace("/", "-")}-${blank.key}`}
              blank={blank}
              entry={entries[blank.key] ?? ""}
              mark={marks.get(blank.key)}
              complaint={session.complaints.value.get(blank.key)}
              onEntry={(text) => session.write(blank.key, text)}
              onFocus={() => (focused.value = blank.key)}
            />
          ))}
        </ol>
      </fieldset>

      <GraphExerciseActions session={session} disabled={!hydrated} />

      <StorageNotice id={id} atWork={Object.values(entries).some((text) => text !== "")} />

      <div role="status" aria-live={announcing.value ? "polite" : "off"}>
        {trouble !== null ? (
          <p class="hg-callout">{trouble}</p>
        ) : (
          attempt && (
            <VerdictPanel
              key={attempt.submittedAt}
              grade={attempt.grade}
              edited={session.edited.value}
              stale={verdict.numbersEdited}
              remedy={attempt.grade.verdict === "correct" && !session.edited.value && <WhatNext id={id} />}
            />
          )
        )}
      </div>

      <div class="hg-row hg-help hg-live">
        {hintCount > 0 && <Hints load={() => loadHints(id)} count={hintCount} disabled={!hydrated} />}
        <History
          exercise={id}
          disabled={!hydrated}
          present={() => null}
          onRestore={(_, code) => void session.bringBack(code)}
        />
      </div>
    </form>
  );
}
