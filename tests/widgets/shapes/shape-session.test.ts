import { describe, expect, test } from "vitest";
import { initialShapeSetting, pictureOf } from "#graph/shape-definition.ts";
import { marksFor, repeatedRowsMarked, usesOf } from "#widgets/shapes/marks.ts";
import { createShapeSession, numberOf, type ShapeEngine } from "#widgets/shapes/shape-session.ts";
import layer from "../../../content/shapes/linear-layer.ts";

const engine: ShapeEngine = { picture: (setting) => pictureOf(layer, setting) };

function session(loadEngine = () => Promise.resolve(engine)) {
  const setting = initialShapeSetting(layer);
  return createShapeSession({ setting, picture: engine.picture(setting), begin: layer.begin }, loadEngine);
}

const numberAt = ({ entries }: ReturnType<typeof session>, text: string) =>
  numberOf(entries.value.get(text)!);

describe("a session", () => {
  test("follows the sizes, and stays at the entry that is pointed at or at the nearest that is left", async () => {
    const shapes = session();
    await shapes.change({ sizes: { rows: 6, features: 2, outputs: 3 } });
    expect(shapes.selected.value).toBe("dW[0, 2]");
    expect(numberAt(shapes, "dB[0, 0]")).toBe(6);
    await shapes.change({ sizes: { rows: 6, features: 2, outputs: 1 } });
    expect(shapes.selected.value).toBe("dW[0, 0]");
  });

  test("takes any upstream gradient, and other numbers", async () => {
    const shapes = session();
    await shapes.change({ upstream: "any" });
    expect(numberAt(shapes, "dZ[4, 0]")).toBe(3);
    expect(numberAt(shapes, "dB[0, 0]")).toBe(3.5);
    const before = numberAt(shapes, "X[0, 0]");
    await shapes.change({ draw: 1 });
    expect(numberAt(shapes, "X[0, 0]")).not.toBe(before);
  });

  test("tells that the engine can't be fetched, keeps what was there, and tries again", async () => {
    let tries = 0;
    const shapes = session(() =>
      ++tries === 1 ? Promise.reject(new Error("offline")) : Promise.resolve(engine),
    );
    await shapes.change({ sizes: { rows: 2, features: 2, outputs: 3 } });
    expect(shapes.trouble.value).toContain("could not be fetched");
    expect(numberAt(shapes, "dB[0, 0]")).toBe(5);
    await shapes.change({ sizes: { rows: 3, features: 2, outputs: 3 } });
    expect(shapes.trouble.value).toBeNull();
    expect(numberAt(shapes, "dB[0, 0]")).toBe(3);
  });
});

describe("what is marked", () => {
  const { picture, entries } = session();
  const { sums } = picture.value;
  const at = (text: string) => entries.value.get(text)!;

  test("for a sum: what flows into it", () => {
    expect([...marksFor("dX[1, 0]", sums, entries.value)]).toEqual([
      ...["W[0, 0]", "dZ[1, 0]", "W[0, 1]", "dZ[1, 1]", "W[0, 2]", "dZ[1, 2]"],
    ]);
  });

  test("for what is given: where it goes, in its own pass", () => {
    expect(usesOf("X[4, 1]", sums, entries.value)).toEqual(["Z[4, 0]", "Z[4, 1]", "Z[4, 2]"]);
    expect(usesOf("dZ[0, 1]", sums, entries.value)).toEqual([
      ...["dX[0, 0]", "dX[0, 1]", "dW[0, 1]", "dW[1, 1]", "dB[0, 1]"],
    ]);
  });

  test("of the repeated rows: the one that is used, or all for the bias itself", () => {
    const marks = marksFor("Z[3, 1]", sums, entries.value);
    expect(repeatedRowsMarked(at("B[0, 1]"), at("Z[3, 1]"), marks)).toEqual([3]);
    expect(repeatedRowsMarked(at("B[0, 0]"), at("Z[3, 1]"), marks)).toEqual([]);
    expect(repeatedRowsMarked(at("B[0, 1]"), at("dB[0, 1]"), new Set())).toBe("all");
  });
});
