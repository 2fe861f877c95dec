export const exercise = {
  solved: "Solved",
  answer: "Your answer",
  answerIn: (language: string) => `Your answer in ${language}`,
  tryAgain: "Try again",
  offline:
    "The grader could not be fetched. Are you offline? Your code is safe. Try again when you are back.",
  brokeOff: (reason: string) => `Grading broke off: ${reason}. Your code is safe. Try again.`,
  stopped: "Stopped. There is no verdict on this submission.",
};

/** After a right answer. */
export const wayOn = {
  exercise: (title: string) => `Next: ${title}`,
  lesson: (title: string) => `The next lesson: ${title}`,
};

/** Around an exercise, in the page as it is built. */
export const exerciseFrame = {
  noScriptGraph: "To fill in and check your gradients, switch JavaScript on.",
  kind: "Exercise",
  function: "The function, which your answer may call",
  titled: (title: string) => `Exercise: ${title}`,
  noScript: "To write and submit an answer, switch JavaScript on.",
};

export const graphExercise = {
  function: "The function and its values",
  blanks: "Gradients, from the result back. The sweep starts with 1.",
  check: "Check",
  renew: "New numbers",
  fetching: "Fetching the grader…",
  checks: "checks.",
  offline:
    "The grader could not be fetched. Are you offline? Your numbers are safe. Try again when you are back.",
  numbersGone:
    "What you had filled in belongs to numbers that this exercise isn’t set with any more. You can read it under History.",
  gradient: "Gradient",
  inTotal: "in total at",
  onTheEdge: "on the edge",
  from: "from",
  backTo: "back to",
  right: "right",
  wrong: "wrong",
  follows: (given: string) => `right, given your ${given}`,
  and: " and ",
};

export const hints = {
  list: "Hints",
  show: (next: number, count: number) => `Show hint ${next} of ${count}`,
  offline: "The hint could not be fetched. Are you offline? Try again when you are back.",
};

export const solution = {
  show: "Show the solution",
  hide: "Hide the solution",
  now: "Show the solution now?",
  teaches: "A wrong attempt often teaches more: its diagnosis names the step to look at.",
  keepTrying: "Keep trying",
  showIt: "Show it",
  inLanguage: (language: string) => `Solution in ${language}`,
  offline: "The solution could not be fetched. Are you offline? Try again when you are back.",
};

export const history = {
  show: "History",
  restored: "Restored. What stood in the editor is in this list too.",
  unavailable: "The history could not be fetched. Are you offline? Try again when you are back.",
};

/** How what was replaced in an editor comes back. */
export const undo = {
  reset: "Undo reset",
  restored: "Undo restore",
  renewed: "Back to the numbers before",
  imported: "Bring back what stood here",
  moved: "Bring back what stood here",
  elsewhere: "Bring back what stood here",
  changedElsewhere: "Changed in another tab.",
};

/** Where an exercise begins with other lines than a draft was written for. */
export const outdatedDraft = {
  label: "The exercise has changed",
  starter: "The first lines",
  changed: "The lines that this exercise begins with have changed since you wrote yours. They are now:",
  begin: "Begin again with these lines",
  keep: "Keep what I wrote",
};

export const gradedExample = {
  answer: "An answer",
  label: "An answer in Python",
  again: "Grade again",
};
