/**
 * What the interface says, in English. A group a widget; what holds a value is a function of it.
 * Lessons are written in `content`, and what the grader says stands in `src/grader/messages.ts`.
 */

export const hints = {
  list: "Hints",
  show: (next: number, count: number) => `Show hint ${next} of ${count}`,
  offline: "The hint could not be fetched. Are you offline? Try again when you are back.",
};

export const footer = {
  private: "Your code runs in this browser, and your answers are kept in it. Nothing is sent anywhere.",
  kept: "So is the course itself: it works without a connection.",
};

export const courseVersion = {
  ready: "A new version of the course is ready. What you have written stays.",
  changed: "The course was updated in another tab. This page works on; reload it when it suits you.",
  use: "Reload now",
  later: "Later",
};
