import Icon from "#widgets/Icon.tsx";
import { graphExercise as strings } from "#strings/index.ts";
import { graphNumber } from "#graph/graph-text.ts";
import type { Blank, BlankMark } from "#grader/graph/index.ts";

interface Props {
  /** The field's id in the page. */
  id: string;
  blank: Blank;
  entry: string;
  mark: BlankMark | undefined;
  /** What is wrong with the entry, if it can't be read. */
  complaint: string | undefined;
  onEntry: (text: string) => void;
  onFocus: () => void;
}

/** One gradient to fill in: which one it is, the field, and its mark. */
export default function BlankRow({ id, blank, entry, mark, complaint, onEntry, onFocus }: Props) {
  const note = `${id}-note`;
  return (
    <li class="hg-blank">
      <label for={id}>
        <span class="sr-only">{strings.gradient} </span>
        {blank.outer === null ? (
          <>
            {strings.inTotal} <code>{blank.inner}</code>
          </>
        ) : (
          <>
            <span class="sr-only">{strings.onTheEdge} </span>
            {strings.from} <code>{blank.outer}</code> {strings.backTo} <code>{blank.inner}</code>
          </>
        )}
      </label>
      <input
        class="hg-field hg-gradient"
        id={id}
        data-blank={blank.key}
        type="text"
        autocapitalize="off"
        autocomplete="off"
        autoCorrect="off"
        spellcheck={false}
        enterkeyhint="go"
        value={entry}
        aria-invalid={complaint !== undefined || mark?.state === "wrong"}
        aria-describedby={note}
        onInput={(event) => onEntry(event.currentTarget.value)}
        onFocus={onFocus}
      />
      <p id={note} data-mark={mark?.state}>
        {complaint !== undefined ? (
          <span class="hg-signed hg-blank-complaint">{complaint}</span>
        ) : (
          mark && (
            <span class={`hg-signed ${mark.state === "wrong" ? "hg-wrong" : "hg-right"}`}>
              <Icon name={mark.state === "wrong" ? "incorrect" : "correct"} /> {markText(mark)}
            </span>
          )
        )}
      </p>
    </li>
  );
}

function markText({ state, incoming }: BlankMark): string {
  return state === "follows" ? strings.follows(incoming.map(graphNumber).join(strings.and)) : strings[state];
}
