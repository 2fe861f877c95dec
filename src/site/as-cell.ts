/** An example file of the engine as the code of a cell, where the engine is there already and is called `torch`. */
export const asCell = (source: string): string =>
  source.replace(/^import (\{[^}]*\}) from \S+;/, "const $1 = torch;");
