let recording = true;

/** Whether operations are recorded in the graph now. */
export const isGradEnabled = (): boolean => recording;

/** Switches recording on or off until it is switched again. */
export function setGradEnabled(enabled: boolean): void {
  recording = enabled;
}

/** Runs `body` with recording switched on or off, and switches it back however `body` ends. */
export function withGradMode<Result>(enabled: boolean, body: () => Result): Result {
  const before = recording;
  recording = enabled;
  try {
    return body();
  } finally {
    recording = before;
  }
}

/** Runs `body` without recording: what it computes is a constant to later derivatives. */
export const noGrad = <Result>(body: () => Result): Result => withGradMode(false, body);

/** Runs `body` with recording, inside a `noGrad` too. */
export const enableGrad = <Result>(body: () => Result): Result => withGradMode(true, body);
