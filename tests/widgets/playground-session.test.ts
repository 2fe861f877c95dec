import { describe, expect, test } from "vitest";
import { examples, firstExample, settingOf } from "#playground/examples.ts";
import { toFragment } from "#playground/link.ts";
import type { SavedWork, WorkStorage } from "#widgets/playground/saved-work.ts";
import type { PlaygroundEngine } from "#widgets/playground/playground-engine.ts";
import { createPlaygroundSession, type PlaygroundTrouble } from "#widgets/playground/playground-session.ts";

/** A browser that keeps, or one that refuses. */
function keeperOf(refuses = false): WorkStorage & { kept: Map<string, SavedWork> } {
  const kept = new Map<string, SavedWork>();
  return {
    kept,
    load: (place) => kept.get(place) ?? null,
    save(place, work) {
      if (refuses) return false;
      if (work) kept.set(place, work);
      else kept.delete(place);
      return true;
    },
  };
}

const nothingRuns = () => Promise.reject<PlaygroundEngine>(new Error("offline"));

function open(storage: WorkStorage, loadEngine = nothingRuns) {
  const session = createPlaygroundSession(firstExample, {
    loadEngine,
    storage,
    isFunctionError: (error): error is Error & Pick<PlaygroundTrouble, "line" | "writtenIn"> =>
      error instanceof Error && "line" in error,
  });
  session.restore();
  return session;
}

const linked = settingOf(examples[3]!, "python");

describe("the inputs follow the function's parameters", () => {
  test("a name that comes back brings its range along, and an untouched derivative follows", () => {
    const session = open(keeperOf());
    session.editFunction("def f(x, w):\n    return x*w");
    expect(session.setting.value.derivative).toContain("def d_f(x, w):");
    session.change("w", { low: 5, high: 6, wanted: false });
    session.editFunction("def f(x):\n    return x");
    expect(session.setting.value.inputs.map(({ name }) => name)).toEqual(["x"]);
    session.editFunction("def f(x, w):\n    return x*w");
    expect(session.setting.value.inputs[1]).toMatchObject({ name: "w", low: 5, high: 6, wanted: false });
    session.editDerivative("def d_f(x, w):\n    return w");
    session.editFunction("def f(x, w, b):\n    return x*w + b");
    expect(session.setting.value.derivative).toBe("def d_f(x, w):\n    return w");
  });

  test("code that can't be read for now leaves the inputs alone", () => {
    const session = open(keeperOf());
    session.change("x", { low: -1 });
    session.editFunction("def sigmoid(x");
    expect(session.setting.value.inputs).toMatchObject([{ name: "x", low: -1 }]);
  });
});

describe("code in the other language than the one chosen moves there", () => {
  test("a function with its parameters; a derivative that was only begun is begun anew", () => {
    const session = open(keeperOf());
    session.setLanguage("javascript");
    session.editFunction("def f(x, w):\n    return x*w");
    session.moveTo("python");
    const { setting } = session;
    expect(setting.value).toMatchObject({ language: "python", function: "def f(x, w):\n    return x*w" });
    expect(setting.value.inputs.map(({ name }) => name)).toEqual(["x", "w"]);
    expect(setting.value.derivative).toContain("def d_f(x, w):");
  });

  test("a derivative: the example that it belongs to comes along, and what was there can be brought back", () => {
    const session = open(keeperOf());
    session.setLanguage("javascript");
    const before = session.setting.value;
    session.editDerivative("def d_sigmoid(x):\n    return x");
    session.moveTo("python");
    expect(session.setting.value.function).toBe(firstExample.code.python);
    expect(session.setting.value.derivative).toBe("def d_sigmoid(x):\n    return x");
    session.bringBack();
    expect(session.setting.value).toEqual({ ...before, derivative: "def d_sigmoid(x):\n    return x" });
  });
});

describe("nothing is lost", () => {
  test("work survives a reload; what a link took the place of can be brought back, and the link again", async () => {
    const storage = keeperOf();
    const session = open(storage);
    session.editFunction("def mine(a):\n    return a");
    await session.open(await toFragment(linked));
    expect(session.setting.value).toEqual(linked);
    expect(session.origin.value).toBe("link");

    const reloaded = open(storage);
    expect([reloaded.setting.value, reloaded.origin.value]).toEqual([linked, "link"]);
    reloaded.bringBack();
    expect(reloaded.setting.value.function).toContain("mine");
    reloaded.bringBack();
    expect(reloaded.setting.value).toEqual(linked);
  });

  test("a second link doesn't push out what was there before the first", async () => {
    const session = open(keeperOf());
    session.editFunction("def mine(a):\n    return a");
    await session.open(await toFragment(linked));
    await session.open(await toFragment(settingOf(examples[5]!, "python")));
    session.bringBack();
    expect(session.setting.value.function).toContain("mine");
  });

  test.each([
    ["v1.AAAA", "damaged-link"],
    ["v9.abc", "unread-link"],
  ])("a link that can't be read changes nothing: %s", async (fragment, origin) => {
    const session = open(keeperOf());
    session.editFunction("def mine(a):\n    return a");
    const before = session.setting.value;
    expect(await session.open(fragment)).toBe(true);
    expect([session.setting.value, session.origin.value]).toEqual([before, origin]);
    expect(await session.open("links")).toBe(false);
  });

  test("each language has its code", () => {
    const session = open(keeperOf());
    session.setLanguage("javascript");
    expect(session.setting.value.function).toBe(firstExample.code.javascript);
    session.editFunction("function mine(a) { return a; }");
    session.setLanguage("python");
    session.setLanguage("javascript");
    expect(session.setting.value.function).toBe("function mine(a) { return a; }");
  });

  test("a browser that refuses to keep is told of", () => {
    const session = open(keeperOf(true));
    session.editFunction("def mine(a):\n    return a");
    expect(session.notSaved.value).toBe(true);
  });
});

test("to open a link fetches and runs nothing; offline is said, and the link's note goes once it is run", async () => {
  let fetched = 0;
  const session = open(keeperOf(), () => {
    fetched++;
    return nothingRuns();
  });
  await session.open(await toFragment(linked));
  expect([fetched, session.phase.value]).toEqual([0, "idle"]);
  await session.submit();
  expect(fetched).toBe(1);
  expect(session.trouble.value?.message).toMatch(/offline/);
  expect(session.origin.value).toBe("own");
});
