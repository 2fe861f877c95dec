/** What a learner's code is written in. */
export type Language = "python" | "javascript";

/** The languages by name. */
export const languageName: Readonly<Record<Language, string>> = {
  python: "Python",
  javascript: "JavaScript",
};

/** The other of the two. */
export const otherThan = (language: Language): Language => (language === "python" ? "javascript" : "python");
