import type { Page } from "playwright-core";
import type { Engine } from "./engines.ts";

/** Has the page's styles apply as they do on paper. Runs in the page. */
function asOnPaper(): void {
  const turn = (media: MediaList) => {
    if (/\bprint\b/.test(media.mediaText)) media.mediaText = "all";
    else if (/\bscreen\b/.test(media.mediaText)) media.mediaText = "not all";
  };
  const visit = (rules: CSSRuleList) => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule) turn(rule.media);
      if ("cssRules" in rule) visit(rule.cssRules as CSSRuleList);
    }
  };
  for (const sheet of document.styleSheets) {
    turn(sheet.media);
    visit(sheet.cssRules);
  }
  dispatchEvent(new Event("beforeprint"));
}

/** Teaches a page what its browser can't be told from outside: to look as it does on paper, and in the other theme. */
export function emulateInPage(page: Page, engine: Engine): void {
  const told = page.emulateMedia.bind(page);
  page.emulateMedia = async (options = {}) => {
    if (options.media === "print") await page.evaluate(asOnPaper);
    // Windows of GTK have the colour scheme that they were started with; a reader still has the choice of the theme.
    if (options.colorScheme && engine === "webkit")
      await page.locator("starlight-theme-select select").first().selectOption(options.colorScheme);
    else await told(options);
  };
}
