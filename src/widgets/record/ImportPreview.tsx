import { dataManager as strings } from "#strings/index.ts";
import type { ImportPlan } from "#learner/import.ts";

interface Props {
  plan: ImportPlan;
  onImport: () => void;
  onCancel: () => void;
}

const problemsShown = 10;

/** What an import would do, and what is wrong with the file. */
export default function ImportPreview({ plan, onImport, onCancel }: Props) {
  const { learner, answers, known, drafts, kept, problems } = plan;
  const isNew = answers.length + drafts.length + kept.length > 0;
  return (
    <div class="hg-box hg-row hg-confirm">
      {learner !== "" && <p>{strings.from(learner)}</p>}
      <ul>
        <li>{strings.newAnswers(answers.length)}</li>
        {known > 0 && <li>{strings.knownAnswers(known)}</li>}
        {drafts.length > 0 && <li>{strings.drafts(drafts.length)}</li>}
        {kept.length > 0 && <li>{strings.kept(kept.length)}</li>}
        {problems.slice(0, problemsShown).map((problem) => (
          <li key={problem} class="hg-wrong">
            {problem}
          </li>
        ))}
        {problems.length > problemsShown && <li>{strings.moreProblems(problems.length - problemsShown)}</li>}
      </ul>
      {isNew ? (
        <>
          <button type="button" class="hg-button hg-primary" onClick={onImport}>
            {strings.confirmImport}
          </button>
          <button type="button" class="hg-button hg-quiet" onClick={onCancel}>
            {strings.cancel}
          </button>
        </>
      ) : (
        <>
          <p>{strings.nothingNew}</p>
          <button type="button" class="hg-button" onClick={onCancel}>
            {strings.close}
          </button>
        </>
      )}
    </div>
  );
}
