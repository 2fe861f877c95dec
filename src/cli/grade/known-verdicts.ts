import type { Told } from "#cli/grade/graded.ts";

/**
 * The verdicts found so far, by fingerprint: an answer that many learners gave is graded once. Verdicts that say the same are held
 * once, so that an answer takes some hundred bytes.
 */
export class KnownVerdicts {
  readonly #verdicts = new Map<string, Told>();
  readonly #distinct = new Map<string, Told>();
  readonly #coming = new Map<string, Promise<Told | null>>();

  add(fingerprint: string, told: Told): void {
    const text = JSON.stringify(told);
    const same = this.#distinct.get(text) ?? told;
    this.#distinct.set(text, same);
    this.#verdicts.set(fingerprint, same);
  }

  /** The verdict if it is known, else the one that `find` gives; null from it is passed on, and not kept. */
  async get(fingerprint: string, find: () => Promise<Told | null>): Promise<Told | null> {
    const known = this.#verdicts.get(fingerprint);
    if (known) return known;
    let coming = this.#coming.get(fingerprint);
    if (!coming) {
      coming = find();
      this.#coming.set(fingerprint, coming);
      void coming.then(
        (told) => {
          if (told) this.add(fingerprint, told);
          this.#coming.delete(fingerprint);
        },
        () => this.#coming.delete(fingerprint),
      );
    }
    return coming;
  }
}
