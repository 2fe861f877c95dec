import { useLayoutEffect, useRef } from "preact/hooks";
import type { RefObject } from "preact";
import type { MountedEditor } from "#widgets/code-mirror.ts";
import type { LineMark } from "#widgets/steps/line-marks.ts";
import { stepSign } from "#widgets/steps/step-sign.ts";

/** Shows marks in CodeMirror: those of the code as it is, or else those that it has kept with their lines. */
export function useMarks(
  editor: () => MountedEditor | undefined,
  marks: readonly LineMark[],
  edited: boolean,
): void {
  const set = useRef(marks);
  useLayoutEffect(() => {
    if (edited && marks === set.current) return;
    set.current = marks;
    editor()?.setMarks(edited ? [] : marks);
  }, [marks, edited]);
}

/** Shows marks in code that stands still. `drawn` is what has its lines drawn anew. */
export function useStillMarks(
  still: RefObject<HTMLElement>,
  marks: readonly LineMark[],
  drawn: readonly unknown[],
): void {
  useLayoutEffect(() => {
    const lines = still.current?.querySelectorAll(".hg-line");
    const signs = marks.map((mark) => {
      const sign = stepSign(mark);
      lines?.[mark.line - 1]?.prepend(sign);
      return sign;
    });
    return () => signs.forEach((sign) => sign.remove());
  }, [marks, ...drawn]);
}

/** Goes to a line whenever there is a new wish for it; one that is there from the start has been fulfilled. */
export function useGoTo(wish: { line: number } | null, go: (line: number) => void): void {
  const fulfilled = useRef(wish);
  useLayoutEffect(() => {
    if (!wish || wish === fulfilled.current) return;
    fulfilled.current = wish;
    go(wish.line);
  }, [wish]);
}
