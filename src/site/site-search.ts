import { search as strings } from "#strings/index.ts";

/** What Pagefind's own module offers, as far as it is used here. */
interface Pagefind {
  options(options: { baseUrl: string }): Promise<void>;
  /** Null if another search has begun since. */
  debouncedSearch(term: string): Promise<{ results: { data(): Promise<Page> }[] } | null>;
}

interface Page {
  meta: { title: string };
  sub_results: Section[];
}

interface Section {
  title: string;
  url: string;
  /** HTML: text of the course, with `mark` around what was searched for. */
  excerpt: string;
}

const pagesShown = 8;
const sectionsShown = 3;

/** `<site-search data-index="…">`: opens on a click or Ctrl/Cmd+K and searches while the learner types. */
export class SiteSearch extends HTMLElement {
  #pagefind: Promise<Pagefind> | undefined;

  connectedCallback(): void {
    this.querySelector(".open")!.addEventListener("click", () => this.#open());
    this.querySelector(".close")!.addEventListener("click", () => this.#dialog.close());
    this.#input.addEventListener("input", () => void this.#search(this.#input.value.trim()));
    this.#dialog.addEventListener("click", (event) => {
      const { target } = event;
      if (target === this.#dialog || (target instanceof Element && target.closest("a"))) this.#dialog.close();
    });
    window.addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented)
        return;
      event.preventDefault();
      if (this.#dialog.open) this.#dialog.close();
      else this.#open();
    });
  }

  get #dialog(): HTMLDialogElement {
    return this.querySelector("dialog")!;
  }

  get #input(): HTMLInputElement {
    return this.querySelector("input")!;
  }

  #open(): void {
    this.#dialog.showModal();
    this.#input.select();
    this.#load().catch(() => this.#say(strings.notLoaded));
  }

  /** After a failure the next call tries again. */
  #load(): Promise<Pagefind> {
    this.#pagefind ??= loadPagefind(this.getAttribute("data-index") ?? "").catch((error: unknown) => {
      this.#pagefind = undefined;
      throw error;
    });
    return this.#pagefind;
  }

  async #search(term: string): Promise<void> {
    try {
      const found = term ? await (await this.#load()).debouncedSearch(term) : { results: [] };
      if (!found) return;
      const pages = await Promise.all(found.results.slice(0, pagesShown).map((result) => result.data()));
      if (term !== this.#input.value.trim()) return;
      this.querySelector(".results")!.replaceChildren(...pages.flatMap(entries));
      if (!term) this.#say("");
      else if (pages.length === 0) this.#say(strings.nothing(term));
      else this.#say(strings.found(found.results.length));
    } catch {
      this.#say(strings.notLoaded);
    }
  }

  #say(text: string): void {
    this.querySelector(".status")!.textContent = text;
  }
}

async function loadPagefind(url: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ url)) as Pagefind;
  await pagefind.options({ baseUrl: import.meta.env.BASE_URL });
  return pagefind;
}

function entries({ meta, sub_results }: Page): HTMLLIElement[] {
  return sub_results.slice(0, sectionsShown).map((section) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const excerpt = document.createElement("p");
    link.href = section.url;
    link.append(text("title", section.title));
    if (section.title !== meta.title) link.append(" ", text("section", meta.title));
    excerpt.innerHTML = section.excerpt;
    link.append(excerpt);
    item.append(link);
    return item;
  });
}

function text(className: string, content: string): HTMLSpanElement {
  const span = document.createElement("span");
  span.className = className;
  span.textContent = content;
  return span;
}
