import { unknownExercise } from "#cli/exercises.ts";
import { placeholder } from "#cli/new/lesson-template.ts";
import type { Lesson } from "../../content/curriculum.ts";

/** What lessons are held to. */
export interface LessonCourse {
  lessons: readonly Lesson[];
  /** The ids of all exercises. */
  exercises: readonly string[];
  /** The text of a lesson, or null if there is no such file. */
  read: (slug: string) => Promise<string | null>;
}

/** A value of the front matter, without its quotes. */
const frontMatter = (text: string, key: string): string =>
  new RegExp(`^${key}: *(.*)$`, "m")
    .exec(/^---\n(.*?)\n---/s.exec(text)?.[1] ?? "")?.[1]
    ?.trim()
    .replaceAll(/^["']|["']$/g, "") ?? "";

/** What is wrong with a lesson, or still to do. Every finding says what to do about it. */
export async function checkLesson(slug: string, course: LessonCourse): Promise<string[]> {
  const text = await course.read(slug);
  if (text === null) {
    return [
      `There is no content/${slug}.mdx. Write it, beginning with: npm run -s handgrad -- new lesson ${slug}`,
    ];
  }
  const entry = course.lessons.find((lesson) => lesson.slug === slug);
  const title = frontMatter(text, "title");
  const left = text.split("\n").flatMap((line, i) => (line.includes(placeholder) ? [i + 1] : []));
  const used = [...text.matchAll(/<(?:Graph)?Exercise\s+id="([^"]*)"/g)].map(([, id]) => id!);
  return [
    ...(entry ? [] : ["content/curriculum.ts does not list it. Give it a place there."]),
    ...(entry && entry.title !== title
      ? [`It is titled “${title}”, content/curriculum.ts says “${entry.title}”. Make them the same.`]
      : []),
    ...(entry?.derives === ""
      ? ["Its derives in content/curriculum.ts is empty. Say in one line what is derived."]
      : []),
    ...(frontMatter(text, "description") === ""
      ? ["description is empty. Say in one sentence what it is about."]
      : []),
    ...(left.length > 0
      ? [
          `Something is still to write, on ${left.length > 1 ? "lines" : "line"} ${left.join(", ")}. Write it in place of the comment.`,
        ]
      : []),
    ...used
      .filter((id) => !course.exercises.includes(id))
      .map(
        (id) =>
          `${unknownExercise(id, course.exercises)} Write it, beginning with: npm run -s handgrad -- new exercise ${id}`,
      ),
    ...(used.length === 0 ? ["It has no exercise. Put one where it is needed."] : []),
  ];
}
