/** A Jupyter notebook as the file has it: nbformat 4.5. */

export interface MarkdownCell {
  cell_type: "markdown";
  id: string;
  metadata: Record<string, never>;
  source: string[];
}

export interface CodeCell {
  cell_type: "code";
  id: string;
  metadata: CodeMetadata;
  execution_count: null;
  source: string[];
  outputs: CodeOutput[];
}

export interface CodeMetadata {
  tags?: string[];
  jupyter?: { source_hidden: boolean; outputs_hidden?: boolean };
  /** The exercise that the cell belongs to. */
  handgrad?: { exercise: string };
}

export type CodeOutput =
  | { output_type: "stream"; name: "stdout"; text: string[] }
  | { output_type: "error"; ename: string; evalue: string; traceback: string[] };

export type NotebookCell = MarkdownCell | CodeCell;

export interface Notebook {
  nbformat: 4;
  nbformat_minor: 5;
  metadata: {
    title: string;
    kernelspec: { name: "python3"; display_name: string };
    language_info: { name: "python" };
  };
  cells: NotebookCell[];
}

/** A cell of text, without what is blank at its end. */
export const markdownCell = (id: string, text: string): MarkdownCell => ({
  cell_type: "markdown",
  id,
  metadata: {},
  source: lines(text.trimEnd()),
});

/** A cell of Python that was never run, though it may show outputs, without what is blank at its end. */
export const codeCell = (
  id: string,
  code: string,
  { outputs = [], metadata = {} }: Partial<Pick<CodeCell, "outputs" | "metadata">> = {},
): CodeCell => ({
  cell_type: "code",
  id,
  metadata,
  execution_count: null,
  source: lines(code.trimEnd()),
  outputs,
});

/** Text that is folded up under a summary. */
export const foldedMarkdown = (summary: string, text: string): string =>
  `<details><summary>${summary}</summary>\n\n${text}\n\n</details>`;

/** The same cell, folded up: text under a summary, code with what it prints. */
export const folded = (cell: NotebookCell, summary: string): NotebookCell =>
  cell.cell_type === "markdown"
    ? { ...cell, source: lines(foldedMarkdown(summary, cell.source.join(""))) }
    : { ...cell, metadata: { ...cell.metadata, jupyter: { source_hidden: true, outputs_hidden: true } } };

/** A notebook for a Python 3 kernel. */
export const notebook = (title: string, cells: NotebookCell[]): Notebook => ({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {
    title,
    kernelspec: { name: "python3", display_name: "Python 3" },
    language_info: { name: "python" },
  },
  cells,
});

/** The lines of a text as nbformat keeps them: each with its line break. */
export const lines = (text: string): string[] => text.split(/(?<=\n)/);
