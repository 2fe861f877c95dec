/** A step that was pressed, by its place among the lines, and where: what shows it elsewhere follows. */
export interface ChosenStep {
  step: number;
  from: "table" | "graph";
}

/** The choice after a press: the same step pressed again is let go. */
export const pressed = (
  chosen: ChosenStep | null,
  step: number,
  from: ChosenStep["from"],
): ChosenStep | null => (chosen?.step === step ? null : { step, from });
