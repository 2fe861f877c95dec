import type { SVGAttributes } from "preact";

/** What makes a shape of a drawing a button: by pointer, Enter and the space bar. */
export const pressing = (
  label: string,
  onPress: () => void,
  state: Readonly<{ "aria-pressed"?: boolean; "aria-expanded"?: boolean }>,
): SVGAttributes<SVGGElement> => ({
  role: "button",
  tabindex: 0,
  "aria-label": label,
  ...state,
  onClick: onPress,
  onKeyDown: (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onPress();
  },
});
