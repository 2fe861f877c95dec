import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { otherThan } from "#reading/language.ts";
import { exercise as strings, languageNames, undo, verdict as sayVerdict } from "#strings/index.ts";
import CaseTable from "#widgets/CaseTable.tsx";
import CodeEditor from "#widgets/CodeEditor.tsx";
import Hints from "#widgets/Hints.tsx";
import History from "#widgets/history/History.tsx";
import Icon from "#widgets/Icon.tsx";
import LanguageChoice from "#widgets/LanguageChoice.tsx";
import MoveButton from "#widgets/MoveButton.tsx";
import OutdatedDraft from "#widgets/OutdatedDraft.tsx";
import Solution from "#widgets/Solution.tsx";
import StorageNotice from "#widgets/StorageNotice.tsx";
import VerdictPanel from "#widgets/VerdictPanel.tsx";
import WrongStep from "#widgets/graph/WrongStep.tsx";
import { createExerciseSession } from "#widgets/exercise-session.ts";
import { chooseLanguage, language } from "#widgets/chosen-language.ts";
import { learnerStore, whenStored } from "#widgets/learner-store.ts";
import { useHydrated } from "#widgets/use-hydrated.ts";
import { useSlow } from "#widgets/use-slow.ts";
import { useStoppedWithPage } from "#widgets/when-left.ts";
import type { AnswerLanguage } from "#learner/attempt.ts";
import { languages, type Language } from "#reading/language.ts";

interface Props {
  id: string;
  starters: Readonly<Record<Language, string>>;
  hintCount: number;
  /** The function to differentiate, highlighted, in both languages. */
  shown?: ComponentChildren;
  /** The starters, highlighted. */
  python?: ComponentChildren;
  javascript?: ComponentChildren;
}

const runKeys = ["Mod-Enter"];

const loadHints = async (id: string) =>
  (await (await import("#course/definitions.ts")).loadExercise(id)).hints;

/** The part of an exercise that the learner works in: from the editor to the verdict, the hints and the solution. */
export default function ExerciseIsland({ id, starters, hintCount, shown, ...still }: Props) {
  const [session] = useState(() =>
    createExerciseSession(id, starters, {
      loadGrading: async (exercise) => (await import("#widgets/grading.ts")).loadGrading(exercise),
      store: learnerStore,
      now: () => new Date(),
    }),
  );
  const hydrated = useHydrated();
  // A verdict from an earlier visit isn't news; only those of this visit are announced.
  const announcing = useSignal(false);
  const phase = session.phase.value;
  const slow = useSlow(phase !== "idle");
  const work = session.work[language.value];
  const attempt = work.attempt.value;
  const edited = work.edited.value;
  const trouble = session.trouble.value;
  const hasMovedHere = work.replaced.value?.why === "moved" && work.code.value !== starters[language.value];
  const submitButton = useRef<HTMLButtonElement>(null);

  useEffect(() => whenStored(() => void session.restore()), [session]);
  useStoppedWithPage(session.stop);

  function submit() {
    announcing.value = true;
    void session.submit(language.peek());
  }

  function move(from: AnswerLanguage) {
    if (from === "graph") return;
    session.move(from);
    chooseLanguage(otherThan(from));
    submitButton.current?.focus();
  }

  return (
    <div class="hg-exercise-work not-content">
      <div class="hg-bar">
        <LanguageChoice id={id} disabled={!hydrated} />
        {session.solved.value && (
          <span class="hg-solved hg-right">
            <Icon name="correct" /> {strings.solved}
          </span>
        )}
      </div>

      {shown}

      <p class="hg-label">{strings.answer}</p>
      {languages.map((each) => (
        <div key={each} data-for={each}>
          <CodeEditor
            label={strings.answerIn(languageNames[each])}
            language={each}
            code={session.work[each].code}
            initial={starters[each]}
            still={still[each]}
            runKeys={runKeys}
            wrongLine={
              session.work[each].edited.value ? null : (session.work[each].attempt.value?.grade.line ?? null)
            }
            onEdit={(code) => session.edit(each, code)}
            onRun={submit}
          />
          {session.work[each].code.value === starters[each] && <RuledLines />}
        </div>
      ))}

      <div class="hg-actions">
        <button
          ref={submitButton}
          type="button"
          class="hg-button hg-primary"
          disabled={!hydrated}
          aria-disabled={phase !== "idle"}
          onClick={submit}
        >
          {strings.submit}
        </button>
        {slow && phase !== "idle" && (
          <button type="button" class="hg-button" onClick={session.stop}>
            <Icon name="stop" /> {strings.stop}
          </button>
        )}
        <button
          type="button"
          class="hg-button hg-quiet"
          disabled={!hydrated}
          onClick={() => session.reset(language.peek())}
        >
          {strings.reset}
        </button>
        {work.replaced.value && (
          <button type="button" class="hg-button hg-quiet" onClick={() => session.undo(language.peek())}>
            {undo[work.replaced.value.why]}
          </button>
        )}
        <span class="hg-progress" role="status">
          {phase === "loading" && strings.fetching(languageNames[language.value])}
          {phase === "grading" && strings.grading}
          {phase === "idle" && work.replaced.value?.why === "elsewhere" && undo.changedElsewhere}
          {phase === "idle" && hasMovedHere && sayVerdict.moved(languageNames[language.value])}
        </span>
        {phase === "idle" && !work.replaced.value && (
          <p class="hg-keys">
            <kbd>Ctrl</kbd> {strings.or} <kbd>⌘</kbd> + <kbd>Enter</kbd> {strings.submits} <kbd>Esc</kbd>,{" "}
            {strings.then} <kbd>Tab</kbd> {strings.leaves}
          </p>
        )}
      </div>

      <div role="status">
        {work.outdated.value && (
          <OutdatedDraft
            starter={starters[language.value]}
            onBegin={() => session.reset(language.peek())}
            onKeep={() => session.keepOutdated(language.peek())}
          />
        )}
      </div>

      <StorageNotice id={id} atWork={attempt !== null || work.code.value !== starters[language.value]} />

      <div
        class={phase === "idle" ? "hg-result" : "hg-result hg-outdated"}
        role="status"
        aria-live={announcing.value ? "polite" : "off"}
      >
        {trouble ? (
          <div class="hg-trouble">
            <p>{trouble.message}</p>
            {trouble.kind !== "stopped" && (
              <button type="button" class="hg-button" onClick={submit}>
                {strings.tryAgain}
              </button>
            )}
          </div>
        ) : (
          attempt && (
            <VerdictPanel
              key={attempt.submittedAt}
              grade={attempt.grade}
              edited={edited}
              remedy={
                attempt.grade.writtenIn &&
                !edited && <MoveButton to={attempt.grade.writtenIn} onPress={() => move(attempt.language)} />
              }
            />
          )
        )}
      </div>
      {attempt?.grade.diagnosis && attempt.grade.diagnosis.bends.length > 0 && !trouble && (
        <WrongStep key={attempt.submittedAt} exercise={id} grade={attempt.grade} open={announcing.value} />
      )}
      {attempt && attempt.grade.cases.length > 0 && !trouble && (
        <CaseTable key={attempt.submittedAt} cases={attempt.grade.cases} />
      )}

      <div class="hg-help">
        {hintCount > 0 && <Hints load={() => loadHints(id)} count={hintCount} disabled={!hydrated} />}
        <Solution exercise={id} solved={session.solved.value} disabled={!hydrated} />
        <History
          exercise={id}
          disabled={!hydrated}
          present={(each) => (each === "graph" ? null : session.work[each].code.value)}
          onRestore={(answered, code) => {
            if (answered === "graph") return;
            chooseLanguage(answered);
            session.bringBack(answered, code);
          }}
        />
      </div>
    </div>
  );
}

/** Room for an answer in handwriting, where the page is printed before there is one. */
const RuledLines = () => (
  <div class="hg-ruled" aria-hidden="true">
    {Array.from({ length: 4 }, (_, i) => (
      <span key={i} />
    ))}
  </div>
);
