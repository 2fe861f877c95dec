import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkMath).freeze();

/** The frontmatter of a page, with its marks. */
export const frontmatterPattern = /^---[ \t]*\r?\n(?:[^]*?\r?\n)??---[ \t]*(?:\r?\n|$)/;

/** The syntax tree of an MDX page without its frontmatter, as the site's own plugins see it. Lines, columns and offsets are the page's. */
export const parseLesson = (source: string): Root =>
  parser.parse(source.replace(frontmatterPattern, (frontmatter) => frontmatter.replace(/[^\n]/g, " ")));
