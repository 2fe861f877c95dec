const plain = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Reads a number as people write one: `-1/4`, `0.25`, `−3`, `1e-2`. What can't be read comes back as a sentence. */
export function readNumber(text: string): number | { problem: string } {
  const written = text.replaceAll("−", "-").replaceAll(/\s/g, "");
  if (written === "") return { problem: "Fill in a number, 0 if nothing flows." };
  if (/^[^,]*\d,\d+[^,]*$/.test(written)) return { problem: "Write a decimal point: 0.25." };
  const parts = written.split("/");
  if (parts.length > 2 || !parts.every((part) => plain.test(part))) {
    return { problem: "This is not a number. Write -3, 0.25 or 1/4." };
  }
  const [numerator, denominator = 1] = parts.map(Number) as [number, number?];
  const value = numerator / denominator;
  return Number.isFinite(value) ? value : { problem: "This is not a finite number." };
}
