import { useEffect, useState } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { desk as say, storage } from "#strings/index.ts";
import { learnerStore, storageTrouble } from "#widgets/learner-store.ts";
import { createDeskSession } from "#widgets/record/desk-session.ts";
import ImportPreview from "#widgets/record/ImportPreview.tsx";
import { followRecord, learnerRecord } from "#widgets/record/learner-record.ts";
import { useHydrated } from "#widgets/use-hydrated.ts";

/** Saves all answers to a file, takes such a file in, and deletes everything. `exercises` are the ids of all there are. */
export default function RecordDesk({ exercises }: { exercises: readonly string[] }) {
  const [desk] = useState(() => createDeskSession(learnerStore, () => new Date()));
  const hydrated = useHydrated();
  const learner = useSignal("");
  useEffect(followRecord, []);
  const record = learnerRecord.value;
  const withoutVerdict = record?.attempts.filter(({ verdict }) => verdict === null) ?? [];
  const ungraded = withoutVerdict.filter(({ exercise }) => exercises.includes(exercise)).length;
  const foreign = withoutVerdict.length - ungraded;
  const stage = desk.stage.value;
  const trouble = storageTrouble.value;

  return (
    <div class="hg-desk not-content">
      {trouble && <p class="hg-trouble">{storage[trouble]}</p>}

      <section aria-label={say.export}>
        <label class="hg-label" for="hg-learner">
          {say.name}
        </label>
        <div class="hg-actions">
          <input
            id="hg-learner"
            class="hg-desk-name"
            type="text"
            autocomplete="off"
            autoCorrect="off"
            value={learner.value}
            onInput={(event) => (learner.value = event.currentTarget.value)}
          />
          <button
            type="button"
            class="hg-button hg-primary"
            disabled={!hydrated}
            onClick={() => void desk.save(learner.value)}
          >
            {say.save}
          </button>
        </div>
      </section>

      <section aria-label={say.import}>
        <label class="hg-button hg-desk-file" aria-disabled={!hydrated}>
          {say.choose}
          <input
            class="hg-unseen"
            type="file"
            accept=".json,application/json"
            disabled={!hydrated}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              event.currentTarget.value = "";
              if (file) void desk.read(file);
            }}
          />
        </label>
        <div role="status" class="hg-desk-status">
          {stage.name === "preview" && (
            <ImportPreview plan={stage.plan} onImport={() => void desk.takeIn()} onCancel={desk.cancel} />
          )}
          {stage.name === "done" && (
            <div class="hg-confirm">
              <p>{say.taken(stage.plan.answers.length)}</p>
              <button type="button" class="hg-button" onClick={() => void desk.takeBack()}>
                {say.takeBack}
              </button>
            </div>
          )}
          {stage.name === "said" && <p>{stage.text}</p>}
          {stage.name === "failed" && <p class="hg-trouble">{stage.text}</p>}
        </div>
        {desk.grading.value ? (
          <div class="hg-actions">
            <label class="hg-label" for="hg-regrading">
              {say.grading(desk.grading.value.done, desk.grading.value.count)}
            </label>
            <progress id="hg-regrading" value={desk.grading.value.done} max={desk.grading.value.count} />
            <button type="button" class="hg-button" onClick={desk.stopGrading}>
              {say.stop}
            </button>
          </div>
        ) : (
          ungraded > 0 && (
            <div class="hg-actions">
              <span>{say.ungraded(ungraded)}</span>
              <button type="button" class="hg-button" onClick={() => void desk.grade()}>
                {say.grade}
              </button>
            </div>
          )
        )}
        {foreign > 0 && <p class="hg-desk-foreign">{say.foreign(foreign)}</p>}
      </section>

      <section aria-label={say.delete}>
        {stage.name === "deleting" ? (
          <div
            class="hg-confirm"
            role="group"
            aria-label={say.deleteNow}
            onKeyDown={(event) => event.key === "Escape" && desk.cancel()}
          >
            <p>{say.deleteWhat(record?.attempts.length ?? 0, record?.drafts.length ?? 0)}</p>
            <button type="button" class="hg-button" ref={(button) => button?.focus()} onClick={desk.cancel}>
              {say.keep}
            </button>
            <button type="button" class="hg-button hg-danger" onClick={() => void desk.deleteAll()}>
              {say.deleteAll}
            </button>
          </div>
        ) : (
          <button type="button" class="hg-button" disabled={!hydrated} onClick={desk.askToDelete}>
            {say.delete}
          </button>
        )}
      </section>
    </div>
  );
}
