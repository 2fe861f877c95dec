import type { ComponentChildren } from "preact";
import { exercise as strings, languageNames } from "#strings/index.ts";
import CodeEditor from "#widgets/CodeEditor.tsx";
import type { ExerciseSession } from "#widgets/exercise-session.ts";
import { languages, type Language } from "#reading/language.ts";
import type { Attempt } from "#learner/attempt.ts";
import type { StepsRequest } from "#widgets/steps/steps-request.ts";
import { useLineMarks } from "#widgets/steps/use-line-marks.ts";

/** A line of the editor for a language. */
export interface LineIn {
  language: Language;
  line: number;
}

interface Props {
  session: ExerciseSession;
  request: StepsRequest<Attempt>;
  /** The line to go to. */
  goTo: LineIn | null;
  starters: Readonly<Record<Language, string>>;
  /** The starters, highlighted. */
  still: Readonly<Partial<Record<Language, ComponentChildren>>>;
  onSubmit: () => void;
}

const runKeys = ["Mod-Enter"];

/** An editor for each language; the page shows that of the chosen one. */
export default function AnswerEditors(props: Props) {
  return languages.map((language) => (
    <div key={language} data-for={language}>
      <AnswerEditor {...props} language={language} />
      {props.session.work[language].code.value === props.starters[language] && <RuledLines />}
    </div>
  ));
}

function AnswerEditor(props: Props & { language: Language }) {
  const { session, request, goTo, starters, still, language, onSubmit } = props;
  const { code, edited, attempt } = session.work[language];
  const graded = attempt.value;
  const marks = useLineMarks(graded && (graded.grade.steps ?? request.found(graded)));
  return (
    <CodeEditor
      label={strings.answerIn(languageNames[language])}
      language={language}
      code={code}
      initial={starters[language]}
      still={still[language]}
      runKeys={runKeys}
      wrongLine={edited.value ? null : (graded?.grade.line ?? graded?.grade.diagnosis?.line ?? null)}
      marks={marks}
      edited={edited.value}
      goTo={goTo?.language === language ? goTo : null}
      onEdit={(text) => session.edit(language, text)}
      onRun={onSubmit}
    />
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
