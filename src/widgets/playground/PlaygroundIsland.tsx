import { useComputed, useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { FunctionError } from "#playground/function-at-points.ts";
import { preferLanguage, preferredLanguage } from "#learner/preferences.ts";
import { firstExample, settingOf } from "#playground/examples.ts";
import { controls, languageNames, playground as strings } from "#strings/index.ts";
import CodeEditor from "#widgets/CodeEditor.tsx";
import Marked from "#widgets/Marked.tsx";
import InputList from "#widgets/playground/InputList.tsx";
import PlaygroundActions from "#widgets/playground/PlaygroundActions.tsx";
import PlaygroundBar from "#widgets/playground/PlaygroundBar.tsx";
import PlaygroundResult from "#widgets/playground/PlaygroundResult.tsx";
import WorkOrigin from "#widgets/playground/WorkOrigin.tsx";
import { createStepsRequest } from "#widgets/steps/steps-request.ts";
import { useLineMarks } from "#widgets/steps/use-line-marks.ts";
import type { DrawablePlaygroundGrade } from "#widgets/playground/playground-engine.ts";
import { browserWorkStorage } from "#widgets/playground/saved-work.ts";
import { createPlaygroundSession } from "#widgets/playground/playground-session.ts";
import { useHydrated } from "#widgets/use-hydrated.ts";
import { useStoppedWithPage } from "#widgets/when-left.ts";
import type { Language } from "#reading/language.ts";

interface Props {
  /** The first example's code, highlighted. */
  function?: ComponentChildren;
  derivative?: ComponentChildren;
}

const runKeys = ["Mod-Enter"];

const first = settingOf(firstExample, "python");

/** A reader's own function and derivative, graded like an exercise. */
export default function PlaygroundIsland({ function: stillFunction, derivative: stillDerivative }: Props) {
  const [session] = useState(() =>
    createPlaygroundSession(firstExample, {
      loadEngine: async () =>
        (await import("#widgets/playground/playground-engine.ts")).loadPlaygroundEngine(),
      storage: browserWorkStorage,
      isFunctionError: (error): error is FunctionError =>
        error instanceof Error && error.name === "FunctionError",
    }),
  );
  const hydrated = useHydrated();
  const [request] = useState(() =>
    createStepsRequest<DrawablePlaygroundGrade>(() =>
      Promise.resolve((graded, signal) => graded.steps({ signal })),
    ),
  );
  useStoppedWithPage(session.stop);
  useStoppedWithPage(request.stop);
  const goTo = useSignal<{ line: number } | null>(null);
  const submitButton = useRef<HTMLButtonElement>(null);
  const setting = session.setting.value;
  const { language } = setting;
  const graded = session.graded.value;
  const marks = useLineMarks(graded && (graded.grade.steps ?? request.found(graded)));
  const functionCode = useComputed(() => session.setting.value.function);
  const derivativeCode = useComputed(() => session.setting.value.derivative);

  useEffect(() => {
    session.setLanguage(preferredLanguage());
    session.restore();
    const open = async () => {
      if (await session.open(location.hash.slice(1))) {
        // The work is kept from now on; a reload is not to undo what is done with it.
        history.replaceState(history.state, "", location.pathname + location.search);
      }
    };
    const onHashChange = () => void open();
    void open();
    addEventListener("hashchange", onHashChange);
    return () => removeEventListener("hashchange", onHashChange);
  }, [session]);

  const submit = () => void session.submit();
  const move = (to: Language) => {
    preferLanguage(to);
    session.moveTo(to);
    submitButton.current?.focus();
  };

  return (
    <div class="hg-stack-loose hg-playground-work not-content">
      <PlaygroundBar session={session} disabled={!hydrated} />
      <WorkOrigin session={session} />

      <p class="hg-label">{controls.function}</p>
      <p class="hg-playground-note">
        <Marked text={strings.functionNote[language]} />
      </p>
      <CodeEditor
        key={`function ${language}`}
        label={controls.functionIn(languageNames[language])}
        language={language}
        code={functionCode}
        initial={language === "python" ? first.function : ""}
        still={stillFunction}
        runKeys={runKeys}
        wrongLine={session.trouble.value?.line ?? null}
        onEdit={(code) => session.editFunction(code)}
        onRun={submit}
      />

      <InputList setting={setting} session={session} disabled={!hydrated} />

      <p class="hg-label">{strings.derivative}</p>
      <p class="hg-playground-note">{strings.derivativeNote[language]}</p>
      <CodeEditor
        key={`derivative ${language}`}
        label={strings.derivativeIn(languageNames[language])}
        language={language}
        code={derivativeCode}
        initial={language === "python" ? first.derivative : ""}
        still={stillDerivative}
        runKeys={runKeys}
        wrongLine={
          session.gradedIsOld.value ? null : (graded?.grade.line ?? graded?.grade.diagnosis?.line ?? null)
        }
        marks={marks}
        edited={session.gradedIsOld.value}
        goTo={goTo.value}
        onEdit={(code) => session.editDerivative(code)}
        onRun={submit}
      />

      <PlaygroundActions
        session={session}
        disabled={!hydrated}
        submitButton={submitButton}
        onSubmit={submit}
      />

      {session.notSaved.value && (
        <p class="hg-callout" role="status">
          {strings.notSaved}
        </p>
      )}

      <PlaygroundResult
        session={session}
        request={request}
        onGoTo={(line) => (goTo.value = { line })}
        onMove={move}
      />
    </div>
  );
}
