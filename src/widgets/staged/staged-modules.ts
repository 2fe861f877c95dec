import type { StagedDefinition } from "#graph/staged.ts";

const modules = import.meta.glob<{ default: StagedDefinition }>("/content/staged/*.ts");

const pathOf = (name: string) => `/content/staged/${name}.ts`;

/** Fetches a computation in stages. Rejects if there is none of this name, or if it can't be fetched. */
export async function loadStaged(name: string): Promise<StagedDefinition> {
  const load = Object.hasOwn(modules, pathOf(name)) ? modules[pathOf(name)] : undefined;
  if (!load) throw new Error(`There is no computation in stages “${name}”.`);
  return (await load()).default;
}
