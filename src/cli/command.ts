/**
 * A command: reads its arguments, then returns what is to be done, which in turn gives the exit code. Throws a UsageError if the
 * arguments can't be understood, before anything is done.
 */
export type Command = (args: readonly string[]) => () => Promise<number>;
