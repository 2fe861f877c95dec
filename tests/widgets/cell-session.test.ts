import { describe, expect, it, vi } from "vitest";
import type { CellEdit, CellEdits } from "#widgets/cell-edits.ts";
import { createCellSession } from "#widgets/cell-session.ts";
import type { CellResult, Failure, Runtime, RunOptions } from "#runtime/runtime.ts";

const recorded: CellResult = { stdout: "recorded\n", error: null };

const stopped: Failure = { kind: "stopped", type: "Stopped", message: "", line: null };

type RunCell = Runtime["runCell"];

const runtimeOf = (runCell: RunCell): Runtime => ({
  runCell,
  callFunction: () => Promise.reject(new Error("cells call no functions")),
  traceFunction: () => Promise.reject(new Error("cells trace no functions")),
  close: () => undefined,
});

const open = (runCell: RunCell, edits?: CellEdits, original = "print(1)") =>
  createCellSession("python", original, recorded, () => Promise.resolve(runtimeOf(runCell)), edits);

/** What one cell keeps, for as many visits as a test needs. */
function keptEdits(): CellEdits & { kept: () => CellEdit | null } {
  let kept: CellEdit | null = null;
  return { load: () => kept, save: (edit) => void (kept = edit), kept: () => kept };
}

/** A visit on which nothing is run. */
const visit = (edits: CellEdits, original?: string) => {
  const session = open(endless, edits, original);
  session.restore();
  return session;
};

/** A run that ends when it is stopped. */
const endless: RunCell = (_, options?: RunOptions) =>
  new Promise((resolve) => {
    options?.onOutput?.("printed\n");
    options?.signal?.addEventListener("abort", () => resolve({ stdout: "printed\n", error: stopped }));
  });

describe("a cell", () => {
  it("shows what was recorded until it is run", async () => {
    const session = open(() => Promise.resolve({ stdout: "1\n", error: null }));
    expect(session.output.value).toMatchObject({ ...recorded, origin: "recorded" });
    await session.run();
    expect(session.output.value).toMatchObject({ stdout: "1\n", error: null, origin: "run" });
  });

  it("runs the code as it stands", async () => {
    const runCell = vi.fn<RunCell>(() => Promise.resolve({ stdout: "", error: null }));
    const session = open(runCell);
    session.edit("print(2)");
    await session.run();
    expect(runCell.mock.calls.map(([request]) => request)).toEqual([
      { language: "python", code: "print(2)", echo: true },
    ]);
    expect(session.output.value.code).toBe("print(2)");
  });

  it("shows output as it comes, and keeps it when stopped", async () => {
    const session = open(endless);
    const running = session.run();
    await vi.waitFor(() => expect(session.output.value.stdout).toBe("printed\n"));
    expect(session.phase.value).toBe("running");
    session.stop();
    await running;
    expect(session.phase.value).toBe("idle");
    expect(session.output.value).toMatchObject({ stdout: "printed\n", error: { kind: "stopped" } });
  });

  it("returns to what was recorded at Reset, also while it runs, and that can be undone", async () => {
    const session = open(endless);
    session.edit("while True: pass");
    const running = session.run();
    await vi.waitFor(() => expect(session.phase.value).toBe("running"));
    session.reset();
    await running;
    expect(session.phase.value).toBe("idle");
    expect(session.code.value).toBe("print(1)");
    expect(session.output.value).toMatchObject({ ...recorded, origin: "recorded" });
    session.undo();
    expect(session.code.value).toBe("while True: pass");
    expect(session.output.value.origin).toBe("run");
  });

  it("says so when the runtime can't be fetched, keeps the output, and can be run again", async () => {
    const loadRuntime = vi
      .fn<() => Promise<Runtime>>()
      .mockRejectedValueOnce(new TypeError("Failed to fetch"))
      .mockResolvedValueOnce(runtimeOf(() => Promise.resolve({ stdout: "1\n", error: null })));
    const session = createCellSession("python", "print(1)", recorded, loadRuntime);
    await session.run();
    expect(session.trouble.value).toMatch(/offline/);
    expect(session.output.value.origin).toBe("recorded");
    await session.run();
    expect(session.trouble.value).toBeNull();
    expect(session.output.value.stdout).toBe("1\n");
  });
});

describe("what a reader made of a cell", () => {
  it("is there again on the next visit, until it is reset", () => {
    const edits = keptEdits();
    visit(edits).edit("print(2)");
    const second = visit(edits);
    expect(second.code.value).toBe("print(2)");
    second.reset();
    expect(visit(edits).code.value).toBe("print(1)");
    second.undo();
    expect(visit(edits).code.value).toBe("print(2)");
  });

  it("is nothing to keep where it is what the author wrote", () => {
    const edits = keptEdits();
    const session = visit(edits);
    session.edit("print(2)");
    session.edit("print(1)");
    expect(edits.kept()).toBeNull();
  });

  it("is offered where the page holds other code by now, and not put in its place", () => {
    const edits = keptEdits();
    visit(edits).edit("print(2)");
    const later = visit(edits, "print('new')");
    expect(later.code.value).toBe("print('new')");
    expect(later.before.value).toMatchObject({ code: "print(2)", by: "page" });
    later.undo();
    expect(later.code.value).toBe("print(2)");
    expect(visit(edits, "print('new')").code.value).toBe("print(2)");
  });

  it("doesn't take the place of what was typed before it was read", () => {
    const edits = keptEdits();
    visit(edits).edit("print(2)");
    const session = open(endless, { ...edits, save: () => undefined });
    session.edit("print(3)");
    session.restore();
    expect(session.code.value).toBe("print(3)");
  });
});
