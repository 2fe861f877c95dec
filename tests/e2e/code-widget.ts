import type { Locator, Page } from "playwright-core";

/** A cell or an exercise in a page, used as a reader would. */
export class CodeWidget {
  readonly region: Locator;
  protected readonly page: Page;

  constructor(page: Page, region: Locator) {
    this.page = page;
    this.region = region;
  }

  button(name: string | RegExp): Locator {
    return this.region.getByRole("button", { name });
  }

  /** Clicks a button, once scrolling to it has brought the widget to life. */
  async press(name: string | RegExp): Promise<void> {
    await this.region.scrollIntoViewIfNeeded();
    await this.button(name).click();
  }

  /** The editor, of the language that is chosen where there is a choice. */
  get editor(): Locator {
    return this.region.locator(".cm-content:visible");
  }

  /** Replaces the code, as one would: into the editor, all selected, the new code over it. */
  async write(code: string): Promise<void> {
    await this.region.scrollIntoViewIfNeeded();
    await this.region.getByRole("textbox").and(this.page.locator(":visible")).first().click();
    await this.editor.click();
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.press("Delete");
    await this.page.keyboard.insertText(code);
  }
}

/** A live cell, found by its title. */
export const cellTitled = (page: Page, title: string): CodeWidget =>
  new CodeWidget(page, page.locator(".hg-cell", { has: page.getByText(title, { exact: true }) }));

export class ExerciseWidget extends CodeWidget {
  readonly #verdict: string;

  constructor(page: Page, id: string) {
    super(page, page.locator(`[data-exercise="${id}"]`));
    this.#verdict = `[data-exercise="${id}"] [data-verdict]`;
  }

  get verdict(): Locator {
    return this.page.locator(this.#verdict);
  }

  async choose(language: "Python" | "JavaScript"): Promise<void> {
    await this.region.scrollIntoViewIfNeeded();
    await this.region.getByRole("radio", { name: language }).check();
  }

  /** Submits, and waits for the verdict on this submission. */
  async submit(): Promise<string> {
    const earlier = (await this.verdict.count()) > 0 ? await this.verdict.elementHandle() : null;
    await this.press("Submit");
    await this.page.waitForFunction(
      ([selector, old]) => {
        const shown = document.querySelector(selector);
        return shown !== null && shown !== old;
      },
      [this.#verdict, earlier] as const,
    );
    return (await this.verdict.getAttribute("data-verdict"))!;
  }
}
