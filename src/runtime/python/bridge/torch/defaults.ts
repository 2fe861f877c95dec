/** What Python's `torch` assumes where nothing is said. */
import { defaultFloat, setDefaultFloat } from "#autodiff/dtype.ts";
import { setPrintOptions, type PrintOptions } from "#autodiff/print.ts";
import type { Call } from "#runtime/python/bridge/calls.ts";

export const defaultCalls = {
  default_dtype: defaultFloat,
  set_default_dtype: (dtype: "float32" | "float64") => {
    setDefaultFloat(dtype);
  },
  /** Null leaves an option as it is; whether to print scientifically is left to the numbers then. */
  set_print_options: (
    precision: number | null,
    threshold: number | null,
    edgeItems: number | null,
    lineWidth: number | null,
    scientific: boolean | null,
  ) => {
    const settings = { precision, threshold, edgeItems, lineWidth };
    const changes = Object.entries(settings).filter(([, value]) => value !== null);
    setPrintOptions({ ...(Object.fromEntries(changes) as Partial<PrintOptions>), scientific });
  },
} satisfies Record<string, Call>;
