import { preferLanguage } from "#learner/preferences.ts";
import { examples } from "#playground/examples.ts";
import { playground as strings } from "#strings/index.ts";
import LanguageChoice from "#widgets/LanguageChoice.tsx";
import ShareLink from "#widgets/playground/ShareLink.tsx";
import type { PlaygroundSession } from "#widgets/playground/playground-session.ts";

interface Props {
  session: PlaygroundSession;
  disabled: boolean;
}

/** The language, an example to begin with, and the link that carries the work. */
export default function PlaygroundBar({ session, disabled }: Props) {
  return (
    <div class="hg-row hg-bar hg-playground-bar hg-live">
      <LanguageChoice
        id="playground"
        chosen={session.setting.value.language}
        disabled={disabled}
        onChoose={(language) => {
          preferLanguage(language);
          session.setLanguage(language);
        }}
      />
      <label class="hg-row hg-playground-examples">
        <span>{strings.example}</span>
        <select
          class="hg-field"
          disabled={disabled}
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
      <ShareLink link={() => session.link()} disabled={disabled} />
    </div>
  );
}
