/**
 * `<course-version data-worker="…">`: has the course kept for use without a network, and offers a newer version when
 * there is one. Nothing but its reader's press of the button reloads a page.
 */
export class CourseVersion extends HTMLElement {
  connectedCallback(): void {
    if (!mayStore()) sayKept("nothing");
    const worker = this.dataset.worker;
    if (worker === undefined || !("serviceWorker" in navigator)) return;
    addEventListener("load", () => void this.#keep(worker).catch(() => undefined)); // Offline, or not allowed to store.
  }

  async #keep(worker: string): Promise<void> {
    const { Workbox } = await import("workbox-window");
    const course = new Workbox(worker);
    let version = navigator.serviceWorker.controller;
    let asked = false;
    if (version) sayKept("course");
    course.addEventListener("waiting", () => this.#offer("ready"));
    course.addEventListener("controlling", () => {
      if (asked) location.reload();
      else if (version) this.#offer("changed");
      version = navigator.serviceWorker.controller;
      sayKept("course");
    });
    this.#onPress("use", () => {
      if (this.dataset.offer === "changed") location.reload();
      asked = true;
      course.messageSkipWaiting();
    });
    this.#onPress("later", () => this.hidePopover());
    // A page that stays open for days hears of a new version when its reader comes back to it.
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") course.update().catch(() => undefined); // offline
    });
    await course.register();
  }

  #offer(what: "ready" | "changed"): void {
    this.showPopover();
    this.dataset.offer = what; // after it is shown, so that screen readers hear of it
  }

  #onPress(name: "use" | "later", act: () => void): void {
    this.querySelector(`[data-press="${name}"]`)!.addEventListener("click", act);
  }
}

/** Whether the browser lets the course store anything. */
function mayStore(): boolean {
  try {
    return typeof localStorage === "object";
  } catch {
    return false;
  }
}

function sayKept(what: "course" | "nothing"): void {
  for (const note of document.querySelectorAll<HTMLElement>("[data-kept]"))
    note.hidden = note.dataset.kept !== what;
}
