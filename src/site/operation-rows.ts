/** The table of operations as the page on scope shows it. */
import { snakeCase } from "#autodiff/notation.ts";
import { operationTable } from "#autodiff/operation-table.ts";
import type { Operation } from "#autodiff/operation.ts";

/** One function of PyTorch's that the engine differentiates. */
export interface OperationRow {
  name: string;
  /** What else Python calls it, and its variant that works in place. */
  otherNames: readonly string[];
  /** The local derivative for each input, in words; empty where no few words say it. */
  local: readonly string[];
  /** The wrong rules that the grader knows of it, as what somebody did. */
  malRules: readonly string[];
}

function nameOf({ torch, name, notation: { form } }: Operation): string {
  if (torch) return torch.name;
  return typeof form === "object" && form.kind === "call" ? form.name : snakeCase(name);
}

function rowOf(operation: Operation): OperationRow {
  const { torch, notation, malRules } = operation;
  const name = nameOf(operation);
  return {
    name,
    otherNames: [
      ...(torch?.synonyms ?? []),
      ...(torch?.inPlace ? [`${name}_`] : []),
      ...(torch?.special ? [`special.${torch.special}`] : []),
    ],
    local: notation.local.filter((words) => typeof words === "string"),
    malRules: malRules.map(({ message }) => message),
  };
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

/**
 * A row for each name, in alphabetical order. Where the engine has several operations for one, as it has for `pow`, they share a row.
 * @param isKnown whether PyTorch has a function of that name; the engine's private operations have none
 */
export function operationRows(isKnown: (name: string) => boolean): OperationRow[] {
  const rows = new Map<string, OperationRow>();
  for (const { operation } of operationTable.values()) {
    const row = rowOf(operation);
    const { otherNames = [], local = [], malRules = [] } = rows.get(row.name) ?? {};
    rows.set(row.name, {
      name: row.name,
      otherNames: distinct([...otherNames, ...row.otherNames]),
      local: local.length > 0 ? local : row.local,
      malRules: distinct([...malRules, ...row.malRules]),
    });
  }
  return [...rows.values()].filter(({ name }) => isKnown(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
}
