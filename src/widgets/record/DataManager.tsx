import { useEffect, useRef, useState } from "preact/hooks";
import { dataManager as strings, storage } from "#strings/index.ts";
import { learnerStore, storageTrouble } from "#widgets/learner-store.ts";
import { createImportExportSession } from "#widgets/record/import-export-session.ts";
import ImportPreview from "#widgets/record/ImportPreview.tsx";
import { followRecord, learnerRecord } from "#widgets/record/learner-record.ts";
import { useHydrated } from "#widgets/use-hydrated.ts";

/** Saves all answers to a file, takes such a file in, and deletes everything. `exercises` are the ids of all there are. */
export default function DataManager({ exercises }: { exercises: readonly string[] }) {
  const [session] = useState(() => createImportExportSession(learnerStore, () => new Date()));
  const hydrated = useHydrated();
  // A name may be typed before the island is alive, so it is nowhere but in its field.
  const name = useRef<HTMLInputElement>(null);
  useEffect(followRecord, []);
  const record = learnerRecord.value;
  const withoutVerdict = record?.attempts.filter(({ verdict }) => verdict === null) ?? [];
  const ungraded = withoutVerdict.filter(({ exercise }) => exercises.includes(exercise)).length;
  const foreign = withoutVerdict.length - ungraded;
  const stage = session.stage.value;
  const trouble = storageTrouble.value;

  return (
    <div class="hg-desk hg-live not-content">
      {trouble && <p class="hg-callout">{storage[trouble]}</p>}

      <section class="hg-stack-loose" aria-label={strings.export}>
        <label class="hg-label" for="learner-name">
          {strings.name}
        </label>
        <div class="hg-row hg-actions">
          <input
            ref={name}
            id="learner-name"
            class="hg-field hg-desk-name"
            type="text"
            autocomplete="off"
            autoCorrect="off"
          />
          <button
            type="button"
            class="hg-button hg-primary"
            disabled={!hydrated}
            onClick={() => void session.save(name.current!.value)}
          >
            {strings.save}
          </button>
        </div>
      </section>

      <section class="hg-stack-loose" aria-label={strings.import}>
        <label class="hg-button hg-desk-file" aria-disabled={!hydrated}>
          {strings.choose}
          <input
            class="sr-only"
            type="file"
            accept=".json,application/json"
            disabled={!hydrated}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              event.currentTarget.value = "";
              if (file) void session.read(file);
            }}
          />
        </label>
        <div role="status">
          {stage.name === "preview" && (
            <ImportPreview
              plan={stage.plan}
              onImport={() => void session.confirmImport()}
              onCancel={session.cancel}
            />
          )}
          {stage.name === "done" && (
            <div class="hg-box hg-row hg-confirm">
              <p>{strings.taken(stage.plan.answers.length)}</p>
              <button type="button" class="hg-button" onClick={() => void session.undoImport()}>
                {strings.undoImport}
              </button>
            </div>
          )}
          {stage.name === "message" && <p>{stage.text}</p>}
          {stage.name === "failed" && <p class="hg-callout">{stage.text}</p>}
        </div>
        {session.grading.value ? (
          <div class="hg-row hg-actions">
            <label class="hg-label" for="regrading">
              {strings.grading(session.grading.value.done, session.grading.value.count)}
            </label>
            <progress id="regrading" value={session.grading.value.done} max={session.grading.value.count} />
            <button type="button" class="hg-button" onClick={session.stopGrading}>
              {strings.stop}
            </button>
          </div>
        ) : (
          ungraded > 0 && (
            <div class="hg-row hg-actions">
              <span>{strings.ungraded(ungraded)}</span>
              <button type="button" class="hg-button" onClick={() => void session.grade()}>
                {strings.grade}
              </button>
            </div>
          )
        )}
        {foreign > 0 && <p class="hg-muted">{strings.foreign(foreign)}</p>}
      </section>

      <section class="hg-stack-loose" aria-label={strings.delete}>
        {stage.name === "deleting" ? (
          <div
            class="hg-box hg-row hg-confirm"
            role="group"
            aria-label={strings.deleteNow}
            onKeyDown={(event) => event.key === "Escape" && session.cancel()}
          >
            <p>{strings.deleteWhat(record?.attempts.length ?? 0, record?.drafts.length ?? 0)}</p>
            <button
              type="button"
              class="hg-button"
              ref={(button) => button?.focus()}
              onClick={session.cancel}
            >
              {strings.keep}
            </button>
            <button type="button" class="hg-button hg-danger" onClick={() => void session.deleteAll()}>
              {strings.deleteAll}
            </button>
          </div>
        ) : (
          <button type="button" class="hg-button" disabled={!hydrated} onClick={session.askToDelete}>
            {strings.delete}
          </button>
        )}
      </section>
    </div>
  );
}
