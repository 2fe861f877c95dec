import { useState } from "preact/hooks";
import { historyList as strings, languageNames, mistakes, verdict as verdicts } from "#strings/index.ts";
import Icon from "#widgets/Icon.tsx";
import { answerText } from "#widgets/history/answer-text.ts";
import { timeText } from "#widgets/history/time-text.ts";
import Sideways from "#widgets/sideways/Sideways.tsx";
import type { AnswerLanguage } from "#learner/attempt.ts";
import type { HistoryEntry } from "#learner/record.ts";

export interface HistoryListProps {
  entries: readonly HistoryEntry[];
  present: (language: AnswerLanguage) => string | null;
  onRestore: (language: AnswerLanguage, code: string) => void;
}

const shownAtOnce = 20;

/** Every answer and every replaced draft of an exercise, the latest first. Each opens to its text and can be restored. */
export default function HistoryList({ entries, present, onRestore }: HistoryListProps) {
  const [shown, setShown] = useState(shownAtOnce);
  if (entries.length === 0) return <p class="hg-muted">{strings.none}</p>;
  return (
    <>
      <ol class="hg-history-list" aria-label={strings.caption}>
        {entries.slice(0, shown).map((entry, i) => {
          const { language, code } = entry.kind === "attempt" ? entry.attempt : entry.kept;
          const time = timeText(entry.at);
          return (
            <li key={`${entries.length - i} ${entry.at}`}>
              <details>
                <summary>
                  <time dateTime={entry.at}>{time}</time>
                  {language !== "graph" && (
                    <span class="hg-muted hg-history-language">{languageNames[language]}</span>
                  )}
                  <Outcome entry={entry} />
                  {present(language) === code && (
                    <span class="hg-muted hg-history-present">{strings.present}</span>
                  )}
                </summary>
                <Sideways label={strings.answer}>
                  <pre class="hg-box">{answerText(language, code)}</pre>
                </Sideways>
                <button
                  type="button"
                  class="hg-button"
                  aria-label={strings.restoreFrom(time)}
                  onClick={() => onRestore(language, code)}
                >
                  {strings.restore}
                </button>
              </details>
            </li>
          );
        })}
      </ol>
      {entries.length > shown && (
        <button type="button" class="hg-button hg-quiet" onClick={() => setShown(shown + 100)}>
          {strings.more(entries.length - shown)}
        </button>
      )}
    </>
  );
}

function Outcome({ entry }: { entry: HistoryEntry }) {
  if (entry.kind === "kept") return <span class="hg-muted">{strings.kept[entry.kept.why]}</span>;
  const { verdict, diagnosis } = entry.attempt;
  if (verdict === null) return <span class="hg-muted">{strings.ungraded}</span>;
  return (
    <>
      <span class={`hg-history-verdict hg-verdict-${verdict}`}>
        <Icon name={verdict} /> {verdicts.words[verdict]}
      </span>
      {diagnosis && <span>{mistakes[diagnosis]}</span>}
    </>
  );
}
