import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";
import { starterFor } from "#playground/exercise.ts";
import { examples, settingOf, type Example } from "#playground/examples.ts";
import { fromFragment, isPlaygroundFragment, toFragment } from "#playground/link.ts";
import { signatureOf } from "#playground/signature.ts";
import { bounds, usualInput, type Input, type Setting } from "#playground/setting.ts";
import { playground as say } from "#strings/index.ts";
import type { Language } from "#reading/language.ts";
import type { Keeper, KeptWork } from "#widgets/playground/kept-work.ts";
import type { Drawn, Graded, PlaygroundEngine } from "#widgets/playground/playground-engine.ts";
import { fetchOnce } from "#widgets/session/fetch-once.ts";
import { createRun, reasonOf } from "#widgets/session/run.ts";

export type Phase = "idle" | "loading" | "grading" | "drawing";

export interface Trouble {
  message: string;
  /** The line of the function's code that it is about. */
  line: number | null;
  /** The language that the code is written in, where it is not the one chosen. */
  writtenIn: Language | null;
}

/** What the reader is told about where the present work comes from. */
export type Origin = "own" | "link" | "damaged-link" | "unread-link";

/** What the session needs of the page. */
export interface Surroundings {
  loadEngine: () => Promise<PlaygroundEngine>;
  keeper: Keeper;
  /** Tells a failure of the reader's function from one of ours. */
  isFunctionError: (error: unknown) => error is Error & Pick<Trouble, "line" | "writtenIn">;
}

export interface PlaygroundSession {
  readonly setting: ReadonlySignal<Setting>;
  readonly phase: ReadonlySignal<Phase>;
  readonly trouble: ReadonlySignal<Trouble | null>;
  readonly graded: ReadonlySignal<Graded | null>;
  readonly drawn: ReadonlySignal<Drawn | null>;
  /** Whether the reader has changed anything since the verdict, or the drawing. */
  readonly gradedIsOld: ReadonlySignal<boolean>;
  readonly drawnIsOld: ReadonlySignal<boolean>;
  readonly origin: ReadonlySignal<Origin>;
  /** Whether there is something to bring back. */
  readonly hasBefore: ReadonlySignal<boolean>;
  /** Whether the browser refused to keep the work. */
  readonly notKept: ReadonlySignal<boolean>;
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
  { loadEngine, keeper, isFunctionError }: Surroundings,
): PlaygroundSession {
  const setting = signal<Setting>(settingOf(first, "python"));
  const about = (message: string): Trouble => ({ message, line: null, writtenIn: null });
  const running = createRun<PlaygroundEngine, "grading" | "drawing", Trouble>(fetchOnce(loadEngine), {
    offline: about(say.offline),
    stopped: about(say.stopped),
    failed: (error) =>
      isFunctionError(error)
        ? { message: error.message, line: error.line, writtenIn: error.writtenIn }
        : about(say.broke(reasonOf(error))),
  });
  const graded = signal<{ of: Setting; result: Graded } | null>(null);
  const drawn = signal<{ of: Setting; result: Drawn } | null>(null);
  const origin = signal<Origin>("own");
  const before = signal<KeptWork | null>(null);
  const notKept = signal(false);
  /** The example that is unchanged, so that another language shows the same one. */
  let example: Example | null = first;
  /** The code in the other language, from before the language was changed. */
  const others = new Map<Language, Setting>();
  /** Inputs that the function had once: a parameter's name that comes back brings its range along. */
  const remembered = new Map<string, Input>();

  const isFromLink = () => origin.peek() === "link";

  function keep(): void {
    notKept.value = !keeper.save("now", { setting: setting.peek(), fromLink: isFromLink() });
  }

  function edit(next: Setting): void {
    example = null;
    setting.value = next;
    if (origin.peek() === "damaged-link" || origin.peek() === "unread-link") origin.value = "own";
    keep();
  }

  /** Puts other work in the place of the present, which can be brought back. */
  function replace(next: Setting, from: Origin): void {
    // What a link brought and nobody touched is in the link; what was there before it is nowhere else.
    const worthKeeping = !isFromLink() && example === null;
    if (worthKeeping) {
      before.value = { setting: setting.peek(), fromLink: false };
      keeper.save("before", before.peek());
    }
    batch(() => {
      setting.value = next;
      origin.value = from;
      running.say(null);
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
  function followed(next: Setting, previous: Setting): Setting {
    const untouched = previous.derivative.trim() === "" || previous.derivative === starterFor(previous);
    return untouched ? { ...next, derivative: starterFor(next) } : next;
  }

  async function run<Result>(
    during: "grading" | "drawing",
    work: (engine: PlaygroundEngine, setting: Setting, stopped: AbortSignal) => Promise<Result>,
    done: (result: { of: Setting; result: Result }) => void,
  ): Promise<void> {
    if (running.phase.peek() !== "idle") return;
    const of = setting.peek();
    // Whoever runs it has read it.
    if (isFromLink()) origin.value = "own";
    example = null;
    keep();
    await running.start(
      during,
      (engine, stopped) => work(engine, of, stopped),
      (result) => done({ of, result }),
    );
  }

  return {
    setting,
    phase: running.phase,
    trouble: running.trouble,
    origin,
    notKept,
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
      before.value = keeper.load("before");
      const kept = keeper.load("now");
      if (!kept) return;
      example = null;
      setting.value = kept.setting;
      origin.value = kept.fromLink ? "link" : "own";
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
      running.say(null);
      if (!example) keep();
    },

    moveTo(language) {
      const previous = setting.peek();
      const written = (code: string) =>
        signatureOf(code, previous.language) ? null : signatureOf(code, language);
      const own = written(previous.function);
      const there = own
        ? { ...previous, language, inputs: inputsFor(own.params, previous.inputs) }
        : (others.get(language) ?? translated(previous, language));
      const { derivative } = written(previous.derivative) ? previous : own ? starting(there) : there;
      replace({ ...there, derivative }, "own");
    },

    choose(chosen) {
      replace(settingOf(chosen, setting.peek().language), "own");
      example = chosen;
    },

    bringBack() {
      const kept = before.peek();
      if (!kept) return;
      const present = setting.peek();
      const swapped = example === null ? { setting: present, fromLink: isFromLink() } : null;
      batch(() => {
        before.value = swapped;
        setting.value = kept.setting;
        origin.value = kept.fromLink ? "link" : "own";
        running.say(null);
        graded.value = null;
        drawn.value = null;
      });
      example = null;
      keeper.save("before", swapped);
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

    stop: running.stop,
  };
}

const starting = (setting: Setting): Setting => ({ ...setting, derivative: starterFor(setting) });

/** The example that the function is, in this language; or the same inputs without a function. */
function translated(setting: Setting, language: Language): Setting {
  const same = examples.find(({ code }) => code[setting.language].trim() === setting.function.trim());
  return same ? settingOf(same, language) : emptyIn(language, setting);
}

/** The same inputs without a function: what has been written in one language isn't there in the other. */
function emptyIn(language: Language, { inputs, sizes }: Setting): Setting {
  const params = inputs.map(({ name }) => name).join(", ");
  const code =
    language === "python"
      ? `def f(${params}):\n    # ${say.task}\n    pass`
      : `function f(${params}) {\n  // ${say.task}\n}`;
  const setting = { language, function: code, inputs, sizes };
  return { ...setting, derivative: starterFor(setting) };
}
