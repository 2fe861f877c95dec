/** What an author sees who keeps `npm run dev` open: the real server, in a copy of the course. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeNew } from "#cli/new/write-new.ts";

// Inside the project, so that packages are found.
const here = fileURLToPath(new URL(".", import.meta.url));
const project = join(here, "../../");
let root = "";
let server: ChildProcess;
let site = "";

beforeAll(async () => {
  root = await mkdtemp(join(here, "course-"));
  for (const name of [
    "src",
    "content",
    "exercises",
    "public",
    "package.json",
    "tsconfig.json",
    "astro.config.mjs",
  ]) {
    await cp(join(project, name), join(root, name), { recursive: true });
  }
  server = spawn(
    process.execPath,
    [join(project, "node_modules/astro/bin/astro.mjs"), "dev", "--port", "0"],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: "development",
        VITEST: "",
        NO_COLOR: "1",
        ASTRO_TELEMETRY_DISABLED: "1",
      },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  site = await new Promise<string>((resolve, reject) => {
    let said = "";
    server.stdout!.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const [address] = /http:\/\/localhost:\d+\//.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    server.once("exit", () => reject(new Error(`astro dev ended:\n${said}`)));
  });
});
afterAll(async () => {
  const ended = once(server, "exit");
  if (server.kill()) await ended;
  await rm(root, { recursive: true });
});

async function pageAt(address: string): Promise<Document> {
  const response = await fetch(site + address);
  return parseHTML(await response.text()).document;
}

const linksIn = (page: Document, selector: string): string[] =>
  [...page.querySelectorAll<HTMLAnchorElement>(selector)].map(({ href }) => href);

const sidebarOf = (page: Document) => linksIn(page, "nav.sidebar a");

const edited = async (file: string, edit: (text: string) => string): Promise<void> => {
  const path = join(root, file);
  await writeFile(path, edit(await readFile(path, "utf8")));
};

test("a lesson that is added has its place in sidebar and neighbours, without a restart", async () => {
  expect(sidebarOf(await pageAt("references/"))).not.toContain("/attention/");

  const told = await writeNew("lesson", "attention", root);
  const entry = /^ {2}\{\n[^]*?\n {2}\},\n/m.exec(told)![0];
  await edited("content/curriculum.ts", (text) => text.replace(/\];\s*$/, `${entry}];\n`));

  await expect
    .poll(async () => sidebarOf(await pageAt("references/")), { timeout: 240_000 })
    .toContain("/attention/");
  // The page itself is read by another watcher than the list of lessons.
  await expect
    .poll(async () => (await pageAt("attention/")).querySelector("h1")?.textContent, { timeout: 240_000 })
    .toBe("Attention");
  const lesson = await pageAt("attention/");
  expect(linksIn(lesson, "a[rel=prev], a[rel=next]")).toEqual(["/batch-norm/", "/references/"]);
  expect(linksIn(await pageAt("references/"), "a[rel=prev]")).toEqual(["/attention/"]);
});

test("a plot that is added is on the page, by what its author is told to write there", async () => {
  const told = await writeNew("plot", "softmax-scale", root);
  const [, imports, use] = /(^import .*;)\n\n(<.*>)\n/m.exec(told)!;
  await edited("content/attention.mdx", (text) =>
    text.replace(/^import .*$/m, `$&\n${imports!}`).replace(/^## The idea$/m, `$&\n\n${use!}`),
  );
  const figure = async () => (await pageAt("attention/")).querySelector("#figure-softmax-scale");
  await expect.poll(figure, { timeout: 240_000 }).not.toBeNull();
  const drawn = (await figure())!;
  expect(drawn.querySelector("figcaption")?.textContent.trim()).toBe("Softmax scale");
  expect(drawn.querySelector('svg[role="img"]')?.getAttribute("aria-label")).toMatch(
    /tangent at x = 1\. There f is 1,/,
  );
  expect(drawn.querySelectorAll("table tr").length).toBe(8);
  expect(drawn.querySelector("input[type=range]")).not.toBeNull();
});
