import type { RootContent } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx";

import type { Exercise, GraphExercise } from "#exercise/index.ts";
import { initialGraphSetting, runGraph, type GraphDefinition } from "#graph/graph-definition.ts";
import { snapshotOf } from "#graph/snapshot.ts";
import { cellOf, type CellFence } from "#lesson/cell.ts";
import { isExercise } from "#lesson/page-exercises.ts";
import { parseLesson } from "#lesson/parse-lesson.ts";
import { checkSource } from "#notebook/check-source.ts";
import { exerciseCells, foldedMetadata } from "#notebook/exercise-cells.ts";
import { snapshotTable } from "#notebook/snapshot-table.ts";
import {
  codeCell,
  folded,
  lines,
  markdownCell,
  notebook,
  type CodeOutput,
  type Notebook,
  type NotebookCell,
} from "#notebook/format.ts";
import { graphCells } from "#notebook/graph-cells.ts";
import { linkResolver } from "#notebook/link-resolver.ts";
import { proseMarkdown } from "#notebook/markdown.ts";
import { forMathJax } from "#notebook/mathematics.ts";
import type { CellRequest, CellResult } from "#runtime/runtime.ts";
import { compare, notebook as strings } from "#strings/index.ts";

export interface LessonSource {
  title: string;
  description: string;
  /** Counted from 1. */
  number: number;
  /** How many lessons there are. */
  count: number;
  minutes: number;
  /** The MDX, with or without frontmatter. */
  source: string;
}

/** What a lesson refers to. */
export interface LessonDependencies {
  /** The lesson's own address, such as `https://example.org/scalar/`; null where the site has none. */
  address: string | null;
  exercise: (id: string) => Promise<Exercise | GraphExercise>;
  graph: (name: string) => Promise<GraphDefinition>;
  runCell: (request: CellRequest) => Promise<CellResult>;
}

/** A lesson as a Jupyter notebook: prose, formulas, cells with their output, exercises that autograd checks. */
export async function lessonNotebook(
  lesson: LessonSource,
  dependencies: LessonDependencies,
): Promise<Notebook> {
  const resolveLink = linkResolver(dependencies.address);
  const cells: NotebookCell[] = [
    markdownCell("title", opening(lesson, dependencies.address)),
    codeCell("check", checkSource, { metadata: foldedMetadata }),
  ];
  const nextId = () => `part-${cells.length}`;
  let prose: RootContent[] = [];
  const endProse = () => {
    const text = proseMarkdown(prose, resolveLink);
    prose = [];
    if (text !== "") cells.push(markdownCell(nextId(), text));
  };

  const placeCell = async (cell: CellFence) => {
    const title = cell.props.get("title");
    if (typeof title === "string") prose.push(paragraph("strong", title));
    if (cell.language !== "python") {
      prose.push(...(await foreignCell(cell, dependencies)));
      return;
    }
    endProse();
    cells.push(await liveCell(nextId(), cell, dependencies));
  };

  const placeWidget = async (element: MdxJsxFlowElement) => {
    const { name, children } = element;
    const id = attributeOf(element, "id");
    if (isExercise(name) && id) {
      endProse();
      const statement = proseMarkdown(children, resolveLink);
      const exercise = await dependencies.exercise(id);
      cells.push(
        ...("asks" in exercise ? exerciseCells(exercise, statement) : graphCells(exercise, statement)),
      );
    } else if (name === "ComputationGraph") {
      endProse();
      cells.push(markdownCell(nextId(), await graphText(attributeOf(element, "of") ?? "", dependencies)));
    } else if (name === "Compare") {
      endProse();
      const first = cells.length;
      await place(children);
      endProse();
      cells.push(...cells.splice(first).map((cell) => folded(cell, compare.withOurs)));
    } else if (children.length > 0) {
      await place(children);
    } else {
      endProse();
      cells.push(
        markdownCell(
          nextId(),
          strings.picture(strings.pictures[name ?? ""] ?? `the ${inWords(name ?? "")}`, dependencies.address),
        ),
      );
    }
  };

  const place = async (nodes: readonly RootContent[]): Promise<void> => {
    for (const node of nodes) {
      const cell = node.type === "code" ? cellOf(node) : null;
      if (cell) await placeCell(cell);
      else if (node.type === "mdxJsxFlowElement") await placeWidget(node);
      else {
        if (node.type === "heading" && node.depth <= 2) endProse();
        prose.push(node);
      }
    }
  };

  await place(parseLesson(lesson.source).children);
  endProse();
  return notebook(lesson.title, cells);
}

function opening(
  { title, description, number, count, minutes }: LessonSource,
  address: string | null,
): string {
  const inHue = (macro: string, word: string) => `$${forMathJax(`\\${macro}{\\text{${word}}}`)}$`;
  return [
    `# ${title}`,
    description,
    [strings.place(number, count, minutes), ...(address === null ? [] : [strings.onThePage(address)])].join(
      " ",
    ),
    strings.hues(inHue("val", strings.inBlue), inHue("grad", strings.inOrange)),
    strings.needs,
  ].join("\n\n");
}

async function liveCell(id: string, { code, props }: CellFence, { runCell }: LessonDependencies) {
  const { stdout, error } = await runCell({ language: "python", code: code.trimEnd(), echo: true });
  const outputs: CodeOutput[] = [];
  if (stdout !== "") outputs.push({ output_type: "stream", name: "stdout", text: lines(stdout) });
  if (error) {
    const { type, message } = error;
    outputs.push({ output_type: "error", ename: type, evalue: message, traceback: [`${type}: ${message}`] });
  }
  // With this tag a notebook that is run as a whole goes on after the error.
  return codeCell(id, code, { outputs, metadata: props.has("fails") ? { tags: ["raises-exception"] } : {} });
}

/** A cell in a language that the notebook can't run: its code and what it prints. */
async function foreignCell(
  { language, code }: CellFence,
  { runCell }: LessonDependencies,
): Promise<RootContent[]> {
  const { stdout } = await runCell({
    language: language === "javascript" ? language : "python",
    code,
    echo: true,
  });
  return [
    { type: "code", lang: language, value: code },
    paragraph("text", strings.printed),
    { type: "code", value: stdout.trimEnd() },
  ];
}

async function graphText(name: string, { graph }: LessonDependencies): Promise<string> {
  const definition = await graph(name);
  const { inputs, value } = runGraph(definition, initialGraphSetting(definition));
  const snapshot = snapshotOf(inputs, value, { result: definition.result });
  return `**${strings.graph(definition.title)}**\n\n${snapshotTable(snapshot, { gradients: true })}`;
}

const paragraph = (kind: "strong" | "text", text: string): RootContent => ({
  type: "paragraph",
  children: [
    kind === "text"
      ? { type: "text", value: text }
      : { type: "strong", children: [{ type: "text", value: text }] },
  ],
});

function attributeOf({ attributes }: MdxJsxFlowElement, name: string): string | undefined {
  const attribute = attributes.find((each) => each.type === "mdxJsxAttribute" && each.name === name);
  return typeof attribute?.value === "string" ? attribute.value : undefined;
}

/** `SlopeExplorer` as `slope explorer`. */
const inWords = (component: string): string => component.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
