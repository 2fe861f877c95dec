/**
 * The same inner loop in WebAssembly, two doubles to an instruction. Every sum is added up in the same order as in `tiles`, so
 * the results are equal to the bit. The module is written here, instruction by instruction: some 600 bytes, which may be
 * compiled on the spot (a page's main thread takes 4 kB).
 * @see https://webassembly.github.io/spec/core/binary/instructions.html
 */
import { tile, type TileProduct } from "#autodiff/kernels/tiles.ts";

type Code = readonly number[];

/** A number of at most 14 bits, as WebAssembly writes one without a sign. */
const unsigned = (n: number): Code => (n < 0x80 ? [n] : [(n & 0x7f) | 0x80, n >> 7]);

const i32 = {
  /** Constants below 64 fit in one byte with their sign. */
  constant: (n: number): Code => [0x41, n],
  add: [0x6a],
  multiply: [0x6c],
  isLess: [0x49],
};

const vector = {
  zero: [0xfd, ...unsigned(12), ...new Array<number>(16).fill(0)],
  load: (offset: number): Code => [0xfd, ...unsigned(0), 3, offset],
  /** One number in both places. */
  loadTwice: (offset: number): Code => [0xfd, ...unsigned(10), 3, offset],
  store: (offset: number): Code => [0xfd, ...unsigned(11), 3, offset],
  add: [0xfd, ...unsigned(0xf0)],
  multiply: [0xfd, ...unsigned(0xf2)],
};

const get = (local: number): Code => [0x20, local];
const set = (local: number): Code => [0x21, local];
const setAndKeep = (local: number): Code => [0x22, local];
const end = 0x0b;
/** Again while the condition that `body` ends with holds. */
const loop = (body: Code): Code => [0x03, 0x40, ...body, 0x0d, 0x00, end];

const double = 8;
const vectorsPerRow = 2;
const line = tile * double;

// The function's parameters, addresses in bytes, and its own variables.
const [left, right, product, rows, k, columns] = [0, 1, 2, 3, 4, 5];
const [i, j, x, y, xEnd, to] = [6, 7, 8, 9, 10, 11];
const sum = (row: number, v: number): number => 12 + row * vectorsPerRow + v;
const factor = (v: number): number => sum(tile, v);

const four = [0, 1, 2, 3];
const two = [0, 1];

/** from + index·times·8 */
const address = (from: number, index: Code, times: number): Code => [
  ...get(from),
  ...index,
  ...get(times),
  ...i32.multiply,
  ...i32.constant(double),
  ...i32.multiply,
  ...i32.add,
];
const advance = (local: number, by: number): Code => [...get(local), ...i32.constant(by), ...i32.add];

/** Sixteen sums over the k places of four woven rows and four woven columns. */
const sumTile: Code = [
  ...address(left, get(i), k),
  ...setAndKeep(x),
  ...get(k),
  ...i32.constant(line),
  ...i32.multiply,
  ...i32.add,
  ...set(xEnd),
  ...address(right, get(j), k),
  ...set(y),
  ...four.flatMap((row) => two.flatMap((v) => [...vector.zero, ...set(sum(row, v))])),
  ...loop([
    ...two.flatMap((v) => [...get(y), ...vector.load(v * 2 * double), ...set(factor(v))]),
    ...four.flatMap((row) =>
      two.flatMap((v) => [
        ...get(sum(row, v)),
        ...get(x),
        ...vector.loadTwice(row * double),
        ...get(factor(v)),
        ...vector.multiply,
        ...vector.add,
        ...set(sum(row, v)),
      ]),
    ),
    ...advance(y, line),
    ...set(y),
    ...advance(x, line),
    ...setAndKeep(x),
    ...get(xEnd),
    ...i32.isLess,
  ]),
];

/** Writes them to their four rows of the product. */
const storeTile: Code = [
  ...address(product, get(i), columns),
  ...get(j),
  ...i32.constant(double),
  ...i32.multiply,
  ...i32.add,
  ...set(to),
  ...four.flatMap((row) => [
    ...two.flatMap((v) => [...get(to), ...get(sum(row, v)), ...vector.store(v * 2 * double)]),
    ...address(to, i32.constant(1), columns),
    ...set(to),
  ]),
];

const body: Code = [
  ...i32.constant(0),
  ...set(j),
  ...loop([
    ...i32.constant(0),
    ...set(i),
    ...loop([...sumTile, ...storeTile, ...advance(i, tile), ...setAndKeep(i), ...get(rows), ...i32.isLess]),
    ...advance(j, tile),
    ...setAndKeep(j),
    ...get(columns),
    ...i32.isLess,
  ]),
  end,
];

const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content];

/** A module that takes memory "m" from "m" and gives the function "p". */
export function simdModule(): Uint8Array<ArrayBuffer> {
  const [int, vector128, func] = [0x7f, 0x7b, 0x60];
  const locals = [2, 6, int, factor(vectorsPerRow) - sum(0, 0), vector128];
  const length = locals.length + body.length;
  return Uint8Array.of(
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, func, 6, int, int, int, int, int, int, 0]),
    ...section(2, [1, 1, 0x6d, 1, 0x6d, 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, 1, 0x70, 0, 0]),
    ...section(10, [1, ...unsigned(length), ...locals, ...body]),
  );
}

/** Memory that has grown is not given back, so there is an end to it. */
const mostBytes = 64 * 2 ** 20;
const page = 64 * 2 ** 10;

type Run = (left: number, right: number, product: number, rows: number, k: number, columns: number) => void;

/** Null where there is no WebAssembly, or none with vectors, or the page's policy forbids it. */
export function simdTiles(): TileProduct | null {
  try {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const instance = new WebAssembly.Instance(new WebAssembly.Module(simdModule()), { m: { m: memory } });
    const { p: run } = instance.exports as { p: Run };
    return {
      memory: (length) => {
        const missing = length * double - memory.buffer.byteLength;
        if (length * double > mostBytes) return null;
        if (missing > 0) memory.grow(Math.ceil(missing / page));
        return new Float64Array(memory.buffer, 0, length);
      },
      run: (_memory, m, depth, n) => {
        const afterLeft = m * depth * double;
        run(0, afterLeft, afterLeft + n * depth * double, m, depth, n);
      },
    };
  } catch {
    return null;
  }
}
