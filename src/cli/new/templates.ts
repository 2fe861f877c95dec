/** The files that something new begins as: texts in `templates/`. What they leave empty, `handgrad check` asks for. */
import { readFile } from "node:fs/promises";

export interface TemplateFile {
  /** From the course's root. */
  path: string;
  text: string;
}

/** A name in the forms in which files have it. */
export interface NameForms {
  /** `softmax-scale`, of folders and files; of an exercise its id */
  name: string;
  /** `softmaxScale`, of what is exported */
  camel: string;
  /** `SoftmaxScale`, of a component */
  Pascal: string;
  /** `Softmax scale` */
  Title: string;
}

/** All forms from that of folders and files, whose words are joined by hyphens. */
export function nameForms(name: string): NameForms {
  const camel = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
  return { name, camel, Pascal: capital(camel), Title: capital(name).replaceAll("-", " ") };
}

/** Where each template goes. In both the name stands between dollar signs, such as `$name$`. */
const places = {
  exercise: { "exercise.ts": "exercises/$name$.ts" },
  graphExercise: { "graph-exercise.ts": "exercises/$name$.ts" },
  lesson: { "lesson.mdx": "content/$name$.mdx" },
  plot: {
    "plot/state.ts": "src/widgets/$name$/$name$-state.ts",
    "plot/plot.ts": "src/widgets/$name$/$name$-plot.ts",
    "plot/island.tsx": "src/widgets/$name$/$Pascal$Island.tsx",
    "plot/component.astro": "src/widgets/$name$/$Pascal$.astro",
    "plot/strings.ts": "src/strings/en/$name$.ts",
    "plot/test.ts": "tests/widgets/$name$/$name$.test.ts",
  },
} as const;

/** The files with the name filled in. Nothing is written yet. */
export async function filesFor(kind: keyof typeof places, forms: NameForms): Promise<TemplateFile[]> {
  const named = (text: string): string =>
    text.replace(/\$(name|camel|Pascal|Title)\$/g, (_, form: keyof NameForms) => forms[form]);
  return Promise.all(
    Object.entries(places[kind]).map(async ([template, place]) => ({
      path: named(place),
      text: named(await readFile(new URL(`./templates/${template}.txt`, import.meta.url), "utf8")),
    })),
  );
}
