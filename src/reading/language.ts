/** What a learner's code may be written in. */
export const languages = ["python", "javascript"] as const;
export type Language = (typeof languages)[number];

/** Whether a word, such as that of a code fence, names one of the two. */
export const isLanguage = (name: string): name is Language => (languages as readonly string[]).includes(name);

/** The languages by name. */
export const languageName: Readonly<Record<Language, string>> = {
  python: "Python",
  javascript: "JavaScript",
};

/** The other of the two. */
export const otherThan = (language: Language): Language => (language === "python" ? "javascript" : "python");
