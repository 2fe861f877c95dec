/** Makes what is too wide for the screen a stop of the Tab key, for as long as it is, so that arrow keys can scroll it. */
export function letKeyboardScroll(elements: Iterable<HTMLElement>): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
      else target.removeAttribute("tabindex");
    }
  });
  for (const element of elements) observer.observe(element);
}
