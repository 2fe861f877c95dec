import type { AnswerResult } from "#cli/grade/result-row.ts";

/**
 * The verdicts found so far, by fingerprint: an answer that many learners gave is graded once. Verdicts that say the same are held
 * once, so that an answer takes some hundred bytes.
 */
export class KnownVerdicts {
  readonly #verdicts = new Map<string, AnswerResult>();
  readonly #distinct = new Map<string, AnswerResult>();
  readonly #coming = new Map<string, Promise<AnswerResult | null>>();

  add(fingerprint: string, result: AnswerResult): void {
    const text = JSON.stringify(result);
    const same = this.#distinct.get(text) ?? result;
    this.#distinct.set(text, same);
    this.#verdicts.set(fingerprint, same);
  }

  /** The verdict if it is known, else the one that `find` gives; null from it is passed on, and not kept. */
  async get(fingerprint: string, find: () => Promise<AnswerResult | null>): Promise<AnswerResult | null> {
    const known = this.#verdicts.get(fingerprint);
    if (known) return known;
    let coming = this.#coming.get(fingerprint);
    if (!coming) {
      coming = find();
      this.#coming.set(fingerprint, coming);
      void coming.then(
        (result) => {
          if (result) this.add(fingerprint, result);
          this.#coming.delete(fingerprint);
        },
        () => this.#coming.delete(fingerprint),
      );
    }
    return coming;
  }
}
