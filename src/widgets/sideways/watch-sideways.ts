/** What a box can be, besides the page, that is wider inside than outside. Its parent shows the sign. */
const boxes = ".hg-sideways-box";

/** Fractions of a pixel are no reason to scroll. */
const slack = 1;

/**
 * Keeps the sign of every box below `root` true, also of those that come later: `data-more` of its parent tells on which sides
 * there is more. A box with a `data-label` is a named stop of the Tab key for as long as there is something to scroll, so that
 * arrow keys can do it.
 */
export function watchSideways(root: HTMLElement): void {
  const sizes = new ResizeObserver((entries) => {
    for (const box of new Set(entries.map(({ target }) => target.closest<HTMLElement>(boxes)))) {
      if (box) tell(box);
    }
  });
  const watch = (box: Element) => {
    sizes.observe(box);
    for (const content of box.children) sizes.observe(content);
  };
  for (const box of root.querySelectorAll(boxes)) watch(box);

  new MutationObserver((changes) => {
    for (const { addedNodes, target } of changes) {
      if (target instanceof Element && target.matches(boxes)) watch(target);
      for (const added of addedNodes) {
        if (!(added instanceof Element)) continue;
        if (added.matches(boxes)) watch(added);
        for (const box of added.querySelectorAll(boxes)) watch(box);
      }
    }
  }).observe(root, { childList: true, subtree: true });

  root.addEventListener(
    "scroll",
    ({ target }) => {
      if (target instanceof HTMLElement && target.matches(boxes)) tell(target);
    },
    { capture: true, passive: true },
  );
}

function tell(box: HTMLElement): void {
  const hidden = box.scrollWidth - box.clientWidth;
  const more = [
    ...(box.scrollLeft > slack ? ["start"] : []),
    ...(box.scrollLeft < hidden - slack ? ["end"] : []),
  ].join(" ");
  const sign = box.parentElement!;
  if ((sign.dataset.more ?? "") !== more) {
    if (more === "") delete sign.dataset.more;
    else sign.dataset.more = more;
  }

  const { label } = box.dataset;
  if (label === undefined) return;
  const scrolls = hidden > slack || box.scrollHeight > box.clientHeight + slack;
  for (const [name, value] of Object.entries({ tabindex: "0", role: "group", "aria-label": label })) {
    if (scrolls) box.setAttribute(name, value);
    else box.removeAttribute(name);
  }
}
