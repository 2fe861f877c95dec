import type { ComponentChildren } from "preact";
import { useSignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { cell as strings, controls, languageNames } from "#strings/index.ts";
import Marked from "#widgets/Marked.tsx";
import CodeEditor from "#widgets/CodeEditor.tsx";
import Icon from "#widgets/Icon.tsx";
import Sideways from "#widgets/sideways/Sideways.tsx";
import { pageRuntime } from "#widgets/page-runtime.ts";
import { browserCellEdits } from "#widgets/cell-edits.ts";
import { copyText } from "#widgets/copy-text.ts";
import { createCellSession } from "#widgets/cell-session.ts";
import { useHydrated } from "#widgets/use-hydrated.ts";
import { useStoppedWithPage } from "#widgets/when-left.ts";
import type { CellOutput, CellSession } from "#widgets/cell-session.ts";
import type { CellResult, Failure } from "#runtime/runtime.ts";
import type { Language } from "#reading/language.ts";

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
  const [session] = useState(() =>
    createCellSession(language, code, recorded, pageRuntime, browserCellEdits(title ?? code)),
  );
  const copied = useSignal<string | null>(null);
  const hydrated = useHydrated();
  useStoppedWithPage(session.stop);
  useEffect(session.restore, [session]);
  const copy = async (text: string) => {
    copied.value = (await copyText(text)) ? text : null;
  };
  const running = session.phase.value !== "idle";
  const output = session.output.value;
  const name = languageNames[language];

  return (
    <>
      <p class="hg-row hg-label hg-cell-title">
        {title && <strong>{title}</strong>} <span>{name}</span>
      </p>
      <CodeEditor
        label={strings.code(title, name)}
        language={language}
        code={session.code}
        initial={code}
        still={still}
        runKeys={runKeys}
        wrongLine={output.code === session.code.value ? (output.error?.line ?? null) : null}
        onEdit={session.edit}
        onRun={() => void session.run()}
      />
      <div class="hg-row hg-actions">
        <button
          type="button"
          class="hg-button hg-primary"
          disabled={!hydrated}
          aria-disabled={running}
          onClick={() => void session.run()}
        >
          <Icon name="run" /> {strings.run}
        </button>
        {running && (
          <button type="button" class="hg-button" onClick={session.stop}>
            <Icon name="stop" /> {controls.stop}
          </button>
        )}
        <button type="button" class="hg-button hg-quiet" disabled={!hydrated} onClick={session.reset}>
          {controls.reset}
        </button>
        {session.before.value && (
          <button type="button" class="hg-button hg-quiet" onClick={session.undo}>
            {session.before.value.by === "reset" ? strings.undoReset : strings.bringBack}
          </button>
        )}
        <button
          type="button"
          class="hg-button hg-quiet"
          disabled={!hydrated}
          onClick={() => void copy(session.code.peek())}
        >
          {copied.value === session.code.value ? strings.copied : strings.copy}
        </button>
        <span class="hg-remark" role="status">
          <Progress session={session} language={name} />
        </span>
        {!running && !session.before.value && (
          <p class="hg-keys">
            <Marked text={strings.keys} />
          </p>
        )}
      </div>
      {session.trouble.value && (
        <p class="hg-callout" role="alert">
          {session.trouble.value}
        </p>
      )}
      <Output output={output} running={running} />
    </>
  );
}

function Progress({ session, language }: { session: CellSession; language: string }) {
  if (session.phase.value === "loading") return <>{strings.fetching(language)}</>;
  if (session.phase.value === "running") return <>{strings.running}</>;
  const { origin, error } = session.output.value;
  if (origin === "recorded") return null;
  return <span class="sr-only">{error ? headline(error) : strings.finished}</span>;
}

function Output({ output: { stdout, error, origin }, running }: { output: CellOutput; running: boolean }) {
  return (
    <div class="hg-box hg-output" role="group" aria-label={strings.output}>
      <p class="hg-output-title">{origin === "recorded" ? strings.recorded : strings.output}</p>
      <div hidden={stdout === ""}>
        <Sideways label={strings.output} class="hg-tall">
          <pre>{stdout}</pre>
        </Sideways>
      </div>
      {stdout === "" && !error && !running && <p class="hg-output-empty">{strings.nothing}</p>}
      {error && (
        <p class={error.kind === "stopped" ? "hg-output-empty" : "hg-callout hg-verdict-incorrect"}>
          <strong>{headline(error)}</strong> {error.message}
        </p>
      )}
    </div>
  );
}

const headline = ({ kind, type, line }: Failure): string =>
  kind === "stopped" ? strings.stopped : strings.error(type, line);
