import fc from "fast-check";
import { expect, test } from "vitest";
import { exportFileName } from "#learner/file-name.ts";

const at = new Date(2026, 10, 9, 8, 5, 3);

test.each([
  ["Ada Lovelace", "handgrad-Ada-Lovelace-2026-11-09-080503.json"],
  ["", "handgrad-answers-2026-11-09-080503.json"],
  ["  …  ", "handgrad-answers-2026-11-09-080503.json"],
  ["../../etc/passwd", "handgrad-etc-passwd-2026-11-09-080503.json"],
  ["O’Neill, 3b: <ada>|?*", "handgrad-O-Neill-3b-ada-2026-11-09-080503.json"],
  ["Zoe\u0308 Ångström", "handgrad-Zoë-Ångström-2026-11-09-080503.json"],
  ["李 明", "handgrad-李-明-2026-11-09-080503.json"],
  ["\u202eadA", "handgrad-adA-2026-11-09-080503.json"],
])("%j is in the name %s", (learner, name) => {
  expect(exportFileName(learner, at)).toBe(name);
});

test("two exports of one day have two names", () => {
  expect(exportFileName("Ada", at)).not.toBe(exportFileName("Ada", new Date(at.getTime() + 1_000)));
});

test("any name is one that every file system takes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (learner) => {
      const name = exportFileName(learner, at);
      expect(name).toMatch(/^handgrad-[\p{L}\p{M}\p{N}-]+-2026-11-09-080503\.json$/u);
      expect(new TextEncoder().encode(name).length).toBeLessThan(160);
      expect(name.isWellFormed()).toBe(true);
      expect(name.normalize("NFC")).toBe(name);
    }),
  );
});
