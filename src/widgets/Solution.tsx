import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { languageNames, solution as strings } from "#strings/index.ts";
import { language } from "#widgets/chosen-language.ts";
import type { Language } from "#reading/language.ts";

interface Props {
  exercise: string;
  /** After success nobody has to be asked whether they really want to see it. */
  solved: boolean;
  disabled: boolean;
}

/** The solution, after success or once the learner has said twice that they want it. */
export default function Solution({ exercise, solved, disabled }: Props) {
  const stage = useSignal<"hidden" | "asking" | "shown">("hidden");
  const offline = useSignal(false);
  const code = useSignal<Readonly<Record<Language, string>> | null>(null);
  const html = useComputed(() => code.value?.[language.value] ?? "");
  const opener = useRef<HTMLButtonElement>(null);
  const keepTrying = useRef<HTMLButtonElement>(null);

  async function show() {
    try {
      const [{ loadExercise }, { highlight }] = await Promise.all([
        import("#course/definitions.ts"),
        import("#widgets/highlight.ts"),
      ]);
      const { solution } = await loadExercise(exercise);
      code.value = {
        python: await highlight(solution.python.trimEnd(), "python"),
        javascript: await highlight(solution.javascript.trimEnd(), "javascript"),
      };
      stage.value = "shown";
      offline.value = false;
    } catch {
      offline.value = true;
    }
    opener.current?.focus();
  }

  function hide() {
    stage.value = "hidden";
    opener.current?.focus();
  }

  function press() {
    if (stage.value === "shown") hide();
    else if (solved) void show();
    else stage.value = "asking";
  }

  useEffect(() => {
    if (stage.value === "asking") keepTrying.current?.focus();
  }, [stage.value]);

  return (
    <div>
      <button
        type="button"
        class="hg-button"
        ref={opener}
        disabled={disabled}
        aria-expanded={stage.value !== "hidden"}
        onClick={press}
      >
        {stage.value === "shown" ? strings.hide : strings.show}
      </button>
      {stage.value === "asking" && (
        <div
          class="hg-box hg-row hg-confirm"
          role="group"
          aria-label={strings.now}
          onKeyDown={(event) => {
            if (event.key === "Escape") hide();
          }}
        >
          <p>
            {strings.now} {strings.teaches}
          </p>
          <button type="button" class="hg-button" ref={keepTrying} onClick={hide}>
            {strings.keepTrying}
          </button>
          <button type="button" class="hg-button hg-quiet" onClick={() => void show()}>
            {strings.showIt}
          </button>
        </div>
      )}
      {stage.value === "shown" && (
        <div class="hg-code" role="group" aria-label={strings.inLanguage(languageNames[language.value])}>
          <pre class="hg-still">
            <code dangerouslySetInnerHTML={{ __html: html.value }} />
          </pre>
        </div>
      )}
      {offline.value && (
        <p class="hg-callout" role="alert">
          {strings.offline}
        </p>
      )}
    </div>
  );
}
