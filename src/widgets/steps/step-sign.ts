import { iconPaths } from "#widgets/Icon.tsx";
import type { LineMark, MarkedState } from "#widgets/steps/line-marks.ts";

/** The sign of a state, wherever it stands. */
export const stepIcons = {
  right: "correct",
  wrong: "incorrect",
  follows: "follows",
} as const satisfies Record<MarkedState, keyof typeof iconPaths>;

const svgNamespace = "http://www.w3.org/2000/svg";

/** The sign beside a line of code, with what it says as its title. */
export function stepSign({ state, text }: Pick<LineMark, "state" | "text">): HTMLElement {
  const sign = document.createElement("span");
  sign.className = `hg-step-sign hg-step-${state}`;
  sign.title = text;
  const drawing = document.createElementNS(svgNamespace, "svg");
  drawing.setAttribute("viewBox", "0 0 16 16");
  drawing.setAttribute("class", "hg-icon");
  const path = document.createElementNS(svgNamespace, "path");
  path.setAttribute("d", iconPaths[stepIcons[state]]);
  drawing.append(path);
  sign.append(drawing);
  return sign;
}
