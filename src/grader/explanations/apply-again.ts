import type { Node, Tensor } from "#autodiff/index.ts";
import { operationTable } from "#autodiff/operation-table.ts";

/** A node's operation applied to other operands, as a graph of its own. Throws an EngineError where it can't be. */
export const appliedTo = ({ operation, params }: Node, operands: readonly Tensor[]): Node =>
  operationTable.get(operation.name)!.apply(
    operands.map((operand) => operand.detach().requiresGrad_()),
    params,
  ).node!;
