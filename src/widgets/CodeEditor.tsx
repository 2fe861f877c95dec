import { useSignalEffect } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { editor as strings } from "#strings/index.ts";
import { offsetAt } from "#widgets/code-offset.ts";
import { prepareTakeOver, type TakeOver } from "#widgets/editor-take-over.ts";
import { useHighlighted } from "#widgets/use-highlighted.ts";
import { useHydrated } from "#widgets/use-hydrated.ts";
import { marksText, type LineMark } from "#widgets/steps/line-marks.ts";
import { useGoTo, useMarks, useStillMarks } from "#widgets/steps/use-steps-in-editor.ts";
import type { Language } from "#reading/language.ts";
import type { MountedEditor } from "#widgets/code-mirror.ts";

const noMarks: readonly LineMark[] = [];

/** No two editors of a page have the same: their islands don't know of each other. */
let editors = 0;

interface Props {
  /** What is edited: "Your derivative in Python". */
  label: string;
  language: Language;
  code: ReadonlySignal<string>;
  /** The code at build time, and the same highlighted. */
  initial: string;
  still: ComponentChildren;
  /** Keys that run the code, in CodeMirror's notation. */
  runKeys: readonly string[];
  /** The line an error is in, counted from 1. */
  wrongLine: number | null;
  /** What stands beside the lines, of the code as it was graded. */
  marks?: readonly LineMark[];
  /** Whether the code is another one since: then marks stay only where CodeMirror has kept them with their lines. */
  edited?: boolean;
  /** The line to go to, counted from 1: as often as there is a new object. */
  goTo?: { line: number } | null;
  onEdit: (text: string) => void;
  onRun: () => void;
}

/**
 * An editor in three stages that look alike: highlighted text from the build; the same with a transparent text area over
 * it once the page is alive; and CodeMirror, fetched when that text area is first focused. If it can't be fetched, the
 * text area goes on doing its work.
 */
export default function CodeEditor({ initial, still, ...props }: Props) {
  const hydrated = useHydrated();
  const textarea = useRef<HTMLTextAreaElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const stillText = useRef<HTMLPreElement>(null);
  const mounted = useRef<MountedEditor>();
  const [takeOver, setTakeOver] = useState<TakeOver>();
  const waking = useRef(false);
  const pressed = useRef({ x: 0, y: 0 });
  const [description] = useState(() => `editor-${++editors}`);
  const { marks = noMarks, edited = false, goTo = null } = props;
  /** Whether the text area is written in itself: then the text beneath it is broken into rows as the text area's own is. */
  const [plain, setPlain] = useState(false);
  // CodeMirror keeps the callbacks it was mounted with; these are always the latest.
  const latest = useRef(props);
  latest.current = props;

  const label = strings.label(props.label);
  const text = props.code.value;
  const highlighted = useHighlighted(text, props.language, text !== initial && !takeOver);

  async function wake() {
    if (waking.current) return;
    waking.current = true;
    try {
      const prepared = await prepareTakeOver(props.language, () => textarea.current);
      if (prepared) setTakeOver(prepared);
    } catch {
      waking.current = false;
      setPlain(true);
    }
  }

  /** Puts the caret where the code was pressed: the rows of the text area aren't those that are seen. */
  function placeCaret(event: MouseEvent) {
    const [area, still] = [textarea.current, stillText.current];
    if (!area || !still || plain || event.detail !== 1) return;
    area.style.pointerEvents = "none";
    const anchor = offsetAt(still, pressed.current.x, pressed.current.y);
    const head = offsetAt(still, event.clientX, event.clientY);
    area.style.pointerEvents = "";
    if (anchor === null || head === null) return;
    const direction = head < anchor ? "backward" : "forward";
    area.setSelectionRange(Math.min(anchor, head), Math.max(anchor, head), direction);
  }

  useLayoutEffect(() => {
    if (!takeOver) return;
    const editor = takeOver.mount({
      parent: place.current!,
      text: latest.current.code.peek(),
      selection: takeOver.selection,
      label,
      describedBy: description,
      runKeys: props.runKeys,
      onEdit: (edited) => latest.current.onEdit(edited),
      onRun: () => latest.current.onRun(),
    });
    mounted.current = editor;
    editor.setWrongLine(latest.current.wrongLine);
    if (!latest.current.edited) editor.setMarks(latest.current.marks ?? noMarks);
    if (takeOver.focused) editor.focus();
    return () => editor.destroy();
  }, [takeOver]);

  useSignalEffect(() => {
    const code = props.code.value;
    mounted.current?.setText(code);
  });

  useLayoutEffect(() => {
    mounted.current?.setWrongLine(props.wrongLine);
    const lines = stillText.current?.querySelectorAll(".hg-line");
    lines?.forEach((line, index) => line.classList.toggle("hg-wrong-line", index + 1 === props.wrongLine));
  }, [props.wrongLine, text, highlighted]);

  useMarks(() => mounted.current, marks, edited);
  useStillMarks(stillText, edited ? noMarks : marks, [text, highlighted, takeOver]);
  useGoTo(goTo, (line) => {
    if (mounted.current) {
      mounted.current.goTo(line);
      return;
    }
    const above = text.split("\n").slice(0, line - 1);
    const at = above.reduce((sum, each) => sum + each.length + 1, 0);
    textarea.current?.setSelectionRange(at, at);
    textarea.current?.focus();
  });

  return (
    <div class={marks.length > 0 ? "hg-code hg-editor hg-marked" : "hg-code hg-editor"}>
      {hydrated && (
        <p class="sr-only" id={description}>
          {!edited && marksText(marks)}
        </p>
      )}
      {takeOver ? null : (
        <div class={plain ? "hg-editor-still hg-plain" : "hg-editor-still"}>
          <pre class="hg-still" aria-hidden={hydrated || undefined} ref={stillText}>
            <code>
              {text === initial ? (
                still
              ) : (
                <span key="edited" dangerouslySetInnerHTML={{ __html: highlighted }} />
              )}
            </code>
          </pre>
          {hydrated && (
            <textarea
              ref={textarea}
              aria-label={label}
              aria-describedby={description}
              value={text}
              spellcheck={false}
              autocapitalize="off"
              autoCorrect="off" // so spelled it becomes the attribute; the property `autocorrect` takes any text for true
              autocomplete="off"
              onFocus={() => void wake()}
              onPointerDown={({ clientX, clientY }) => (pressed.current = { x: clientX, y: clientY })}
              onClick={placeCaret}
              onInput={(event) => {
                setPlain(true);
                props.onEdit(event.currentTarget.value);
              }}
              onKeyDown={(event) => {
                if (!isRunKey(event, props.runKeys)) return;
                event.preventDefault();
                props.onRun();
              }}
            />
          )}
        </div>
      )}
      <div ref={place} />
    </div>
  );
}

function isRunKey(event: KeyboardEvent, runKeys: readonly string[]): boolean {
  if (event.key !== "Enter") return false;
  return (
    ((event.ctrlKey || event.metaKey) && runKeys.includes("Mod-Enter")) ||
    (event.shiftKey && runKeys.includes("Shift-Enter"))
  );
}
