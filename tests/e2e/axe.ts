import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";

/**
 * What axe finds wrong in a page, or within some of its elements: rules, each with the HTML that breaks it. What KaTeX draws beside
 * its MathML, thousands of elements that are hidden from assistive technology, is in the colour of the text around it.
 */
export async function violations(page: Page, within?: string, rules?: string[]): Promise<unknown[]> {
  // What passes is not written out, nor carried to a page of axe's own: that would take most of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  if (within) axe.include(within);
  if (rules) axe.withRules(rules);
  const { violations } = await axe.exclude(".katex-html").analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
