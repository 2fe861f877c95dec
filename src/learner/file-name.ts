/** UTF-8 bytes of a name that are kept. A file's name has 255 on most systems, and the rest of it needs some. */
const mostNameBytes = 96;

/**
 * What an export is called: `handgrad-Ada-Lovelace-2026-11-29-081503.json`, by the learner's name and the local time, so that neither a
 * class's exports nor a learner's are called alike. Letters and digits of every script stay; anything else, of which some
 * system would take offence, becomes a hyphen.
 */
export function exportFileName(learner: string, at: Date): string {
  const two = (count: number) => String(count).padStart(2, "0");
  const date = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join("-");
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join("");
  return `handgrad-${nameIn(learner) || "answers"}-${date}-${time}.json`;
}

function nameIn(learner: string): string {
  const words = learner
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-/, "");
  const encoder = new TextEncoder();
  let result = "";
  let bytes = 0;
  for (const character of words) {
    bytes += encoder.encode(character).length;
    if (bytes > mostNameBytes) break;
    result += character;
  }
  return result.replace(/-$/, "");
}
