/** The starting point of a widget that plots something: a curve with its tangent, and a point to be moved along it. */

export interface TemplateFile {
  /** From the course's root. */
  path: string;
  text: string;
}

/** `softmax-scale` as the code of its widget writes it. */
export interface PlotNames {
  /** `softmax-scale`, of folders and files */
  name: string;
  /** `softmaxScale`, of what is exported */
  camel: string;
  /** `SoftmaxScale`, of the component */
  pascal: string;
  /** `Softmax scale` */
  title: string;
}

export function plotNames(name: string): PlotNames {
  const camel = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
  return { name, camel, pascal: capital(camel), title: capital(name).replaceAll("-", " ") };
}

/** The line by which the strings of a widget belong to the interface's language. */
export const stringsExport = ({ name }: PlotNames): string => `export * from "#strings/en/${name}.ts";`;

export const plotFiles = (names: PlotNames): TemplateFile[] => {
  const { name, pascal } = names;
  const widget = `src/widgets/${name}`;
  return [
    { path: `${widget}/setting.ts`, text: setting(names) },
    { path: `${widget}/${name}-plot.ts`, text: plot(names) },
    { path: `${widget}/${pascal}Island.tsx`, text: island(names) },
    { path: `${widget}/${pascal}.astro`, text: component(names) },
    { path: `src/strings/en/${name}.ts`, text: strings(names) },
    { path: `tests/widgets/${name}/${name}.test.ts`, text: test(names) },
  ];
};

const setting = ({ pascal }: PlotNames) => `/** What a reader can change, and what the plot depends on. */
export interface ${pascal}State {
  x: number;
}

export const initial: ${pascal}State = { x: 1 };

/** From where to where the point can be moved. */
export const axis: readonly [number, number] = [-3, 3];
`;

const plot = ({ name, camel, pascal }: PlotNames) => `import { dot, line, ruleY } from "@observablehq/plot";
import { tensor, type Tensor } from "#autodiff/index.ts";
import { ${camel} as say } from "#strings/index.ts";
import { graphNumber } from "#widgets/graph/graph-text.ts";
import { ink, type PlotDefinition } from "#widgets/plot/definition.ts";
import { evenly, pointsOf, straight } from "#widgets/plot/points.ts";
import { axis, type ${pascal}State } from "#widgets/${name}/setting.ts";

/** The function. Its derivative is the engine's. */
const f = (x: Tensor): Tensor => x.pow(2);

/** The function and its derivative at some places: entries don't mix, so one sweep gives each place its own. */
export function samplesAt(places: readonly number[]): { y: readonly number[]; slope: readonly number[] } {
  const x = tensor([...places], { dtype: "float64", requiresGrad: true });
  const y = f(x);
  y.sum().backward();
  return { y: y.entries(), slope: x.grad!.entries() };
}

function readingAt(x: number): { y: number; slope: number } {
  const { y, slope } = samplesAt([x]);
  return { y: y[0]!, slope: slope[0]! };
}

export const ${camel}Plot: PlotDefinition<${pascal}State> = {
  options({ x }, width) {
    const curve = evenly(axis, 120);
    const { y, slope } = readingAt(x);
    return {
      height: width < 400 ? 270 : 330,
      x: { domain: axis, label: "x", ticks: 6, tickSize: 4 },
      y: { domain: [-2, 9], label: "f(x)", ticks: 5, tickSize: 4, grid: true },
      clip: true,
      marks: [
        ruleY([0], { stroke: ink.faint }),
        line(pointsOf(curve, samplesAt(curve).y), { stroke: ink.value, strokeWidth: 2 }),
        line(straight(axis, [x, y], slope), { stroke: ink.gradient, strokeWidth: 2 }),
        dot([[x, y]], { r: 5.5, fill: ink.value, stroke: ink.paper, strokeWidth: 1.5 }),
      ],
    };
  },
  label({ x }) {
    const { y, slope } = readingAt(x);
    return say.label(graphNumber(x), graphNumber(y), graphNumber(slope));
  },
  table() {
    const places = evenly(axis, 6);
    const { y, slope } = samplesAt(places);
    return {
      caption: say.table,
      columns: [
        { name: "x" },
        { name: "f(x)", kind: "value" },
        { name: say.derivative, kind: "gradient" },
      ],
      rows: places.map((x, i) => [graphNumber(x), y[i]!, slope[i]!]),
    };
  },
};
`;

const island = ({ name, camel, pascal }: PlotNames) => `import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { ${camel} as say } from "#strings/index.ts";
import { graphNumber } from "#widgets/graph/graph-text.ts";
import LivePlot from "#widgets/plot/LivePlot.tsx";
import PlotKey from "#widgets/plot/PlotKey.tsx";
import Slider from "#widgets/plot/Slider.tsx";
import { axis, type ${pascal}State } from "#widgets/${name}/setting.ts";
import { useHydrated } from "#widgets/use-hydrated.ts";

interface Props {
  initial: ${pascal}State;
  /** The still plot. */
  plot?: ComponentChildren;
}

/** Engine and plot are fetched when a reader approaches the figure. */
const loadPlot = async () => (await import("#widgets/${name}/${name}-plot.ts")).${camel}Plot;

/** A curve with its tangent at a point that can be moved, by its slider or on the plot. */
export default function ${pascal}Island({ initial, plot }: Props) {
  const alive = useHydrated();
  const state = useSignal(initial);
  const { x } = state.value;

  const move = (to: number) => {
    const [low, high] = axis;
    state.value = { x: Math.min(high, Math.max(low, Math.round(to * 20) / 20)) };
  };

  return (
    <div class="hg-figure-work">
      <PlotKey
        entries={[
          { look: "value", says: say.curve },
          { look: "gradient", says: say.tangent },
        ]}
      />
      <LivePlot still={plot} id="${name}" state={state.value} load={loadPlot} onPoint={move} />
      <div class="hg-figure-controls hg-sliders">
        <Slider
          id="${name}-x"
          label="x"
          min={axis[0]}
          max={axis[1]}
          step={0.05}
          value={x}
          text={graphNumber(x)}
          disabled={!alive}
          onValue={move}
        />
      </div>
    </div>
  );
}
`;

const component = ({ name, camel, pascal }: PlotNames) => `---
import { ${camel} as say } from "#strings/index.ts";
import PlotFigure from "#widgets/plot/PlotFigure.astro";
import StillPlot from "#widgets/plot/StillPlot.astro";
import ${pascal}Island from "#widgets/${name}/${pascal}Island.tsx";
import { initial } from "#widgets/${name}/setting.ts";
import { ${camel}Plot } from "#widgets/${name}/${name}-plot.ts";
---

<PlotFigure name="${name}" title={say.title}>
  <${pascal}Island client:visible={{ rootMargin: "300px" }} initial={initial}>
    <StillPlot slot="plot" id="${name}" of={${camel}Plot} state={initial} />
  </${pascal}Island>
</PlotFigure>
`;

const strings = ({ camel, title }: PlotNames) => `export const ${camel} = {
  title: "${title}",
  curve: "f(x) = x²",
  tangent: "tangent at x",
  derivative: "f′(x)",
  label: (x: string, y: string, slope: string) =>
    \`The curve of x², and its tangent at x = \${x}. There f is \${y}, and the tangent has the slope \${slope}.\`,
  table: "The function and its derivative",
};
`;

const test = ({ name, camel }: PlotNames) => `import fc from "fast-check";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { drawPlot } from "#widgets/plot/draw.ts";
import { ${camel}Plot, samplesAt } from "#widgets/${name}/${name}-plot.ts";
import { axis } from "#widgets/${name}/setting.ts";

const [low, high] = axis;
const place = fc.double({ min: low, max: high, noNaN: true });

test("the derivative is what difference quotients come to", () => {
  fc.assert(
    fc.property(place, (x) => {
      const h = 1e-5;
      const { y, slope } = samplesAt([x - h, x, x + h]);
      expect((y[2]! - y[0]!) / (2 * h)).toBeCloseTo(slope[1]!, 4);
    }),
  );
});

test("is drawn wherever the point stands, and says where", () => {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  for (const x of [low, 0, high]) {
    for (const space of ["wide", "narrow"] as const) {
      const drawn = drawPlot(${camel}Plot, { x }, space, "${name}", document);
      expect(drawn.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
      expect(drawn.getAttribute("aria-label")).toMatch(/x = /);
    }
  }
});
`;
