import { existsSync } from "node:fs";
import { glob } from "node:fs/promises";
import { posix } from "node:path";
import { visit } from "unist-util-visit";
import { anchorsOf } from "#cli/check-page/page-anchors.ts";
import type { PageCache, SourcePage } from "#cli/check-page/page-cache.ts";
import { didYouMean, likelyName, nearestFirst } from "#cli/nearest.ts";
import { problemAt, type Problem } from "#lesson/problem.ts";

interface Reference {
  /** As it is written. */
  to: string;
  line: number;
  column: number;
  /** Whether it is shown on the page, rather than followed. */
  shown: boolean;
}

/** Links and images of a page that lead nowhere. Addresses of other sites are not tried. */
export async function linkProblems(page: SourcePage, pageCache: PageCache): Promise<Problem[]> {
  const problems = await Promise.all(
    referencesIn(page).map(async (reference) => {
      const message = await complaintOf(reference, page, pageCache);
      return message === null ? [] : [problemAt(reference, message)];
    }),
  );
  return problems.flat();
}

function referencesIn({ tree, names: { elements } }: SourcePage): Reference[] {
  const references: Reference[] = [];
  visit(tree, (node) => {
    if ((node.type === "link" || node.type === "image" || node.type === "definition") && node.position) {
      const { line, column } = node.position.start;
      references.push({ to: node.url, line, column, shown: node.type === "image" });
    }
  });
  for (const { attributes, line, column } of elements) {
    const [href, src] = [attributes.get("href"), attributes.get("src")];
    if (typeof href === "string") references.push({ to: href, line, column, shown: false });
    if (typeof src === "string") references.push({ to: src, line, column, shown: true });
  }
  return references;
}

/** The address of a page below the home page. */
const addressOf = (name: string): string => (name === "index" ? "" : `${name.replace(/\/index$/, "")}/`);

const origin = "http://course/";

async function complaintOf(
  reference: Reference,
  page: SourcePage,
  pageCache: PageCache,
): Promise<string | null> {
  const { to, shown } = reference;
  if (to.trim() === "") return "The link leads nowhere. Write its address between the brackets.";
  const [, scheme] = /^([a-z][a-z\d+.-]*):/i.exec(to) ?? [];
  if (scheme !== undefined) return complaintOfScheme(scheme);
  if (to.startsWith("//")) return null;
  if (shown) return complaintOfImage(to, page, pageCache);
  const here = origin + addressOf(page.name);
  const { pathname, hash } = new URL(to, here);
  const target = decoded(pathname.slice(1));
  const anchor = decoded(hash.slice(1));
  if (to.startsWith("/")) {
    const relative = posix.relative(`/${addressOf(page.name)}`, pathname) || ".";
    const isPage = (await pageCache.names()).some((name) => `/${addressOf(name)}` === `${pathname}/`);
    return `${to} does not lead there where the course is published below a path. Write it relative to this page: ${slashed(relative, isPage ? `${pathname}/` : pathname)}${hash}`;
  }
  const pages = new Map((await pageCache.names()).map((name) => [addressOf(name), name]));
  const name = pages.get(target);
  if (name === undefined) {
    if (isFile(target, pages, pageCache.root)) return null;
    if (pages.has(`${target}/`))
      return `The address of a page ends with a slash. Write ${to.replace(/(?=#|\?|$)/, "/")}`;
    const [, path] = /^([^#?]*)\.mdx?(?=#|\?|$)/.exec(to) ?? [];
    const file = path === undefined ? "" : posix.join(posix.dirname(page.name), path);
    if (pages.has(`${file}/`)) {
      return `${JSON.stringify(to)} is a file of the repository. Its page has the address ${posix.relative(`/${addressOf(page.name)}`, `/${file}`)}/${hash}`;
    }
    if (/^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|io|dev)(?:\/|$))/.test(to)) {
      return `${JSON.stringify(to)} leads to no page of the course. For another site write https://${to}`;
    }
    const others = `There are pages, the nearest first: ${listing(nearestFirst(target, pages.values()))}.`;
    const guess = didYouMean(target, pages.keys(), others, (near) =>
      slashed(posix.relative(`/${addressOf(page.name)}`, `/${near}`) || ".", near),
    );
    return `${JSON.stringify(to)} leads to no page of the course.${guess}`;
  }
  if (anchor === "") return null;
  const there = name === page.name ? page : (await pageCache.page(name))!;
  const anchors = await anchorsOf(there, pageCache.root);
  if (anchors.has(anchor)) return null;
  const named = nearestFirst(anchor, anchors).map((each) => `#${each}`);
  const others = `It has, the nearest first: ${listing(named)}.`;
  return `${there.file} has no place called #${anchor}.${didYouMean(anchor, anchors, others, (near) => `#${near}`)}`;
}

const schemes = ["http", "https", "mailto", "tel", "data"];

function complaintOfScheme(scheme: string): string | null {
  if (schemes.includes(scheme.toLowerCase())) return null;
  return `A link can't begin with ${scheme}:. Did you mean ${likelyName(scheme, schemes) ?? "https"}:?`;
}

/** So many names of what there is are listed. */
const listed = 8;

const listing = (names: readonly string[]): string =>
  [...names.slice(0, listed), ...(names.length > listed ? ["…"] : [])].join(", ");

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** With a slash at the end where the address has one. */
const slashed = (relative: string, address: string): string =>
  address.endsWith("/") && !relative.endsWith("/") ? `${relative}/` : relative;

/** Whether the site has a file at this address, beside its pages. */
function isFile(address: string, pages: ReadonlyMap<string, string>, root: string): boolean {
  const [, lesson] = /^notebooks\/([^/]+)\.ipynb$/.exec(address) ?? [];
  if (lesson !== undefined) return pages.has(`${lesson}/`);
  return address !== "" && !address.endsWith("/") && existsSync(`${root}public/${address}`);
}

/** The build takes an image from beside its page. */
async function complaintOfImage(
  to: string,
  { file }: SourcePage,
  { root }: PageCache,
): Promise<string | null> {
  if (to.startsWith("/")) {
    return `${to} does not lead there where the course is published below a path. Put the image beside this page, and write ./${posix.basename(to)}`;
  }
  const path = posix.join(posix.dirname(file), decoded(to.split(/[?#]/)[0]!));
  if (existsSync(root + path)) return null;
  const images = await Array.fromAsync(glob("content/**/*.{png,jpg,jpeg,gif,svg,webp,avif}", { cwd: root }));
  const fromHere = (image: string) => `./${posix.relative(posix.dirname(file), image)}`;
  return `There is no image ${path}.${didYouMean(path, images, "Put it there, or mend its path.", fromHere)}`;
}
