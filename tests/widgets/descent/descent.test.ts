import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { drawPlot } from "#widgets/plot/draw.ts";
import * as engine from "#widgets/descent/descent-engine.ts";
import { linePlot, lossPlot, surfacePlot } from "#widgets/descent/descent-plots.ts";
import { createDescentSession, type Driver } from "#widgets/descent/descent-session.ts";
import { shown, start, type Weights } from "#widgets/descent/training-data.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const { bowl, gradientsAt, lossAt, oval } = engine;

const place = fc.record({
  w: fc.double({ min: shown.w[0], max: shown.w[1], noNaN: true }),
  b: fc.double({ min: shown.b[0], max: shown.b[1], noNaN: true }),
});

/** Beyond this rate the steps across the valley grow; the lesson says so. */
const critical = 0.0595;

const byAutograd: Driver = (at) => Promise.resolve(gradientsAt(at));
const uphill: Driver = (at) => Promise.resolve({ dw: -gradientsAt(at).dw, db: -gradientsAt(at).db });

function sessionAt(at: Weights, driver: Driver) {
  const truth = gradientsAt(at);
  const first = { ...at, loss: lossAt(at), gradients: truth, truth };
  return createDescentSession(first, () => Promise.resolve(engine), driver);
}

const atOnce = () => Promise.resolve();

describe("the surface", () => {
  test("has the slopes that finite differences find", () => {
    fc.assert(
      fc.property(place, ({ w, b }) => {
        const h = 1e-5;
        const { dw, db } = gradientsAt({ w, b });
        expect((lossAt({ w: w + h, b }) - lossAt({ w: w - h, b })) / (2 * h)).toBeCloseTo(dw, 3);
        expect((lossAt({ w, b: b + h }) - lossAt({ w, b: b - h })) / (2 * h)).toBeCloseTo(db, 3);
      }),
    );
  });

  test("is lowest where it is said to be", () => {
    const { lowest, least } = bowl();
    fc.assert(fc.property(place, (at) => lossAt(at) >= least));
    const { dw, db } = gradientsAt(lowest);
    expect(Math.hypot(dw, db)).toBeLessThan(1e-10);
  });

  test("has the same loss all along an oval", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.3, max: 500, noNaN: true }), (loss) => {
        const points = oval(bowl(), loss);
        for (const at of points) expect(lossAt(at) / loss).toBeCloseTo(1, 9);
        expect(points.at(-1)!.w).toBeCloseTo(points[0]!.w, 9);
      }),
    );
  });
});

describe("a descent", () => {
  test("loses less with every step by autograd, below the critical rate", async () => {
    await fc.assert(
      fc.asyncProperty(
        place,
        fc.double({ min: 0.001, max: critical - 0.001, noNaN: true }),
        async (at, rate) => {
          const session = sessionAt(at, byAutograd);
          for (let i = 0; i < 5; i++) await session.step(rate);
          const losses = session.path.value.map(({ loss }) => loss);
          expect(losses).toHaveLength(6);
          for (const [i, loss] of losses.slice(1).entries())
            expect(loss).toBeLessThanOrEqual(losses[i]! + 1e-12);
        },
      ),
    );
  });

  test("arrives at the lowest place", async () => {
    const session = sessionAt(start, byAutograd);
    await session.run(() => 0.05, atOnce);
    expect(session.outcome.value).toBe("arrived");
    expect(session.path.value.at(-1)!.loss).toBeCloseTo(bowl().least, 4);
  });

  test("diverges just above the critical rate, and with a wrong sign", async () => {
    const fast = sessionAt(start, byAutograd);
    await fast.run(() => critical + 0.005, atOnce);
    expect(fast.outcome.value).toBe("diverged");
    const wrong = sessionAt(start, uphill);
    await wrong.drive(uphill);
    await wrong.run(() => 0.02, atOnce);
    expect(wrong.outcome.value).toBe("diverged");
  });

  test("diverges where the gradients are beyond all numbers, and stays where it was", async () => {
    const session = sessionAt(start, byAutograd);
    await session.drive(() => Promise.resolve({ dw: 1e308, db: 1e308 }));
    await session.step(0.3);
    expect(session.outcome.value).toBe("diverged");
    expect(session.path.value).toHaveLength(1);
  });

  test("stops where its driver fails, with the reason, and begins anew with another", async () => {
    const session = sessionAt(start, byAutograd);
    await session.step(0.02);
    await session.drive(() => Promise.resolve({ message: "name 'dz' isn't defined" }));
    expect(session.outcome.value).toEqual({ failed: "name 'dz' isn't defined" });
    await session.step(0.02);
    expect(session.path.value).toHaveLength(1);
    await session.drive(byAutograd);
    await session.step(0.02);
    expect(session.path.value).toHaveLength(2);
  });

  test("takes no second step before the first is done, and none once it has begun anew", async () => {
    const session = sessionAt(start, byAutograd);
    await Promise.all([session.step(0.02), session.step(0.02)]);
    expect(session.path.value).toHaveLength(2);
    const late = session.step(0.02);
    await session.restart({ w: 0, b: 0 });
    await late;
    expect(session.path.value.map(({ w, b }) => ({ w, b }))).toEqual([{ w: 0, b: 0 }]);
  });
});

test("is drawn from start to divergence", () => {
  const truth = gradientsAt(start);
  const known = { ...start, loss: lossAt(start), gradients: truth, truth };
  const wrong = { ...known, gradients: { dw: -1e300, db: 1e300 } };
  const far = { w: 1e100, b: -1e100, loss: 1e200, gradients: null, truth: { dw: 1e100, db: -1e100 } };
  for (const path of [[known], [known, wrong], [known, far]])
    for (const plot of [surfacePlot, linePlot, lossPlot]) {
      const drawn = drawPlot(plot, { path, rate: 0.3 }, "narrow", "descent", document);
      expect(drawn.outerHTML).not.toMatch(/NaN|Infinity|⚠/);
    }
});
