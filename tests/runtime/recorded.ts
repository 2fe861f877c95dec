/** What a run recorded, as text that a test can show: `3: dz = [1, 2]`, `4: return = 2`, `4: return 1 = 2`. */
import type { CallRequest, RecordedValue, Runtime } from "#runtime/runtime.ts";

/** What each call recorded. The run must succeed, and its records arrive. */
export async function recordsOf(runtime: Runtime, request: CallRequest): Promise<string[][]> {
  const result = await runtime.callFunction({ ...request, recorded: true });
  if (!result.ok) throw new Error(`${result.error.type}: ${result.error.message}`);
  if (!result.records) throw new Error("nothing was recorded");
  return result.records.map((call) => call.map((record) => textOf(record)));
}

export function textOf({ line, name, place, value }: RecordedValue, before = 0): string {
  const what = name ?? (place === undefined ? "return" : `return ${place}`);
  return `${line - before}: ${what} = ${valueText(value)}`;
}

function valueText(value: RecordedValue["value"]): string {
  if (value.kind === "number") return number(value.value) + (value.integer ? "" : "f");
  const nested = (shape: readonly number[], data: readonly number[]): string => {
    const [length, ...inner] = shape;
    if (length === undefined) return number(data[0]!);
    const size = inner.reduce((product, each) => product * each, 1);
    const parts = Array.from({ length }, (_, i) => nested(inner, data.slice(i * size, (i + 1) * size)));
    return `[${parts.join(", ")}]`;
  };
  return nested(value.shape, value.data);
}

const number = (value: number): string => (Object.is(value, -0) ? "-0" : String(value));
