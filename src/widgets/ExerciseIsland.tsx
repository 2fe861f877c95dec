import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { exercise as strings } from "#strings/index.ts";
import Hints from "#widgets/Hints.tsx";
import History from "#widgets/history/History.tsx";
import Icon from "#widgets/Icon.tsx";
import LanguageChoice from "#widgets/LanguageChoice.tsx";
import OutdatedDraft from "#widgets/OutdatedDraft.tsx";
import Solution from "#widgets/Solution.tsx";
import StorageNotice from "#widgets/StorageNotice.tsx";
import AnswerEditors, { type LineIn } from "#widgets/exercise/AnswerEditors.tsx";
import ExerciseActions from "#widgets/exercise/ExerciseActions.tsx";
import ExerciseResult from "#widgets/exercise/ExerciseResult.tsx";
import { createExerciseSession } from "#widgets/exercise-session.ts";
import { createStepsRequest } from "#widgets/steps/steps-request.ts";
import { chooseLanguage, followPreference, language } from "#widgets/chosen-language.ts";
import { learnerStore, whenStored } from "#widgets/learner-store.ts";
import { useHydrated } from "#widgets/use-hydrated.ts";
import { useStoppedWithPage } from "#widgets/when-left.ts";
import type { AnswerLanguage, Attempt } from "#learner/attempt.ts";
import { otherThan, type Language } from "#reading/language.ts";

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
  const [request] = useState(() =>
    createStepsRequest<Attempt>(async () => (await import("#widgets/grading.ts")).loadSteps(id)),
  );
  const goTo = useSignal<LineIn | null>(null);
  const hydrated = useHydrated();
  /** Only verdicts of this visit are announced. */
  const announcing = useSignal(false);
  const work = session.work[language.value];
  const submitButton = useRef<HTMLButtonElement>(null);

  useEffect(followPreference, []);
  useEffect(() => whenStored(() => void session.restore()), [session]);
  useStoppedWithPage(session.stop);
  useStoppedWithPage(request.stop);

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
    <div class="hg-stack-loose hg-exercise-work not-content">
      <div class="hg-row hg-bar hg-live">
        <LanguageChoice id={id} chosen={language.value} disabled={!hydrated} onChoose={chooseLanguage} />
        {session.solved.value && (
          <span class="hg-signed hg-right hg-solved">
            <Icon name="correct" /> {strings.solved}
          </span>
        )}
      </div>

      {shown}

      <p class="hg-label">{strings.answer}</p>
      <AnswerEditors
        session={session}
        request={request}
        goTo={goTo.value}
        starters={starters}
        still={still}
        onSubmit={submit}
      />

      <ExerciseActions
        session={session}
        language={language.value}
        starter={starters[language.value]}
        disabled={!hydrated}
        submitButton={submitButton}
        onSubmit={submit}
      />

      <div role="status">
        {work.outdated.value && (
          <OutdatedDraft
            starter={starters[language.value]}
            onBegin={() => session.reset(language.peek())}
            onKeep={() => session.keepOutdated(language.peek())}
          />
        )}
      </div>

      <StorageNotice
        id={id}
        atWork={work.attempt.value !== null || work.code.value !== starters[language.value]}
      />

      <ExerciseResult
        id={id}
        session={session}
        work={work}
        request={request}
        announcing={announcing.value}
        onSubmit={submit}
        onGoTo={(line) => (goTo.value = { language: language.peek(), line })}
        onMove={move}
      />

      <div class="hg-row hg-help hg-live">
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
