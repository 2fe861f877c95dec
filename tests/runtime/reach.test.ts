import { expect, test } from "vitest";
import { array, callOf, nodeRuntime } from "./node-runtime.ts";

const runtime = nodeRuntime();

/**
 * Goes from everything that learner code has, and that it can make the program throw, to everything that properties, getters and
 * prototypes lead to, and prints what should not be found.
 */
const crawl = `
  const found = new Set();
  const queue = [globalThis, new Error(), (async () => {})(), (function* () {})(), (async function* () {})()];
  const thrown = [
    () => NdArray.from("x"),
    () => NdArray.from([1]).matmul([[1, 2, 3]]),
    () => NdArray.from([1]).backward(),
    () => new NdArray({}),
    () => (function again() { again(); })(),
    () => eval("1"),
    () => new Function("1"),
    () => import("node:fs"),
    () => WebAssembly.compile(new Uint8Array(3)),
    () => WebAssembly.compileStreaming({}),
    () => new WebAssembly.Memory({ initial: -1 }),
    () => new Intl.NumberFormat("no such language"),
    () => "x".normalize("none"),
    () => Object.defineProperty(Object.getPrototypeOf(Int8Array.prototype), "length", { get: () => 1 }),
    () => { Symbol.prototype.description = 1; },
  ];
  for (const attempt of thrown) {
    try { queue.push(await attempt()); } catch (error) { queue.push(error); }
  }
  const visit = (value) => {
    if ((typeof value !== "object" || value === null) && typeof value !== "function") return;
    if (!found.has(value)) { found.add(value); queue.push(value); }
  };
  while (queue.length > 0) {
    const object = queue.pop();
    if ((typeof object !== "object" || object === null) && typeof object !== "function") continue;
    visit(Object.getPrototypeOf(object));
    for (const key of Reflect.ownKeys(object)) {
      if (SUSPICIOUS.includes(key)) console.log("reached", String(key));
      const { value, get, set } = Reflect.getOwnPropertyDescriptor(object, key);
      [value, get, set].forEach(visit);
      try { visit(object[key]); } catch (error) { visit(error); }
    }
  }
  console.log(found.size > 500 ? "went far" : "went nowhere");
`;

/** Names that `process` has, and Node's modules, its streams and its clients. */
const ofNode = [
  "pid",
  "binding",
  "argv",
  "versions",
  "nextTick",
  "emitWarning",
  "emit",
  "readFileSync",
  "dispatch",
  "_events",
  "_send",
  "compileStreaming",
];
/** Names that a tensor has, and the engine's operations, and an array doesn't. */
const ofEngine = ["dtype", "viewAs", "slips", "vjp", "creation"];

const crawlFor = (names: readonly string[], code = crawl) =>
  code.replace("SUSPICIOUS", JSON.stringify(names));

/** Hands every operation of arrays things that note whom they are called by, and with what. */
const spies = `
  const notes = [];
  const spyOn = (target) => new Proxy(target, new Proxy({}, {
    get: (_, trap) => (...given) => { notes.push(...given); return Reflect[trap](...given); },
  }));
  class Mine extends Array {
    static get [Symbol.species]() { notes.push(this); return Array; }
    map(...given) { notes.push(this, ...given); return super.map(...given); }
    reduce(...given) { notes.push(this, ...given); return super.reduce(...given); }
    [Symbol.iterator]() { notes.push(this); return super[Symbol.iterator](); }
  }
  const number = { valueOf() { notes.push(this); return 1; }, toString() { notes.push(this); return "1"; } };
  const given = [spyOn([1, 2]), spyOn({}), spyOn(() => 1), Mine.from([1, 2]), number, [number], [spyOn([1])], [Mine.from([1])]];
  for (const object of [NdArray, NdArray.prototype, NdArray.ones([2]), NdArray.ones([1, 2])]) {
    for (const name of Reflect.ownKeys(Object.getPrototypeOf(object) === Function.prototype ? object : NdArray.prototype)) {
      for (const [place, first] of given.entries()) {
        const second = given[(place + 3) % given.length];
        try { notes.push(object[name](first, second)); } catch (error) { notes.push(error); }
        try { notes.push(new object[name](first, second)); } catch (error) { notes.push(error); }
        try { notes.push(object[name].call(first, second)); } catch (error) { notes.push(error); }
      }
    }
  }
`;

test("no way leads from JavaScript to Node", async () => {
  const { stdout, error } = await runtime.runCell({ language: "javascript", code: crawlFor(ofNode) });
  expect(error).toBeNull();
  expect(stdout).toBe("went far\n");
});

test("no way leads from a graded answer to tensors", async () => {
  const code = `${spies}${crawlFor(ofEngine, crawl).replace("[globalThis,", "[globalThis, ...notes,")}function f(x) { return x; }`;
  const result = await runtime.callFunction(
    callOf("javascript", code, { calls: [[array([2], [1, 2])]], name: "f" }),
  );
  expect(result).toMatchObject({ ok: true, stdout: "went far\n" });
});

test("the crawl itself does find what is there", async () => {
  const code = `globalThis.a = Object.create({ get b() { return { pid: 1 }; } });${crawlFor(ofNode)}`;
  expect((await runtime.runCell({ language: "javascript", code })).stdout).toContain("reached pid\n");
  const tensors = `globalThis.a = () => 0; globalThis.a.b = torch.ones([1]);${crawlFor(ofEngine)}`;
  expect((await runtime.runCell({ language: "javascript", code: tensors })).stdout).toContain(
    "reached dtype\n",
  );
});
