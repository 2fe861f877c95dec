import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import CodeEditor from "#widgets/CodeEditor.tsx";
import Icon from "#widgets/Icon.tsx";
import { languageNames } from "#widgets/LanguageChoice.tsx";
import { browserRuntime } from "#widgets/browser-runtime.ts";
import { createCellSession } from "#widgets/cell-session.ts";
import { useHydrated } from "#widgets/use-hydrated.ts";
import type { CellOutput, CellSession } from "#widgets/cell-session.ts";
import type { CellResult, Failure, Language } from "#runtime/runtime.ts";

interface Props {
  language: Language;
  title?: string | undefined;
  code: string;
  recorded: CellResult;
  /** The code, highlighted. */
  still?: ComponentChildren;
}

const runKeys = ["Mod-Enter", "Shift-Enter"];

/** Code to run and to change, with what it prints. */
export default function CellIsland({ language, title, code, recorded, still }: Props) {
  const [session] = useState(() => createCellSession(language, code, recorded, browserRuntime));
  const hydrated = useHydrated();
  const running = session.phase.value !== "idle";
  const output = session.output.value;
  const name = languageNames[language];

  return (
    <>
      <p class="hg-cell-title">
        {title && <strong>{title}</strong>} <span>{name}</span>
      </p>
      <CodeEditor
        label={title ? `${title}, code in ${name}` : `Code in ${name}`}
        language={language}
        code={session.code}
        initial={code}
        still={still}
        runKeys={runKeys}
        wrongLine={output.code === session.code.value ? (output.error?.line ?? null) : null}
        onEdit={session.edit}
        onRun={() => void session.run()}
      />
      <div class="hg-actions">
        <button
          type="button"
          class="hg-button hg-primary"
          disabled={!hydrated}
          aria-disabled={running}
          onClick={() => void session.run()}
        >
          <Icon name="run" /> Run
        </button>
        {running && (
          <button type="button" class="hg-button" onClick={session.stop}>
            <Icon name="stop" /> Stop
          </button>
        )}
        <button type="button" class="hg-button hg-quiet" disabled={!hydrated} onClick={session.reset}>
          Reset
        </button>
        {session.beforeReset.value && (
          <button type="button" class="hg-button hg-quiet" onClick={session.undoReset}>
            Undo reset
          </button>
        )}
        <span class="hg-progress" role="status">
          <Progress session={session} language={name} />
        </span>
        {!running && !session.beforeReset.value && (
          <p class="hg-keys">
            <kbd>Ctrl</kbd> or <kbd>⌘</kbd> + <kbd>Enter</kbd> runs. <kbd>Esc</kbd>, then <kbd>Tab</kbd>{" "}
            leaves the editor.
          </p>
        )}
      </div>
      {session.trouble.value && (
        <p class="hg-trouble" role="alert">
          {session.trouble.value}
        </p>
      )}
      <Output output={output} running={running} />
    </>
  );
}

function Progress({ session, language }: { session: CellSession; language: string }) {
  if (session.phase.value === "loading") return <>Fetching {language}…</>;
  if (session.phase.value === "running") return <>Running…</>;
  const { origin, error } = session.output.value;
  if (origin === "recorded") return null;
  return <span class="hg-unseen">{error ? headline(error) : "Finished."}</span>;
}

function Output({ output: { stdout, error, origin }, running }: { output: CellOutput; running: boolean }) {
  return (
    <div class="hg-output" role="group" aria-label="Output">
      <p class="hg-output-title">{origin === "recorded" ? "Output, as recorded" : "Output"}</p>
      {stdout !== "" && <pre>{stdout}</pre>}
      {stdout === "" && !error && !running && <p class="hg-output-empty">Nothing was printed.</p>}
      {error && (
        <p class={error.kind === "stopped" ? "hg-output-empty" : "hg-output-error"}>
          <strong>{headline(error)}</strong> {error.message}
        </p>
      )}
    </div>
  );
}

/** "NameError on line 3:" */
const headline = ({ kind, type, line }: Failure): string =>
  kind === "stopped" ? "Stopped." : line === null ? `${type}:` : `${type} on line ${line}:`;
