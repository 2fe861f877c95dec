import type { Exercise } from "#exercise/exercise.ts";
import type { Language } from "#reading/language.ts";
import { nameIn } from "#exercise/names.ts";

/** What the learner finds in the editor: the function to write, without its body. */
export function starter(exercise: Pick<Exercise, "asks" | "wrt" | "inputs">, language: Language): string {
  const { asks, wrt, inputs } = exercise;
  const params = asks.params.map((param) => nameIn(language, param)).join(", ");
  const gradients = wrt.map((name) => `d${nameIn(language, name)}`);
  const task =
    wrt.length === 1
      ? `Return the derivative with respect to ${nameIn(language, wrt[0]!)}.`
      : language === "python"
        ? `Return (${gradients.join(", ")}).`
        : `Return [${gradients.join(", ")}].`;
  if (language === "javascript") {
    return `function ${nameIn(language, asks.name)}(${params}) {\n  // ${task}\n}\n`;
  }
  const usesArrays = Object.values(inputs).some((sampler) => sampler.axes.length > 0);
  return `${usesArrays ? "import numpy as np\n\n" : ""}def ${asks.name}(${params}):\n    # ${task}\n    pass\n`;
}
