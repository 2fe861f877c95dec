import { EngineError } from "#autodiff/index.ts";
import { Variable } from "#runtime/python/bridge/variable.ts";

/** What Python holds in place of a variable: an object that shows nothing of what it stands for. */
class Handle {
  readonly #variable: Variable;

  constructor(variable: Variable) {
    this.#variable = variable;
    Object.freeze(this);
  }

  static read(value: object): unknown {
    return #variable in value ? value.#variable : value;
  }
}
// Its prototype leads nowhere.
Reflect.deleteProperty(Handle.prototype, "constructor");
Object.freeze(Object.setPrototypeOf(Handle.prototype, null));

/** What Python sent, with the variable in place of its handle. */
export const fromPython = (value: unknown): unknown =>
  typeof value === "object" && value !== null ? Handle.read(value) : value;

/** What Python gets to see of a result. */
export function toPython(value: unknown): unknown {
  if (value instanceof Variable) return new Handle(value);
  return Array.isArray(value) ? value.map(toPython) : value;
}

/** Thrown through the engine when a Python function that it called has raised; Python keeps the exception and raises it again. */
export class RaisedInPython extends Error {}

/** A call as the table writes it; its arguments come from our own Python modules, which keep to what it declares. */
export type Call = (...args: never[]) => unknown;

/**
 * Python's `except` can't catch what JavaScript throws. So a call that fails returns text, "ValueError: …", in place of its
 * result, which Python turns into the exception of that name. Calls whose results are text can't fail.
 */
export function callable(call: Call): (...args: unknown[]) => unknown {
  return (...args) => {
    try {
      return toPython(call(...(args.map(fromPython) as never[])));
    } catch (error) {
      if (error instanceof RaisedInPython) return "Raised: ";
      if (error instanceof EngineError) return `${error.name}: ${error.message}`;
      if (/call stack|too much recursion/i.test(String(error))) {
        return "RuntimeError: maximum recursion depth exceeded";
      }
      // More entries than the engine can hold.
      if (error instanceof RangeError) return `MemoryError: ${error.message}`;
      return `RuntimeError: ${error instanceof Error ? error.message : String(error)}`;
    }
  };
}
