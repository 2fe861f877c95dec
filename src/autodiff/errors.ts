/** The exception that PyTorch raises in the same place; the Python runtime raises it under this name. */
export type ErrorName =
  "RuntimeError" | "ValueError" | "TypeError" | "IndexError" | "AttributeError" | "NotImplementedError";

/** An error of the engine. `name` is PyTorch's exception, `message` PyTorch's wording wherever a learner would meet it there. */
export class EngineError extends Error {
  override readonly name: ErrorName;

  constructor(name: ErrorName, message: string) {
    super(message);
    this.name = name;
  }
}
