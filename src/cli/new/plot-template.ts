/** The starting point of a widget that plots something: a curve with its tangent, and a point to be moved along it. */
import { readFile } from "node:fs/promises";

export interface TemplateFile {
  /** From the course's root. */
  path: string;
  text: string;
}

/** `softmax-scale` as the code of its widget writes it. */
export interface PlotNames {
  /** `softmax-scale`, of folders and files */
  name: string;
  /** `softmaxScale`, of what is exported */
  camel: string;
  /** `SoftmaxScale`, of the component */
  Pascal: string;
  /** `Softmax scale` */
  Title: string;
}

/** All names from that of folders and files, whose words are joined by hyphens. */
export function plotNames(name: string): PlotNames {
  const camel = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
  return { name, camel, Pascal: capital(camel), Title: capital(name).replaceAll("-", " ") };
}

/** The line by which the strings of a widget belong to the interface's language. */
export const stringsExport = ({ name }: PlotNames): string =>
  `export * from ${JSON.stringify(`#strings/en/${name}.ts`)};`;

/** Where each of the files in `plot/` goes. There the names stand between dollar signs, such as `$name$`. */
const places: Readonly<Record<string, string>> = {
  "state.ts": "src/widgets/$name$/$name$-state.ts",
  "plot.ts": "src/widgets/$name$/$name$-plot.ts",
  "island.tsx": "src/widgets/$name$/$Pascal$Island.tsx",
  "component.astro": "src/widgets/$name$/$Pascal$.astro",
  "strings.ts": "src/strings/en/$name$.ts",
  "test.ts": "tests/widgets/$name$/$name$.test.ts",
};

/** The files of a new plot with its names filled in. Nothing is written yet. */
export async function plotFiles(names: PlotNames): Promise<TemplateFile[]> {
  const named = (text: string): string =>
    text.replace(/\$(name|camel|Pascal|Title)\$/g, (_, which: keyof PlotNames) => names[which]);
  return Promise.all(
    Object.entries(places).map(async ([template, place]) => ({
      path: named(place),
      text: named(await readFile(new URL(`./plot/${template}.txt`, import.meta.url), "utf8")),
    })),
  );
}
