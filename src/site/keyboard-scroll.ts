/** Makes what is too large for its box a stop of the Tab key, for as long as it is, so that arrow keys can scroll it. */
export function letKeyboardScroll(elements: Iterable<HTMLElement>): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const { scrollWidth, scrollHeight, clientWidth, clientHeight } = target;
      if (scrollWidth > clientWidth || scrollHeight > clientHeight) target.setAttribute("tabindex", "0");
      else target.removeAttribute("tabindex");
    }
  });
  for (const element of elements) observer.observe(element);
}
