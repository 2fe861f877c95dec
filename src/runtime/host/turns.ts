/** Work that goes on side by side, and some that has to be alone. Turns are given in the order in which they were asked for. */
export class Turns {
  readonly #waiting: { alone: boolean; begin: () => void }[] = [];
  #working = 0;
  #isAlone = false;

  /** Does the work when its turn has come; `alone`, while no other is done. */
  async take<Result>(alone: boolean, work: () => Promise<Result>): Promise<Result> {
    await new Promise<void>((resolve) => {
      this.#waiting.push({ alone, begin: resolve });
      this.#give();
    });
    try {
      return await work();
    } finally {
      this.#working -= 1;
      this.#isAlone = false;
      this.#give();
    }
  }

  #give(): void {
    for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
      if (this.#isAlone || (first.alone && this.#working > 0)) return;
      this.#waiting.shift();
      this.#working += 1;
      this.#isAlone = first.alone;
      first.begin();
    }
  }
}
