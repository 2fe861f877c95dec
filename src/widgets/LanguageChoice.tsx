import { languageChoice as strings, languageNames } from "#strings/index.ts";
import { languages, type Language } from "#reading/language.ts";

interface Props {
  /** Sets this group of radio buttons apart from the others on the page. */
  id: string;
  chosen: Language;
  disabled: boolean;
  onChoose: (language: Language) => void;
}

/** The language that code is written in. */
export default function LanguageChoice({ id, chosen, disabled, onChoose }: Props) {
  return (
    <fieldset class="hg-choice" disabled={disabled}>
      <legend class="sr-only">{strings.legend}</legend>
      {languages.map((option) => (
        <label key={option}>
          <input
            type="radio"
            name={`language of ${id}`}
            value={option}
            checked={chosen === option}
            onChange={() => onChoose(option)}
          />
          <span>{languageNames[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}
