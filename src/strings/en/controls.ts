/** Labels, buttons and progress that several widgets have. */
export const controls = {
  function: "The function",
  functionIn: (language: string) => `The function in ${language}`,
  submit: "Submit",
  stop: "Stop",
  reset: "Reset",
  submitKeys: "[Ctrl] or [⌘] + [Enter] submits. [Esc], then [Tab] leaves the editor.",
  fetching: (language: string) => `Fetching ${language} and the grader…`,
  grading: "Grading…",
};
