import { readFile } from "node:fs/promises";
import type { Root } from "mdast";
import { pathsIn } from "#course/files.ts";
import { readFrontmatter, type Frontmatter } from "#lesson/frontmatter.ts";
import { namesIn, type PageNames } from "#lesson/page-names.ts";
import { parseTolerantly } from "#lesson/tolerant-parse.ts";
import type { Problem } from "#lesson/problem.ts";

/** A page of the course as its author wrote it, read as far as it can be. */
export interface SourcePage {
  /** Its path below `content/`, without its ending. */
  name: string;
  /** Its path from the course's root. */
  file: string;
  source: string;
  tree: Root;
  /** What could not be read. */
  problems: readonly Problem[];
  frontmatter: Frontmatter;
  names: PageNames;
}

/** The pages of the course in this folder, each of them read once. */
export class PageCache {
  readonly root: string;
  readonly #pages = new Map<string, Promise<SourcePage | null>>();
  #names: Promise<string[]> | undefined;

  /** @param root with a slash at its end */
  constructor(root: string) {
    this.root = root;
  }

  /** The names of all pages, sorted. */
  names(): Promise<string[]> {
    return (this.#names ??= pathsIn("content", ".mdx", this.root));
  }

  /** A page, or null if there is no such file. */
  page(name: string): Promise<SourcePage | null> {
    const page = this.#pages.get(name) ?? this.#read(name);
    this.#pages.set(name, page);
    return page;
  }

  async all(): Promise<SourcePage[]> {
    const pages = await Promise.all((await this.names()).map((name) => this.page(name)));
    return pages.filter((page) => page !== null);
  }

  async #read(name: string): Promise<SourcePage | null> {
    const file = `content/${name}.mdx`;
    const source = await readFile(this.root + file, "utf8").catch(() => null);
    if (source === null) return null;
    const { tree, problems } = parseTolerantly(source);
    return { name, file, source, tree, problems, frontmatter: readFrontmatter(source), names: namesIn(tree) };
  }
}
