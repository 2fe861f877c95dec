/** A lock that is shared by work that goes on side by side, and held alone by some. Turns are given in the order they were asked for. */
export class SharedExclusiveLock {
  readonly #waiting: { alone: boolean; begin: () => void }[] = [];
  #working = 0;
  #isAlone = false;

  /**
   * Does the work when its turn has come; `alone`, while no other is done. Null if the signal comes before the turn does; work that
   * has begun is not given up.
   */
  async run<Result>(
    alone: boolean,
    work: () => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result | null> {
    if (!(await this.#turn(alone, signal))) return null;
    try {
      return await work();
    } finally {
      this.#working -= 1;
      this.#isAlone = false;
      this.#give();
    }
  }

  /** Whether the turn has come, rather than the signal. */
  #turn(alone: boolean, signal: AbortSignal | undefined): Promise<boolean> {
    if (signal?.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const begin = () => {
        signal?.removeEventListener("abort", leave);
        resolve(true);
      };
      const turn = { alone, begin };
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(turn), 1);
        this.#give();
        resolve(false);
      };
      signal?.addEventListener("abort", leave, { once: true });
      this.#waiting.push(turn);
      this.#give();
    });
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
