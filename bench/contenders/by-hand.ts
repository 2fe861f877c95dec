import { allocators, type Precision } from "../case.ts";
import { joined, type Prepare } from "../contender.ts";

/** Gradients written by hand on typed arrays. */
export const contend =
  (precision: Precision): Prepare =>
  ({ byHand }) => {
    const { scalars, run } = byHand(allocators[precision]);
    return {
      run,
      outcome: () => {
        const arrays = run();
        return { value: scalars[0]!, gradient: joined([scalars.subarray(1), ...arrays]) };
      },
    };
  };
