import { cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { glossaryProblems } from "#cli/check-lesson.ts";
import { problemsOfPage } from "#cli/check-page.ts";
import { exerciseUses } from "#cli/check-page/exercise-uses.ts";
import { PageCache } from "#cli/check-page/page-cache.ts";
import { lessonSlugs, otherPages } from "#cli/pages.ts";
import { lessons } from "../../content/curriculum.ts";
import { nodeRuntime } from "../runtime/node-runtime.ts";

const context = fileURLToPath(new URL("../../", import.meta.url));
const runtime = nodeRuntime();

/** What is wrong with pages of a course. */
async function checker(root: string): Promise<(name: string) => Promise<string[]>> {
  const pageCache = new PageCache(root);
  const slugs = await lessonSlugs(pageCache);
  const uses = await exerciseUses(pageCache);
  return (name) =>
    problemsOfPage(name, { pageCache, lessons, uses, runtime }, { lesson: slugs.includes(name) });
}

/** A page with this text from line 5 on. */
const page = (text: string, head = "title: Tried\ndescription: Tried."): string =>
  `---\n${head}\n---\n${text}`;

const imports = `import Exercise from "#widgets/Exercise.astro";
import ComputationGraph from "#widgets/graph/ComputationGraph.astro";
import StagedGraph from "#widgets/staged/StagedGraph.astro";
import ShapeExplorer from "#widgets/shapes/ShapeExplorer.astro";

## A heading
`;

/** What is wrong, a text from line 5 on, and how the one complaint about it begins and goes on. */
const faulty: [string, string, RegExp][] = [
  [
    "an element that is not closed",
    `${imports}\n<ComputationGraph of="neuron">\n\nText.\n`,
    /^12:1: <ComputationGraph> is opened here and not closed\. Write <\/ComputationGraph>/,
  ],
  [
    "elements that are closed crosswise",
    "<p>\n\n<b>\n\ntext\n\n</p>\n\n</b>\n",
    /^7:1: <b> is opened here and not closed\. It is still open on line 11, where <\/p> stands/,
  ],
  ["a closing tag alone", "Text.\n\nMore. </Exercise>\n", /^7:7: <\/Exercise> closes what was not opened/],
  [
    "a brace in prose",
    "Text.\n\nThe set { of numbers.\n\nText.\n",
    /^7:9: `\{` opens an expression here that is not closed\. Write `\}`.*`\\\{`/,
  ],
  ["a brace at the start of a line", "Text.\n\n{ 1 +\n\nText.\n", /^7:1: .*brace/],
  [
    "braces around what is no JavaScript",
    "Numbers {a b} of $x_{1}$.\n",
    /^5:9: What stands between these braces is not JavaScript/,
  ],
  [
    "braces around an unknown name",
    "The set {n}.\n",
    /^5:10: n in braces is an expression, and there is no n\./,
  ],
  ["a less-than sign", "So a <b holds.\n", /^5:6: `<` begins a tag here.*`\\<`/],
  [
    "a comment of HTML",
    "<!-- later -->\n",
    /^5:1: A comment of HTML can't stand in a page\. Write `\{\/\* … \*\/\}`/,
  ],
  [
    "an address alone",
    "<https://a.org>\n",
    /^5:1: An address alone is no link here\. Write \[text\]\(https:\/\/a\.org\)/,
  ],
  ["an attribute without quotes", "Text.\n\n<p id=a>b</p>\n", /^7:1: <p> can't be read: .*name="value"/],
  [
    "an attribute whose quote is not closed",
    `${imports}\n<Exercise id="scalar/cube>\n\nText.\n\n</Exercise>\n`,
    /^12:1: <Exercise> can't be read: .*last quote is missing/,
  ],
  [
    "an attribute in braces that is meant as text",
    `${imports}\n<ComputationGraph of={linear-loss} />\n`,
    /^12:23: .*there is no linear\. Text stands in quotes: of="linear-loss"/,
  ],
  [
    "a misspelt attribute",
    `${imports}\n<ComputationGraph off="neuron" />\n`,
    /^12:1: <ComputationGraph> knows no off\. Did you mean of\?/,
  ],
  [
    "an attribute of a component that takes none",
    'import Slope from "#widgets/slope/SlopeExplorer.astro";\n\n<Slope of="sigmoid" />\n',
    /^7:1: <Slope> knows no of\. It takes no attributes/,
  ],
  [
    "an attribute that is missing",
    'import EngineSource from "#site/EngineSource.astro";\n\n<EngineSource file="tensor.ts" />\n',
    /^7:1: <EngineSource> has no name\. Write name="…"/,
  ],
  [
    "a graph that stands twice",
    `${imports}\n<ComputationGraph of="neuron" />\n\n<ComputationGraph of="neuron" />\n`,
    /^14:1: .*the id graph-of-neuron, as another one on line 12 has\. Keep one/,
  ],
  [
    "a plot that stands twice",
    'import Slope from "#widgets/slope/SlopeExplorer.astro";\n\n<Slope />\n\n<Slope />\n',
    /^9:1: .*the id figure-slope, as another one on line 7 has/,
  ],
  ["an id that stands twice", '<p id="a">x</p>\n\n<p id="a">y</p>\n', /^7:1: <p> has the id a, .* line 5/],
  [
    "a heading that stands twice",
    "## One\n\n### Two\n\n## One\n",
    /^9:1: Line 5 has a heading of the same words\. Change one/,
  ],
  ["a fence in an unknown language", "```pyhton\nx = 1\n```\n", /^5:1: No language is called pyhton/],
  ["two prices", "From $5 to $6.\n", /^5:6: A formula begins here that has a space.*`\\\$`/],
  ["a table whose rows differ", "| a | b |\n| - |\n| 1 | 2 |\n", /^5:1: This is no table/],
  ["a footnote that is not there", "Text[^1].\n", /^5:5: There is no footnote 1\. Write it/],
  ["an address with a space", "See [there](../a b/).\n", /^5:5: .*its address has a space/],
  [
    "a link of another kind",
    "[there](htps://a.org)\n",
    /^5:1: A link can't begin with htps:\. Did you mean https:/,
  ],
  [
    "a site without its scheme",
    "[there](www.a.org)\n",
    /^5:1: .*For another site write https:\/\/www\.a\.org/,
  ],
  [
    "an import that can't be read",
    'import A from "a\n\nText.\n',
    /^5:15: The import or export can't be read/,
  ],
  [
    "an unknown macro",
    "Then $\\val{x} + \\unknown{y}$.\n",
    /^5:17: The formula can't be set: Undefined control sequence: \\unknown/,
  ],
  ["an unknown macro in a display", "Then\n\n$$\nx +\n  \\unknown y\n$$\n", /^9:3: The formula can't be set/],
  ["a formula that is not closed", "Then $x is.\n", /^5:6: A formula is opened or closed here/],
  ["a display that is not closed", "Then\n\n$$\nx\n", /^7:1: The formula that begins here is not closed/],
  [
    "a fence that is not closed",
    "Then\n\n```python\nx = 1\n",
    /^7:1: The fence that begins here is not closed/,
  ],
  [
    "a fence closed by the next one",
    "```python\nx = 1\n\n```python\ny = 1\n```\n",
    /^5:1: The fence that begins here is still open on line 8/,
  ],
  ["an unknown component", "<Slopes />\n", /^5:1: There is no component <Slopes>/],
  [
    "a component whose import is missing",
    '<ComputationGraph of="neuron" />\n',
    /^5:1: <ComputationGraph> is not imported\. Write import ComputationGraph from "#widgets\/graph\/ComputationGraph\.astro";/,
  ],
  [
    "a component in an expression",
    "{[1].map(() => <Glosary />)}\n",
    /^5:17: There is no component <Glosary>\. Did you mean <Glossary>/,
  ],
  [
    "an import of nothing",
    'import Exercise from "#widgets/Exercize.astro";\n',
    /^5:1: There is no file src\/widgets\/Exercize\.astro.*#widgets\/Exercise\.astro/,
  ],
  [
    "an import of no package",
    'import a from "no-such-package";\n',
    /^5:1: There is no package "no-such-package"/,
  ],
  ["an import in braces", 'import { Exercise } from "#widgets/Exercise.astro";\n', /^5:1: .*without braces/],
  [
    "an unknown graph",
    `${imports}\n<ComputationGraph of="neurone" />\n`,
    /^12:1: There is no graph "neurone"\. Did you mean neuron\? There are: neuron,/,
  ],
  [
    "an unknown computation in stages",
    `${imports}\n<StagedGraph of="norm" />\n`,
    /^12:1: There is no computation in stages "norm"/,
  ],
  [
    "unknown shapes",
    `${imports}\n<ShapeExplorer of="dot" />\n`,
    /^12:1: There is no function to look at entry by entry "dot".*dot-product/,
  ],
  [
    "a graph without a name",
    `${imports}\n<ComputationGraph />\n`,
    /^12:1: .*does not say which graph it shows\. Write of="…"/,
  ],
  [
    "an unknown exercise",
    `${imports}\n<Exercise id="scalar/sqare">\n\nText.\n\n</Exercise>\n`,
    /^12:1: There is no exercise "scalar\/sqare"\. Did you mean scalar\/square\? There are, the nearest first: scalar\/square, .*new exercise scalar\/sqare/,
  ],
  [
    "an exercise that another lesson has",
    `${imports}\n<Exercise id="scalar/square">\n\nText.\n\n</Exercise>\n`,
    /^12:1: scalar\/square is used twice: also at content\/scalar\.mdx:\d+:1\. Keep one/,
  ],
  [
    "a cell that fails",
    "```python cell\nx = 1\n\nif x:\n    print(unknown)\n```\n",
    /^9:5: The cell ends with NameError: .*unknown.* Mend it.*write fails beside cell/,
  ],
  [
    "a cell in JavaScript that fails",
    "- ```javascript cell\n  const x = 1;\n  x.y.z;\n  ```\n",
    /^7:\d+: The cell ends with TypeError/,
  ],
  [
    "a cell that is meant to fail and doesn't",
    "```python cell fails\nx = 1\n```\n",
    /^5:1: The cell is meant to fail, and runs to its end/,
  ],
  [
    "a cell in an unknown language",
    "```rust cell\nlet x;\n```\n",
    /^5:1: A cell in rust can't be run\. Write it in python or javascript/,
  ],
  ["a cell with an unknown word", '```python cell titel="x"\nx = 1\n```\n', /^5:1: A cell knows no titel/],
  [
    "a link to no page",
    "See [there](../los/).\n",
    /^5:5: "\.\.\/los\/" leads to no page of the course\. Did you mean \.\.\/loss\/\?/,
  ],
  [
    "a link to a file of the repository",
    "See [there](./loss.mdx#squared-error).\n",
    /^5:5: .*is a file of the repository\. Its page has the address \.\.\/loss\/#squared-error$/,
  ],
  [
    "a link without its slash",
    "See [there](../loss).\n",
    /^5:5: The address of a page ends with a slash\. Write \.\.\/loss\/$/,
  ],
  [
    "a link that a sub-path breaks",
    "See [there](/loss/#squared-error).\n",
    /^5:5: .*published below a path\. .*: \.\.\/loss\/#squared-error$/,
  ],
  [
    "a link to no heading there",
    "See [there](../loss/#squared-eror).\n",
    /^5:5: content\/loss\.mdx has no place called #squared-eror\. Did you mean #squared-error\?/,
  ],
  [
    "a link to no heading here",
    "## A heading\n\nSee [there](#a-headin).\n",
    /^7:5: .*Did you mean #a-heading\?/,
  ],
  [
    "a link to no heading there, spelt like none",
    "See [there](../loss/#unheard-of-anywhere).\n",
    /^5:5: .*It has, the nearest first: #[^,]+(, #[^,]+){7}, …\.$/,
  ],
  [
    "a link to no page, spelt like none",
    "See [there](../unheard-of-anywhere/).\n",
    /^5:5: .*There are pages, the nearest first: [^,]+(, [^,]+){7}, …\.$/,
  ],
  ["a link in HTML", '<a href="../los/">there</a>\n', /^5:1: "\.\.\/los\/" leads to no page/],
  ["a link by reference", "See [there][a].\n\n[a]: ../los/\n", /^7:1: "\.\.\/los\/" leads to no page/],
  ["a reference that is not defined", "See [there][a].\n", /^5:5: \[there\]\[a\] is no link/],
  ["a notebook of no lesson", "See [it](../notebooks/los.ipynb).\n", /^5:5: .*leads to no page/],
  ["an image that is not there", "![A slope](./slope.png)\n", /^5:1: There is no image content\/slope\.png/],
  ["an image without a text", "![](https://example.org/a.png)\n", /^5:1: The image has no text in its place/],
  [
    "an image of HTML without a text",
    '<img src="https://example.org/a.png" />\n',
    /^5:1: The image has no text in its place/,
  ],
  ["a heading of the first level", "# Tried\n", /^5:1: # is the page's own title/],
  [
    "a level left out",
    "## One\n\n#### Two\n",
    /^7:1: #### stands below ##, so that a level is left out\. Write ###/,
  ],
  ["something still to write", "\n{/* To write: the idea. */}\n", /^6:1: Still to write: the idea\./],
];

/** The same of what stands above a page. */
const faultyHeads: [string, string, RegExp][] = [
  ["is not YAML", "title: Tried: again\ndescription: Tried.", /^2:\d+: The frontmatter is not YAML/],
  [
    "has a value of the wrong kind",
    "title: 3\ndescription: Tried.",
    /^2:8: title in the frontmatter is not as the site needs it/,
  ],
  ["has no title", "description: Tried.", /^1:1: The frontmatter has no title\. Write it/],
  [
    "has an unknown key",
    "title: Tried\ndescription: Tried.\ntemplat: doc",
    /^4:10: The site knows no templat in the frontmatter\. Did you mean template\?/,
  ],
  [
    "has an unknown template",
    "title: Tried\ndescription: Tried.\ntemplate: wide",
    /^4:11: template in the frontmatter/,
  ],
  ["has an empty description", 'title: Tried\ndescription: ""', /^3:14: description is empty/],
];

const manyFaults = `${imports}
<Exercise id="scalar/polinomial">

A $\\unknown$ formula.

Here { is open, [a link](../los/).

a <b

\`\`\`python cell
unknown
\`\`\`
`;

const sound: [string, string][] = [
  [
    "links that lead somewhere",
    `[heading](../loss/#squared-error) [here](#here) [page](../grading/) [notebook](../notebooks/loss.ipynb)
[site](https://example.org/x) [mail](mailto:a@example.org) [figure](../scalar/#figure-slope)
[exercise](../loss/#exercise-loss-squared-error) [term](../glossary/#gradient) [file](../favicon.svg) [home](../)

## Here
`,
  ],
  [
    "what would be a fault outside of code",
    "`{n}` `$x` `<b`\n\n```text\n{n} $x <Foo> [a][b]\n```\n\nA price of \\$5, \\{n\\}, \\<b.\n",
  ],
  ["a cell that is meant to fail", "```python cell fails\nunknown\n```\n"],
  [
    "names that the page defines",
    "export const all = [1, 2];\n\n{all.map((each) => <b>{each + Math.PI}</b>)} {import.meta.env.BASE_URL}\n",
  ],
  [
    "fences in languages that are coloured, or none",
    "```py\nx\n```\n\n```ts\nx\n```\n\n```text\nx\n```\n\n```\nx\n```\n",
  ],
  ["a footnote, a table and a formula", "Text $x$[^1].\n\n[^1]: More.\n\n| a | b |\n| - | -: |\n| 1 | 2 |\n"],
  ["a fence of four backticks around three", "````text\n```python\nx\n```\n````\n"],
];

const tried: Readonly<Record<string, string>> = {
  many: page(manyFaults),
  unclosed: "---\ntitle: Tried\n\nText.\n",
  bare: "Text.\n",
  ...Object.fromEntries(faulty.map(([, text], i) => [`faulty-${i}`, page(text)])),
  ...Object.fromEntries(faultyHeads.map(([, head], i) => [`head-${i}`, page("", head)])),
  ...Object.fromEntries(sound.map(([, text], i) => [`sound-${i}`, page(text)])),
};

let root = "";
let check: (name: string) => Promise<string[]>;
beforeAll(async () => {
  root = `${await mkdtemp(join(tmpdir(), "handgrad-course-"))}/`;
  await cp(`${context}content`, `${root}content`, { recursive: true });
  for (const folder of ["src", "exercises", "public"]) await symlink(context + folder, root + folder);
  for (const [name, text] of Object.entries(tried)) await writeFile(`${root}content/${name}.mdx`, text);
  check = await checker(root);
});
afterAll(() => rm(root, { recursive: true }));

/** What is said of a page that is tried, save that it is no lesson of the course. */
const told = async (name: string): Promise<string[]> =>
  (await check(name))
    .filter((problem) => !/curriculum\.ts does not list it|It has no exercise/.test(problem))
    .map((problem) => problem.replace(`content/${name}.mdx:`, ""));

const matching = (pattern: RegExp) => expect.stringMatching(pattern) as string;

describe("a fault is named with its place and a remedy", () => {
  test.each(faulty.map(([what, , complaint], i) => [what, i, complaint] as const))(
    "%s",
    async (_, i, complaint) => {
      expect(await told(`faulty-${i}`)).toEqual([matching(complaint)]);
    },
  );

  test.each(faultyHeads.map(([what, , complaint], i) => [what, i, complaint] as const))(
    "frontmatter that %s",
    async (_, i, complaint) => {
      expect(await told(`head-${i}`)).toContainEqual(matching(complaint));
    },
  );

  test("frontmatter that is not closed, or not there", async () => {
    expect(await told("unclosed")).toContainEqual(matching(/^1:1: The frontmatter is not closed/));
    expect(await told("bare")).toContainEqual(matching(/^1:1: There is no frontmatter/));
  });
});

test("several faults of one page are all named, whatever can't be read", async () => {
  expect(await told("many")).toEqual([
    matching(/^12:1: <Exercise> is opened/),
    matching(/^12:1: There is no exercise "scalar\/polinomial"/),
    matching(/^14:4: The formula can't be set/),
    matching(/^16:6: `\{` opens/),
    matching(/^16:17: "\.\.\/los\/" leads/),
    matching(/^18:3: `<` begins/),
    matching(/^21:1: The cell ends with NameError/),
  ]);
});

test.each(sound.map(([what], i) => [what, i] as const))("nothing is said of %s", async (_, i) => {
  expect(await told(`sound-${i}`)).toEqual([]);
});

test("a page that is neither in the curriculum nor in the sidebar is a lesson without a place", async () => {
  expect(await check("sound-2")).toEqual([
    "content/sound-2.mdx:1:1: content/curriculum.ts does not list it. Give it a place there.",
    "content/sound-2.mdx:1:1: It has no exercise. Put one where it is needed.",
  ]);
});

test("a word of the glossary in no lesson of the course is named", () => {
  const says = "What it is.";
  const words = [
    { name: "gradient", lesson: "scalar", says },
    { name: "batch", lesson: "bach-linear", says },
  ];
  expect(glossaryProblems(lessons, words).map((each) => each.message)).toEqual([
    matching(/glossary\.ts has the word “batch” in the lesson "bach-linear".*Did you mean batch-linear\?/),
  ]);
});

test("a page that isn't there is to be written", async () => {
  expect(await check("elsewhere")).toEqual([matching(/no content\/elsewhere\.mdx.*new lesson elsewhere$/)]);
});

describe("the course is sound", async () => {
  const pageCache = new PageCache(context);
  const checkCourse = await checker(context);
  test.each([...(await lessonSlugs(pageCache)), ...(await otherPages(pageCache))])("%s", async (name) => {
    expect(await checkCourse(name)).toEqual([]);
  });
});
