/** Every lesson as a Jupyter notebook, beside its page. */
import { getEntry } from "astro:content";
import type { APIRoute, GetStaticPaths } from "astro";

import { lessons } from "../../../content/curriculum.ts";
import { loadAnyExercise, loadGraph } from "#course/definitions.ts";
import { recordCell } from "#course/record-cell.ts";
import { lessonNotebook } from "#notebook/lesson-notebook.ts";

export const getStaticPaths = (() =>
  lessons.map(({ slug, minutes }, i) => ({
    params: { slug },
    props: { minutes, number: i + 1 },
  }))) satisfies GetStaticPaths;

/** The notebook of one lesson, as JSON. Throws an Error where the lesson's page is empty. */
export const GET: APIRoute<{ minutes: number; number: number }> = async ({ params, props, site }) => {
  const slug = params.slug!;
  const entry = await getEntry("docs", slug);
  if (!entry?.body) throw new Error(`content/${slug}.mdx has nothing in it.`);
  const { title, description = "" } = entry.data;
  const notebook = await lessonNotebook(
    { title, description, ...props, count: lessons.length, source: entry.body },
    {
      address: site ? new URL(`${import.meta.env.BASE_URL.replace(/\/?$/, "/")}${slug}/`, site).href : null,
      exercise: loadAnyExercise,
      graph: loadGraph,
      runCell: recordCell,
    },
  );
  return new Response(`${JSON.stringify(notebook, null, 1)}\n`, {
    headers: { "content-type": "application/x-ipynb+json" },
  });
};
