/** What only the page of progress and the history say: fetched with them. */
import type { DiagnosisKind } from "#grader/verdict.ts";
import type { Replacement } from "#learner/replacement.ts";

/** The kinds of mistake, as the names of a list. */
export const mistakes = {
  sign: "Opposite sign",
  "constant-factor": "Off by a constant factor",
  "batch-factor": "Off by the number of rows or entries",
  "missing-factor": "A link of the chain left out",
  "missing-path": "A path left out",
  "wrong-rule": "A wrong rule",
  "wrong-variable": "By another variable",
  "not-differentiated": "Not differentiated",
  transposed: "Transposed",
  "wrong-axis": "Summed along another axis",
  "not-reduced": "A sum left out",
  "wrong-shape": "Another shape",
  order: "In another order",
  "wrong-value": "A mistaken value",
  "other-function": "Of another function",
  "extra-factor": "A factor too many",
  "summed-too-far": "Summed too far",
  "constant-term": "A constant term kept",
  "partly-right": "Right on one side only",
  "wrong-step": "A wrong line",
  "finite-difference": "An approximation",
  none: "Not explained",
} satisfies Record<DiagnosisKind, string>;

export const progressPage = {
  summary: (solved: number, tried: number, count: number) =>
    `You have solved ${solved} of ${count} exercises` +
    (tried > 0 ? `, and tried ${tried} that ${tried === 1 ? "isn’t" : "aren’t"} solved yet.` : "."),
  nothingYet: "You haven’t submitted an answer yet. What you solve will be marked here.",
  unavailable:
    "Your progress could not be read: its code could not be fetched. Are you offline? Reload the page.",
  reading: "Reading what you have done…",
  noMistakes: "No mistakes so far.",
  mistakes: "Your mistakes",
  mistake: "Mistake",
  overTime: "Over time",
  times: "Times",
  last: "Last",
  counts: (counts: readonly number[]) => `From first to latest: ${counts.join(", ")}`,
};

/** Where answers are exported, imported and deleted. */
export const dataManager = {
  noScript: "To see this, switch JavaScript on.",
  export: "Export",
  name: "Your name, or what your teacher asked for. It is saved in the file and in its name; you may leave it empty.",
  save: "Save my answers",
  notSaved: "The file could not be made. Are you offline? Try again.",
  import: "Import",
  choose: "Open a file of answers…",
  tooLarge: "This file is too large to be an export of answers. Nothing was changed.",
  notRead: "The file could not be read. Nothing was changed.",
  from: (learner: string) => `From: ${learner}`,
  newAnswers: (count: number) =>
    count === 0 ? "No new answers." : count === 1 ? "1 new answer." : `${count} new answers.`,
  knownAnswers: (count: number) =>
    count === 1 ? "1 answer is here already." : `${count} answers are here already.`,
  drafts: (count: number) =>
    count === 1
      ? "1 draft will stand in an editor. What stood there goes into the history."
      : `${count} drafts will stand in editors. What stood there goes into the history.`,
  kept: (count: number) =>
    count === 1 ? "1 draft goes into the history." : `${count} drafts go into the history.`,
  moreProblems: (count: number) => `And ${count} more problems.`,
  nothingNew: "There is nothing in it to take in. Nothing was changed.",
  confirmImport: "Take these in",
  cancel: "Cancel",
  close: "Close",
  taken: (answers: number) => `Taken in: ${answers === 1 ? "1 answer" : `${answers} answers`}.`,
  undoImport: "Undo",
  takenBack: "Taken back. All is as it was before.",
  notTakenIn: "The file could not be taken in: the browser didn’t store it. Nothing was changed.",
  notTakenBack: "This could not be undone: the browser didn’t store it. Nothing was changed.",
  grading: (done: number, count: number) => `Grading ${done} of ${count}…`,
  stop: "Stop",
  ungraded: (count: number) =>
    count === 1 ? "1 answer is not graded yet." : `${count} answers are not graded yet.`,
  grade: "Grade them",
  foreign: (count: number) =>
    count === 1
      ? "1 answer is to an exercise that this course doesn’t have. It is kept, and saved with the others."
      : `${count} answers are to exercises that this course doesn’t have. They are kept, and saved with the others.`,
  notGraded: "Grading broke off. Are you offline? What is graded stays; go on when you are back.",
  delete: "Delete everything…",
  deleteNow: "Delete everything now?",
  deleteWhat: (attempts: number, drafts: number) =>
    `Delete ${attempts} answers, ${drafts} drafts and all progress from this browser? This can’t be undone. Save your answers first if you may want them.`,
  keep: "Keep everything",
  deleteAll: "Delete",
  deleted: "Deleted. Nothing of yours is stored in this browser any more.",
  notDeleted: "The browser didn’t delete it. Nothing was changed.",
};

export const historyList = {
  none: "Nothing yet. Every submission will be listed here, and everything that Reset replaces.",
  caption: "Your answers, the latest first",
  answer: "The answer",
  restore: "Restore",
  restoreFrom: (time: string) => `Restore the answer of ${time}`,
  present: "In the editor",
  ungraded: "Not graded yet",
  kept: {
    reset: "Before a reset",
    restored: "Before another was restored",
    renewed: "Before new numbers",
    elsewhere: "Replaced in another tab",
    moved: "Before a move between languages",
    imported: "From an imported file",
  } satisfies Record<Replacement, string>,
  more: (count: number) => `Show ${count} more`,
};
