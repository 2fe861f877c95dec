/** The sidebar and a page's neighbours, found anew for every page, so that the authors' server follows the curriculum. */
import { defineRouteMiddleware, type StarlightRouteData } from "@astrojs/starlight/route-data";
import { getEntry } from "astro:content";
import { home } from "#course/home.ts";
import { lessons } from "../../content/curriculum.ts";
import { sidebar } from "../../content/sidebar.ts";

type SidebarEntry = StarlightRouteData["sidebar"][number];
type Link = Extract<SidebarEntry, { type: "link" }>;

/** The walk through the course: past the last lesson it ends with the sources. */
const walk = [...lessons.map(({ slug }) => slug), "references"];

const titles = new Map(lessons.map(({ slug, title }) => [slug, title]));

export const onRequest = defineRouteMiddleware(async ({ locals: { starlightRoute: route } }) => {
  const linkTo = async (page: string): Promise<Link> => ({
    type: "link",
    label: titles.get(page) ?? (await getEntry("docs", page))?.data.title ?? page,
    href: `${home}${page}/`,
    isCurrent: page === route.id,
    badge: undefined,
    attrs: titles.has(page) ? { class: "lesson" } : {},
  });
  const groups = [{ label: "Lessons", pages: [...titles.keys()] }, ...sidebar];
  route.sidebar = await Promise.all(
    groups.map(async ({ label, pages }): Promise<SidebarEntry> => ({
      type: "group",
      label,
      entries: await Promise.all(pages.map(linkTo)),
      collapsed: false,
      badge: undefined,
    })),
  );

  const place = walk.indexOf(route.id);
  const neighbour = async (at: number): Promise<Link | undefined> => {
    const page = place === -1 ? undefined : walk[at];
    return page === undefined ? undefined : linkTo(page);
  };
  route.pagination = { prev: await neighbour(place - 1), next: await neighbour(place + 1) };
});
