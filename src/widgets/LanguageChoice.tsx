import { useEffect } from "preact/hooks";
import { languageChoice as strings, languageNames } from "#strings/index.ts";
import { languages } from "#reading/language.ts";
import { chooseLanguage, followPreference, language } from "#widgets/chosen-language.ts";

/** One choice for the whole site. `id` sets this group of radio buttons apart from the others on the page. */
export default function LanguageChoice({ id, disabled }: { id: string; disabled: boolean }) {
  useEffect(followPreference, []);
  return (
    <fieldset class="hg-language-choice" disabled={disabled}>
      <legend class="hg-unseen">{strings.legend}</legend>
      {languages.map((option) => (
        <label key={option}>
          <input
            type="radio"
            name={`language of ${id}`}
            value={option}
            checked={language.value === option}
            onChange={() => chooseLanguage(option)}
          />
          <span>{languageNames[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}
