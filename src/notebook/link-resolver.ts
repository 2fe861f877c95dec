import type { ResolveLink } from "#notebook/markdown.ts";

/** Links of a page as they hold elsewhere: those within the course from the page's own address, or none without one. */
export const linkResolver =
  (address: string | null): ResolveLink =>
  (href) => {
    if (/^[a-z][a-z+.-]*:/i.test(href)) return href;
    return address === null ? null : new URL(href, address).href;
  };
