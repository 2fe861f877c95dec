import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { highlight } from "#widgets/highlight.ts";

/** What a reader copies out of it. */
const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

describe("highlight", () => {
  it("marks keywords, comments and numbers", async () => {
    const html = await highlight("def f(x):\n    return 2*x  # twice", "python");
    expect(html).toContain('<span class="hg-token-keyword">def</span>');
    expect(html).toContain('<span class="hg-token-constant">2</span>');
    expect(html).toContain('<span class="hg-token-comment"># twice</span>');
  });

  it("has a line for every line", async () => {
    const html = await highlight("const a = 1;\n\nconst b = `\n`;", "javascript");
    expect(html.match(/class="hg-line"/g)).toHaveLength(4);
  });

  it("marks the line an error is in", async () => {
    const html = await highlight("a\nb\nc", "python", 2);
    expect(html.match(/hg-wrong-line">[^\n]*/g)).toEqual(['hg-wrong-line">b']);
  });

  it("says by how many columns the further rows of a line are moved in", async () => {
    const html = await highlight(
      'a\n    b\n\tc\n  \td\n\n   \ne = """\n  <i>"""' + "\n" + " ".repeat(40) + "f",
      "python",
    );
    const styles = [...html.matchAll(/class="hg-line"(?: style="--hang:(\d+)ch")?/g)].map(
      ([, ch]) => ch ?? "0",
    );
    expect(styles).toEqual(["0", "4", "4", "4", "0", "0", "0", "2", "16"]);
  });

  it("keeps the text, whatever it is, and lets no markup through", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom("<b>", "&amp;", '"', "'", "\n", "def ", "x", "(", "#", "`") }),
        fc.constantFrom("python" as const, "javascript" as const),
        async (code, language) => {
          expect(textOf(await highlight(code, language))).toBe(`${code}\n`);
        },
      ),
    );
  });
});
