/**
 * Python's memory. Numbers cross in it many at a time, as doubles in an `array.array("d")` whose address Python sends:
 * arguments and results of calls are exact for small integers only.
 */
export interface PythonMemory {
  getValue(address: number, type: "double"): number;
  setValue(address: number, value: number, type: "double"): void;
}

const bytes = 8;

/** `count` doubles from an address on. */
export const read = (memory: PythonMemory, address: number, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => memory.getValue(address + i * bytes, "double"));

/** Puts these numbers at an address, 8 bytes each. */
export function write(memory: PythonMemory, address: number, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) memory.setValue(address + i * bytes, values[i]!, "double");
}
