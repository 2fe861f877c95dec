/** The pages of the sidebar below the lessons, in their groups. */

export interface SidebarGroup {
  label: string;
  /** Their paths below `content/`, without endings. */
  pages: readonly string[];
}

export const sidebar: readonly SidebarGroup[] = [
  { label: "On your own", pages: ["playground", "progress"] },
  { label: "Sources", pages: ["references", "glossary"] },
  { label: "Teach with it", pages: ["teach/class", "teach/adding", "teach/publishing", "teach/privacy"] },
  { label: "Behind the course", pages: ["grading", "engine", "scope"] },
];
