import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkMath).freeze();

/** The syntax tree of an MDX page without its frontmatter, as the site's own plugins see it. */
export const parseLesson = (source: string): Root =>
  parser.parse(source.replace(/^---\n.*?\n---\n/s, (frontmatter) => frontmatter.replace(/[^\n]/g, "")));
