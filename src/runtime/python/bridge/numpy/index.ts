/** What Python's `numpy` calls: NumPy's operations on variables, where they differ from PyTorch's. */
import { inPlaceCalls } from "#runtime/python/bridge/numpy/in-place.ts";
import { linalgCalls } from "#runtime/python/bridge/numpy/linalg.ts";
import { printingCalls } from "#runtime/python/bridge/numpy/printing.ts";
import { productCalls } from "#runtime/python/bridge/numpy/products.ts";
import { randomStreamCalls } from "#runtime/python/bridge/numpy/random.ts";
import { reductionCalls } from "#runtime/python/bridge/numpy/reductions.ts";
import { shapingCalls } from "#runtime/python/bridge/numpy/shaping.ts";
import { sortSearchCalls } from "#runtime/python/bridge/numpy/sort-search.ts";
import { ufuncCalls } from "#runtime/python/bridge/numpy/ufuncs.ts";

/** For one run: how arrays are printed, and which random numbers come next, is its own. */
export const numpyCalls = () => ({
  ...ufuncCalls,
  ...reductionCalls,
  ...sortSearchCalls,
  ...productCalls,
  ...shapingCalls,
  ...inPlaceCalls,
  ...linalgCalls,
  ...printingCalls(),
  ...randomStreamCalls(),
});
