/** Where links lead to on a page: the ids of what the course defines. */

/** Of an exercise, by its id. */
export const exerciseAnchor = (id: string): string => `exercise-${id.replace("/", "-")}`;

/** Of a computation graph, by its name in `content/graphs`. */
export const graphAnchor = (name: string): string => `graph-of-${name}`;

/** Of arrays to look at entry by entry, by their name in `content/shapes`. */
export const shapesAnchor = (name: string): string => `shapes-of-${name}`;

/** Of a computation in stages, by its name in `content/staged`. */
export const stagedAnchor = (name: string): string => `staged-${name}`;
