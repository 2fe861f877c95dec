import type { AnswerLanguage } from "#learner/attempt.ts";

/** An answer to read. Gradients on a graph are kept as JSON: "x = 2, y = 9", then "2:0  -10" and so on, a line each. */
export function answerText(language: AnswerLanguage, code: string): string {
  if (language !== "graph") return code;
  try {
    const { inputs, gradients } = JSON.parse(code) as Record<string, Record<string, number | string>>;
    const numbers = Object.entries(inputs!).map(([name, value]) => `${name} = ${value}`);
    const filledIn = Object.values(gradients!).map((value) => (value === "" ? "–" : String(value)));
    return `${numbers.join(", ")}\n${filledIn.join(", ")}`;
  } catch {
    return code;
  }
}
