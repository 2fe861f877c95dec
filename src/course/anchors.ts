/** Where links lead to on a page: the ids of what the course defines. */
export const exerciseAnchor = (id: string): string => `exercise-${id.replace("/", "-")}`;
export const graphAnchor = (name: string): string => `graph-of-${name}`;
export const shapesAnchor = (name: string): string => `shapes-of-${name}`;
export const stagedAnchor = (name: string): string => `staged-${name}`;
