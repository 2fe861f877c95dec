export const pageTitle = {
  place: (lesson: number, count: number, minutes: number) =>
    `Lesson ${lesson} of ${count}, about ${minutes} minutes`,
};

export const lessonList = {
  minutes: (minutes: number) => `${minutes} min`,
};

export const glossary = {
  introduced: (number: number, title: string) => `Lesson ${number}, ${title}`,
};

export const pagination = {
  label: "Lessons before and after",
  lesson: (number: number) => `lesson ${number}`,
  sources: "the sources",
  back: (place: string) => `Back to ${place}`,
  on: (place: string) => `On to ${place}`,
};

export const search = {
  open: "Search",
  input: "Search the course",
  close: "Close",
  nothing: (term: string) => `Nothing found for “${term}”.`,
  found: (pages: number) => (pages === 1 ? "Found on one page." : `Found on ${pages} pages.`),
  notLoaded: "The search could not be loaded. It needs a connection, and the built site.",
};

export const sideways = {
  /** The name of a box that is wider inside than outside. */
  scrolls: (what: string) => `${what}, can be scrolled`,
  table: "Table",
  code: "Code",
  formula: "Formula",
};
