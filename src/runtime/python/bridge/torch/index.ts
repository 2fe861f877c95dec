/** What Python's `torch` calls: PyTorch's operations on variables, and differentiation. */
import { autogradCalls } from "#runtime/python/bridge/torch/autograd.ts";
import { customCalls } from "#runtime/python/bridge/torch/custom.ts";
import { defaultCalls } from "#runtime/python/bridge/torch/defaults.ts";
import { gatherScatterCalls } from "#runtime/python/bridge/torch/gather-scatter.ts";
import { inPlaceCalls } from "#runtime/python/bridge/torch/in-place.ts";
import { linalgCalls } from "#runtime/python/bridge/torch/linalg.ts";
import { operationCalls } from "#runtime/python/bridge/torch/operations.ts";
import { pointwiseCalls } from "#runtime/python/bridge/torch/pointwise.ts";
import { randomCalls } from "#runtime/python/bridge/torch/random.ts";
import { reductionCalls } from "#runtime/python/bridge/torch/reductions.ts";
import { reshapingCalls } from "#runtime/python/bridge/torch/reshaping.ts";
import { sortSearchCalls } from "#runtime/python/bridge/torch/sort-search.ts";

/** Those of the table of operations first: what is written by hand takes their place. */
export const torchCalls = {
  ...operationCalls,
  ...pointwiseCalls,
  ...reductionCalls,
  ...sortSearchCalls,
  ...linalgCalls,
  ...reshapingCalls,
  ...gatherScatterCalls,
  ...inPlaceCalls,
  ...autogradCalls,
  ...customCalls,
  ...randomCalls,
  ...defaultCalls,
};
