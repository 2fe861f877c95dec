import { useComputed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { FunctionError } from "#playground/function-at-points.ts";
import { preferLanguage, preferredLanguage } from "#learner/preferences.ts";
import { examples, firstExample, settingOf } from "#playground/examples.ts";
import { wantedInputs } from "#playground/playground-setting.ts";
import { languageNames, playground as strings } from "#strings/index.ts";
import CodeEditor from "#widgets/CodeEditor.tsx";
import Icon from "#widgets/Icon.tsx";
import MoveButton from "#widgets/MoveButton.tsx";
import Marked from "#widgets/Marked.tsx";
import Prose from "#widgets/Prose.tsx";
import InputList from "#widgets/playground/InputList.tsx";
import { DrawnGraph, Evidence, Notices, VerdictOn } from "#widgets/playground/PlaygroundResult.tsx";
import ShareLink from "#widgets/playground/ShareLink.tsx";
import { browserWorkStorage } from "#widgets/playground/saved-work.ts";
import { createPlaygroundSession, type Origin } from "#widgets/playground/playground-session.ts";
import { useHydrated } from "#widgets/use-hydrated.ts";
import { useSlow } from "#widgets/use-slow.ts";
import { useStoppedWithPage } from "#widgets/when-left.ts";
import { languages, type Language } from "#reading/language.ts";

interface Props {
  /** The first example's code, highlighted. */
  function?: ComponentChildren;
  derivative?: ComponentChildren;
}

const runKeys = ["Mod-Enter"];

const first = settingOf(firstExample, "python");

const originText: Readonly<Record<Origin, string | null>> = {
  own: null,
  link: strings.fromLink,
  "damaged-link": strings.damagedLink,
  "unread-link": strings.unreadLink,
};

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
  useStoppedWithPage(session.stop);
  const submitButton = useRef<HTMLButtonElement>(null);
  const setting = session.setting.value;
  const { language } = setting;
  const phase = session.phase.value;
  const busy = phase !== "idle";
  const slow = useSlow(busy);
  const trouble = session.trouble.value;
  const graded = session.graded.value;
  const drawn = session.drawn.value;
  const origin = originText[session.origin.value];
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
  const moveButton = (to: Language) => (
    <MoveButton
      to={to}
      onPress={() => {
        preferLanguage(to);
        session.moveTo(to);
        submitButton.current?.focus();
      }}
    />
  );
  const fault = trouble?.line ?? null;

  return (
    <div class="hg-playground-work not-content">
      <div class="hg-bar hg-playground-bar">
        <fieldset class="hg-language-choice" disabled={!hydrated}>
          <legend class="hg-unseen">{strings.language}</legend>
          {languages.map((option) => (
            <label key={option}>
              <input
                type="radio"
                name="language of playground"
                value={option}
                checked={language === option}
                onChange={() => {
                  preferLanguage(option);
                  session.setLanguage(option);
                }}
              />
              <span>{languageNames[option]}</span>
            </label>
          ))}
        </fieldset>
        <label class="hg-playground-examples">
          <span>{strings.example}</span>
          <select
            disabled={!hydrated}
            value=""
            onChange={(event) => {
              const chosen = examples.find(({ id }) => id === event.currentTarget.value);
              event.currentTarget.value = "";
              if (chosen) session.choose(chosen);
            }}
          >
            <option value="">{strings.chooseExample}</option>
            {examples.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <ShareLink link={() => session.link()} disabled={!hydrated} />
      </div>

      <div role="status">
        {(origin !== null || session.hasBefore.value) && (
          <div class={origin === null ? "hg-playground-origin hg-playground-quiet" : "hg-playground-origin"}>
            {origin !== null && <p>{origin}</p>}
            {session.hasBefore.value && (
              <p>
                {strings.before}{" "}
                <button type="button" class="hg-button" onClick={() => session.bringBack()}>
                  {strings.bringBack}
                </button>
              </p>
            )}
          </div>
        )}
      </div>

      <p class="hg-label">{strings.function}</p>
      <p class="hg-playground-note">
        <Marked text={strings.functionNote[language]} />
      </p>
      <CodeEditor
        key={`function ${language}`}
        label={strings.functionIn(languageNames[language])}
        language={language}
        code={functionCode}
        initial={language === "python" ? first.function : ""}
        still={stillFunction}
        runKeys={runKeys}
        wrongLine={fault}
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
        wrongLine={session.gradedIsOld.value ? null : (graded?.grade.line ?? null)}
        onEdit={(code) => session.editDerivative(code)}
        onRun={submit}
      />

      <div class="hg-actions">
        <button
          ref={submitButton}
          type="button"
          class="hg-button hg-primary"
          disabled={!hydrated}
          aria-disabled={busy}
          onClick={submit}
        >
          {strings.submit}
        </button>
        <button
          type="button"
          class="hg-button"
          disabled={!hydrated}
          aria-disabled={busy}
          onClick={() => void session.draw()}
        >
          {drawn ? strings.drawAgain : strings.draw}
        </button>
        {slow && busy && (
          <button type="button" class="hg-button" onClick={() => session.stop()}>
            <Icon name="stop" /> {strings.stop}
          </button>
        )}
        <span class="hg-progress" role="status">
          {phase === "loading" && strings.loading(languageNames[language])}
          {phase === "grading" && strings.grading}
          {phase === "drawing" && strings.drawing}
        </span>
        {!busy && (
          <p class="hg-keys">
            <Marked text={strings.keys} />
          </p>
        )}
      </div>

      {session.notSaved.value && (
        <p class="hg-trouble" role="status">
          {strings.notSaved}
        </p>
      )}

      <div class={busy ? "hg-result hg-outdated" : "hg-result"} role="status">
        {trouble ? (
          <div class="hg-trouble">
            <Prose text={trouble.message} />
            {trouble.writtenIn && moveButton(trouble.writtenIn)}
          </div>
        ) : graded ? (
          <>
            <VerdictOn
              graded={graded}
              edited={session.gradedIsOld.value}
              remedy={
                graded.grade.writtenIn && !session.gradedIsOld.value && moveButton(graded.grade.writtenIn)
              }
            />
            <Notices notices={graded.notices} />
          </>
        ) : (
          !drawn && (
            <p class="hg-playground-empty">
              <Marked text={strings.nothingYet} />
            </p>
          )
        )}
      </div>
      {graded && !trouble && <Evidence key={graded} graded={graded} />}

      {drawn && (
        <section class="hg-playground-graph" aria-label={strings.graph}>
          <p class="hg-label">{strings.graph}</p>
          {session.drawnIsOld.value && <p class="hg-playground-note">{strings.edited}</p>}
          <DrawnGraph key={drawn} drawn={drawn} wrt={wantedInputs(setting).map(({ name }) => name)} />
        </section>
      )}
    </div>
  );
}
