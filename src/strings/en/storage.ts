/** Why work isn't being kept, and what can be done. */
export const storage = {
  blocked:
    "This browser doesn’t let the course store anything. Your work and results last until you leave this page.",
  full: "This browser has no room left for what you write. It lasts until you leave this page. The course tries again with your next edit: make room, or save your answers to a file.",
  gone: "This browser has deleted what the course had stored. What stands on this page is still here. It is stored again with your next edit.",
  replaced:
    "A newer version of the course is open in another tab. What you wrote before is stored; what you write here from now on lasts until you leave this page. Save your answers to a file, then reload.",
  "held-up":
    "A tab with an older version of the course is still open. Close it: until then, your work here lasts until you leave this page.",
  save: "Save your answers to a file",
  notSaved: "The file could not be made. Are you offline? Try again.",
};

/** How exercises stand. */
export const progress = {
  solved: "solved",
  tried: "tried, not solved yet",
  solvedOf: (solved: number, count: number) => `${solved} of ${count} solved`,
  goOn: (lesson: number, exercise: string) => `Continue in lesson ${lesson}: ${exercise}`,
  allSolved: "Every exercise is solved.",
};

/** What is kept where: on a first visit, once the whole course is there, and where the browser keeps nothing. One of them is shown. */
export const footer = {
  answers: "Your code runs in this browser, and your answers are kept in it. Nothing is sent anywhere.",
  course:
    "Your code runs in this browser, and your answers are kept in it. Nothing is sent anywhere. The course itself is kept in this browser too, and works without a connection.",
  nothing:
    "Your code runs in this browser, and nothing is sent anywhere. The browser doesn’t let the course store anything, so your answers last until you leave the page.",
};

export const courseVersion = {
  ready: "A new version of the course is ready. What you have written stays.",
  changed: "The course was updated in another tab. This page works on; reload it when it suits you.",
  use: "Reload now",
  later: "Later",
};
