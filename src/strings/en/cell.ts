export const languageChoice = {
  legend: "Language",
};

export const editor = {
  label: (what: string) => `${what}. Press Escape, then Tab, to leave the editor.`,
  stray: ({ name, text, write }: { name: string; text: string; write: string | null }) => {
    const codePoint = `U+${text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
    const remedy =
      write === null
        ? "write what it means in other signs"
        : write === ""
          ? "delete it"
          : write === " "
            ? "type an ordinary space"
            : `type ${write}`;
    return `${name} (${codePoint}): ${remedy}`;
  },
};

export const cell = {
  code: (title: string | undefined, language: string) =>
    title ? `${title}, code in ${language}` : `Code in ${language}`,
  run: "Run",
  undoReset: "Undo reset",
  bringBack: "Bring back what you wrote",
  copy: "Copy",
  copied: "Copied",
  keys: "[Ctrl] or [⌘] + [Enter] runs. [Esc], then [Tab] leaves the editor.",
  fetching: (language: string) => `Fetching ${language}…`,
  running: "Running…",
  finished: "Finished.",
  stopped: "Stopped.",
  output: "Output",
  recorded: "Output, as recorded",
  nothing: "Nothing was printed.",
  error: (type: string, line: number | null) => (line === null ? `${type}:` : `${type} on line ${line}:`),
  offline: "The code could not be run: the runtime could not be fetched. Are you offline? Try again.",
};
