import { useEffect, useState } from "preact/hooks";

interface Props {
  label: string;
  /** What is shown above it, where that is shorter. */
  caption: string;
  value: string;
  /** Takes what was typed, or says that it makes no sense: then the field shows the last value that did. */
  onCommit: (text: string) => boolean;
  disabled: boolean;
  wide?: boolean;
}

/** A field whose text counts as soon as it makes sense, and is put right when it is left without. */
export default function CommittedField({ label, caption, value, onCommit, disabled, wide }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState(false);
  useEffect(() => setTyped(null), [value]);
  return (
    <label class={wide ? "hg-playground-field hg-playground-wide" : "hg-playground-field"}>
      <span aria-hidden="true">{caption}</span>
      <input
        class="hg-field"
        type="text"
        aria-label={label}
        aria-invalid={fault}
        autocomplete="off"
        autocapitalize="off"
        autoCorrect="off"
        spellcheck={false}
        disabled={disabled}
        value={typed ?? value}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          setFault(!onCommit(text.trim()));
        }}
        onBlur={() => {
          setTyped(null);
          setFault(false);
        }}
      />
    </label>
  );
}
