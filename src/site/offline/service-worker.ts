/**
 * Keeps the whole course in the browser. All of it is fetched when this version is installed; it then waits until no
 * page of an earlier version is open, or until a reader asks for it.
 */
import { PrecacheController, PrecacheRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import type { CourseFile } from "#site/offline/course-files.ts";

/** Put here when the site is built. */
declare const COURSE_FILES: CourseFile[];

interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

/** The part of a `ServiceWorkerGlobalScope` that is used: its types can't be loaded beside those of a page. */
declare const self: {
  addEventListener(type: "install" | "activate", listener: (event: LifeEvent) => void): void;
  addEventListener(type: "message", listener: (event: MessageEvent<unknown>) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void>; matchAll(options: { includeUncontrolled: true }): Promise<unknown[]> };
  registration: { scope: string };
};

const course = new PrecacheController();
course.addToCacheList(COURSE_FILES);

/** What pages of earlier versions may still fetch: names with a hash in them, which no later version has. */
const earlier = `${course.strategy.cacheName}-earlier`;
const scope = new URL(self.registration.scope).pathname;

self.addEventListener("install", (event) => void course.install(event));

self.addEventListener("activate", (event) => event.waitUntil(takeOver(event)));

/** Sent by a page whose reader has asked for the new version. */
self.addEventListener("message", ({ data }) => {
  if ((data as { type?: unknown } | null)?.type === "SKIP_WAITING") void self.skipWaiting();
});

async function takeOver(event: LifeEvent): Promise<void> {
  if ((await self.clients.matchAll({ includeUncontrolled: true })).length <= 1) await caches.delete(earlier);
  await keepForEarlierPages();
  await course.activate(event);
  await self.clients.claim();
}

async function keepForEarlierPages(): Promise<void> {
  const [from, to] = await Promise.all([caches.open(course.strategy.cacheName), caches.open(earlier)]);
  const current = new Set(course.getURLsToCacheKeys().values());
  for (const request of await from.keys()) {
    if (current.has(request.url) || !isHashed(new URL(request.url))) continue;
    const response = await from.match(request);
    if (response) await to.put(request, response);
  }
}

const isHashed = ({ pathname }: URL): boolean => pathname.startsWith(`${scope}_astro/`);

registerRoute(new PrecacheRoute(course, { cleanURLs: false, ignoreURLParametersMatching: [/./] }));

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && isHashed(url),
  async ({ request }) => (await caches.match(request, { cacheName: earlier })) ?? fetch(request),
);

/** A page that isn't part of the course: perhaps one without its final slash, perhaps none at all. */
registerRoute(
  new NavigationRoute(async ({ request, url }) => {
    if (course.getCacheKeyForURL(`${url.origin}${url.pathname}/index.html`)) {
      return Response.redirect(`${url.pathname}/${url.search}`);
    }
    try {
      return await fetch(request);
    } catch {
      return (await course.matchPrecache(`${scope}404.html`)) ?? Response.error();
    }
  }),
);
