import type { ComponentChildren } from "preact";
import { exercise as strings, languageNames } from "#strings/index.ts";
import CodeEditor from "#widgets/CodeEditor.tsx";
import type { ExerciseSession } from "#widgets/exercise-session.ts";
import { languages, type Language } from "#reading/language.ts";

interface Props {
  session: ExerciseSession;
  starters: Readonly<Record<Language, string>>;
  /** The starters, highlighted. */
  still: Readonly<Partial<Record<Language, ComponentChildren>>>;
  onSubmit: () => void;
}

const runKeys = ["Mod-Enter"];

/** An editor for each language; the page shows that of the chosen one. */
export default function AnswerEditors({ session, starters, still, onSubmit }: Props) {
  return languages.map((language) => {
    const { code, edited, attempt } = session.work[language];
    return (
      <div key={language} data-for={language}>
        <CodeEditor
          label={strings.answerIn(languageNames[language])}
          language={language}
          code={code}
          initial={starters[language]}
          still={still[language]}
          runKeys={runKeys}
          wrongLine={edited.value ? null : (attempt.value?.grade.line ?? null)}
          onEdit={(text) => session.edit(language, text)}
          onRun={onSubmit}
        />
        {code.value === starters[language] && <RuledLines />}
      </div>
    );
  });
}

/** Room for an answer in handwriting, where the page is printed before there is one. */
const RuledLines = () => (
  <div class="hg-ruled" aria-hidden="true">
    {Array.from({ length: 4 }, (_, i) => (
      <span key={i} />
    ))}
  </div>
);
