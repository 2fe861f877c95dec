import { plot, type Plot } from "@observablehq/plot";
import { widths, type PlotDefinition, type Space } from "#widgets/plot/plot-definition.ts";

export type DrawnPlot = SVGSVGElement & Plot;

/** Room for an axis in the size of its text; a definition may state its own. */
const margins = { marginTop: 28, marginRight: 16, marginBottom: 44, marginLeft: 48 };

/**
 * Draws a plot.
 * @param id starts the ids inside the drawing, so that no two on a page clash
 * @param document where the drawing is made; at build time that isn't the page's
 */
export function drawPlot<State>(
  definition: PlotDefinition<State>,
  state: State,
  space: Space,
  id: string,
  document: Document,
): DrawnPlot {
  const width = widths[space];
  const drawn = plot({
    ...margins,
    ...definition.options(state, width),
    width,
    document,
    className: "hg-plot-drawing",
    figure: false,
  }) as DrawnPlot;
  // The style sheet says all of this.
  drawn.querySelector("style")?.remove();
  for (const name of ["font-family", "font-size", "width", "height"]) drawn.removeAttribute(name);
  // The drawing is one image with one text: its parts have no role that could carry a name.
  for (const part of drawn.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", definition.label(state));
  undoHalfPixels(drawn);
  renameIds(drawn, `${id}-${space}`);
  return drawn;
}

/** Plot counts its clips and markers through, once while the site is built and once more in the page. */
function renameIds(drawn: Element, prefix: string): void {
  const renamed = new Map<string, string>();
  for (const [i, element] of [...drawn.querySelectorAll("[id]")].entries()) {
    renamed.set(`url(#${element.id})`, `url(#${prefix}-${i})`);
    element.id = `${prefix}-${i}`;
  }
  if (renamed.size === 0) return;
  for (const attribute of ["clip-path", "marker-start", "marker-mid", "marker-end", "mask", "fill"]) {
    for (const element of drawn.querySelectorAll(`[${attribute}^="url("]`)) {
      const name = renamed.get(element.getAttribute(attribute)!);
      if (name !== undefined) element.setAttribute(attribute, name);
    }
  }
}

/** On a screen with one pixel per pixel Plot moves everything by half of one. The page was built without, and must not jump. */
function undoHalfPixels(drawn: Element): void {
  for (const group of drawn.querySelectorAll("g[transform]")) {
    const whole = group
      .getAttribute("transform")!
      .replaceAll(/-?\d*\.5(?=[,)])/g, (half) => String(Number(half) - 0.5));
    if (whole === "translate(0,0)") group.removeAttribute("transform");
    else group.setAttribute("transform", whole);
  }
}
