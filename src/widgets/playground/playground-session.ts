import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";
import { starterFor } from "#playground/playground-exercise.ts";
import { examples, settingOf, type Example } from "#playground/examples.ts";
import { fromFragment, isPlaygroundFragment, toFragment } from "#playground/link.ts";
import { signatureOf } from "#playground/signature.ts";
import { bounds, usualInput, type Input, type PlaygroundSetting } from "#playground/playground-setting.ts";
import { playground as strings } from "#strings/index.ts";
import type { Language } from "#reading/language.ts";
import type { WorkStorage, SavedWork } from "#widgets/playground/saved-work.ts";
import type {
  LaidOutGraph,
  DrawablePlaygroundGrade,
  PlaygroundEngine,
} from "#widgets/playground/playground-engine.ts";
import { fetchOnce } from "#widgets/session/fetch-once.ts";
import { createTaskRunner, reasonOf } from "#widgets/session/task-runner.ts";

export type PlaygroundPhase = "idle" | "loading" | "grading" | "drawing";

export interface PlaygroundTrouble {
  message: string;
  /** The line of the function's code that it is about. */
  line: number | null;
  /** The language that the code is written in, where it is not the one chosen. */
  writtenIn: Language | null;
}

/** What the reader is told about where the present work comes from. */
export type Origin = "own" | "link" | "damaged-link" | "unread-link";

/** What the session needs of the page. */
export interface PlaygroundDependencies {
  loadEngine: () => Promise<PlaygroundEngine>;
  storage: WorkStorage;
  /** Tells a failure of the reader's function from one of ours. */
  isFunctionError: (error: unknown) => error is Error & Pick<PlaygroundTrouble, "line" | "writtenIn">;
}

export interface PlaygroundSession {
  readonly setting: ReadonlySignal<PlaygroundSetting>;
  readonly phase: ReadonlySignal<PlaygroundPhase>;
  readonly trouble: ReadonlySignal<PlaygroundTrouble | null>;
  readonly graded: ReadonlySignal<DrawablePlaygroundGrade | null>;
  readonly drawn: ReadonlySignal<LaidOutGraph | null>;
  /** Whether the reader has changed anything since the verdict, or the drawing. */
  readonly gradedIsOld: ReadonlySignal<boolean>;
  readonly drawnIsOld: ReadonlySignal<boolean>;
  readonly origin: ReadonlySignal<Origin>;
  /** Whether there is something to bring back. */
  readonly hasBefore: ReadonlySignal<boolean>;
  /** Whether the browser refused to keep the work. */
  readonly notSaved: ReadonlySignal<boolean>;
  /** Brings back what was kept. */
  restore(): void;
  /** Takes in a link's fragment; nothing of it is run. Resolves to whether it was one of ours. */
  open(fragment: string): Promise<boolean>;
  link(): Promise<string>;
  editFunction(code: string): void;
  editDerivative(code: string): void;
  change(name: string, change: Partial<Omit<Input, "name">>): void;
  setSize(name: string, range: readonly [number, number]): void;
  setLanguage(language: Language): void;
  /** Goes over to a language with the code that is written in it already; what it takes the place of can be brought back. */
  moveTo(language: Language): void;
  choose(example: Example): void;
  bringBack(): void;
  submit(): Promise<void>;
  draw(): Promise<void>;
  stop: () => void;
}

/** All that happens in the playground, apart from how it looks. */
export function createPlaygroundSession(
  first: Example,
  { loadEngine, storage, isFunctionError }: PlaygroundDependencies,
): PlaygroundSession {
  const setting = signal<PlaygroundSetting>(settingOf(first, "python"));
  const about = (message: string): PlaygroundTrouble => ({ message, line: null, writtenIn: null });
  const runner = createTaskRunner<PlaygroundEngine, "grading" | "drawing", PlaygroundTrouble>(
    fetchOnce(loadEngine),
    {
      offline: about(strings.offline),
      stopped: about(strings.stopped),
      failed: (error) =>
        isFunctionError(error)
          ? { message: error.message, line: error.line, writtenIn: error.writtenIn }
          : about(strings.broke(reasonOf(error))),
    },
  );
  const graded = signal<{ of: PlaygroundSetting; result: DrawablePlaygroundGrade } | null>(null);
  const drawn = signal<{ of: PlaygroundSetting; result: LaidOutGraph } | null>(null);
  const origin = signal<Origin>("own");
  const before = signal<SavedWork | null>(null);
  const notSaved = signal(false);
  /** The example that is unchanged, so that another language shows the same one. */
  let example: Example | null = first;
  /** The code in the other language, from before the language was changed. */
  const others = new Map<Language, PlaygroundSetting>();
  /** Inputs that the function had once: a parameter's name that comes back brings its range along. */
  const remembered = new Map<string, Input>();

  const isFromLink = () => origin.peek() === "link";

  function keep(): void {
    notSaved.value = !storage.save("now", { setting: setting.peek(), fromLink: isFromLink() });
  }

  function edit(next: PlaygroundSetting): void {
    example = null;
    setting.value = next;
    if (origin.peek() === "damaged-link" || origin.peek() === "unread-link") origin.value = "own";
    keep();
  }

  /** Puts other work in the place of the present, which can be brought back. */
  function replace(next: PlaygroundSetting, from: Origin): void {
    // What a link brought and nobody touched is in the link; what was there before it is nowhere else.
    const worthKeeping = !isFromLink() && example === null;
    if (worthKeeping) {
      before.value = { setting: setting.peek(), fromLink: false };
      storage.save("before", before.peek());
    }
    batch(() => {
      setting.value = next;
      origin.value = from;
      runner.say(null);
      graded.value = null;
      drawn.value = null;
      others.clear();
    });
    keep();
  }

  /** The inputs for these parameters: those that there are keep what was set. */
  function inputsFor(params: readonly string[], inputs: readonly Input[]): readonly Input[] {
    for (const input of inputs) remembered.set(input.name, input);
    return params.slice(0, bounds.inputs).map((name) => remembered.get(name) ?? usualInput(name));
  }

  /** A derivative that is still the lines we wrote follows the function. */
  function followed(next: PlaygroundSetting, previous: PlaygroundSetting): PlaygroundSetting {
    const untouched = previous.derivative.trim() === "" || previous.derivative === starterFor(previous);
    return untouched ? { ...next, derivative: starterFor(next) } : next;
  }

  async function run<Result>(
    during: "grading" | "drawing",
    work: (engine: PlaygroundEngine, setting: PlaygroundSetting, stopped: AbortSignal) => Promise<Result>,
    done: (result: { of: PlaygroundSetting; result: Result }) => void,
  ): Promise<void> {
    if (runner.phase.peek() !== "idle") return;
    const of = setting.peek();
    // Whoever runs it has read it.
    if (isFromLink()) origin.value = "own";
    example = null;
    keep();
    await runner.start(
      during,
      (engine, stopped) => work(engine, of, stopped),
      (result) => done({ of, result }),
    );
  }

  return {
    setting,
    phase: runner.phase,
    trouble: runner.trouble,
    origin,
    notSaved,
    graded: computed(() => graded.value?.result ?? null),
    drawn: computed(() => drawn.value?.result ?? null),
    gradedIsOld: computed(() => graded.value !== null && graded.value.of !== setting.value),
    drawnIsOld: computed(
      () =>
        drawn.value !== null &&
        (drawn.value.of.function !== setting.value.function ||
          drawn.value.of.inputs !== setting.value.inputs),
    ),
    hasBefore: computed(() => before.value !== null),

    restore() {
      before.value = storage.load("before");
      const saved = storage.load("now");
      if (!saved) return;
      example = null;
      setting.value = saved.setting;
      origin.value = saved.fromLink ? "link" : "own";
    },

    async open(fragment) {
      if (!isPlaygroundFragment(fragment)) return false;
      const opened = await fromFragment(fragment);
      if (opened) replace(opened, "link");
      else origin.value = fragment.startsWith("v1.") ? "damaged-link" : "unread-link";
      return true;
    },

    link: () => toFragment(setting.peek()),

    editFunction(code) {
      const previous = setting.peek();
      if (code === previous.function) return;
      const signature = signatureOf(code, previous.language);
      const params = signature?.params ?? previous.inputs.map(({ name }) => name);
      const same =
        params.length === previous.inputs.length &&
        params.every((name, i) => name === previous.inputs[i]!.name);
      const inputs = same ? previous.inputs : inputsFor(params, previous.inputs);
      edit(followed({ ...previous, function: code, inputs }, previous));
    },

    editDerivative(code) {
      if (code !== setting.peek().derivative) edit({ ...setting.peek(), derivative: code });
    },

    change(name, change) {
      const previous = setting.peek();
      const inputs = previous.inputs.map((input) => (input.name === name ? { ...input, ...change } : input));
      edit(followed({ ...previous, inputs }, previous));
    },

    setSize(name, range) {
      edit({ ...setting.peek(), sizes: { ...setting.peek().sizes, [name]: range } });
    },

    setLanguage(language) {
      const previous = setting.peek();
      if (language === previous.language) return;
      others.set(previous.language, previous);
      const known = others.get(language);
      if (example) setting.value = settingOf(example, language);
      else if (known) setting.value = known;
      else setting.value = emptyIn(language, previous);
      graded.value = null;
      drawn.value = null;
      runner.say(null);
      if (!example) keep();
    },

    moveTo(language) {
      const previous = setting.peek();
      const written = (code: string) =>
        signatureOf(code, previous.language) ? null : signatureOf(code, language);
      const own = written(previous.function);
      const moved = own
        ? { ...previous, language, inputs: inputsFor(own.params, previous.inputs) }
        : (others.get(language) ?? translated(previous, language));
      const { derivative } = written(previous.derivative) ? previous : own ? starting(moved) : moved;
      replace({ ...moved, derivative }, "own");
    },

    choose(chosen) {
      replace(settingOf(chosen, setting.peek().language), "own");
      example = chosen;
    },

    bringBack() {
      const saved = before.peek();
      if (!saved) return;
      const present = setting.peek();
      const swapped = example === null ? { setting: present, fromLink: isFromLink() } : null;
      batch(() => {
        before.value = swapped;
        setting.value = saved.setting;
        origin.value = saved.fromLink ? "link" : "own";
        runner.say(null);
        graded.value = null;
        drawn.value = null;
      });
      example = null;
      storage.save("before", swapped);
      keep();
    },

    submit: () =>
      run(
        "grading",
        (loaded, of, abort) => loaded.grade(of, abort),
        (result) => (graded.value = result),
      ),

    draw: () =>
      run(
        "drawing",
        (loaded, of, abort) => loaded.draw(of, abort),
        (result) => (drawn.value = result),
      ),

    stop: runner.stop,
  };
}

const starting = (setting: PlaygroundSetting): PlaygroundSetting => ({
  ...setting,
  derivative: starterFor(setting),
});

/** The example that the function is, in this language; or the same inputs without a function. */
function translated(setting: PlaygroundSetting, language: Language): PlaygroundSetting {
  const same = examples.find(({ code }) => code[setting.language].trim() === setting.function.trim());
  return same ? settingOf(same, language) : emptyIn(language, setting);
}

/** The same inputs without a function: what has been written in one language isn't there in the other. */
function emptyIn(language: Language, { inputs, sizes }: PlaygroundSetting): PlaygroundSetting {
  const params = inputs.map(({ name }) => name).join(", ");
  const code =
    language === "python"
      ? `def f(${params}):\n    # ${strings.task}\n    pass`
      : `function f(${params}) {\n  // ${strings.task}\n}`;
  const setting = { language, function: code, inputs, sizes };
  return { ...setting, derivative: starterFor(setting) };
}
