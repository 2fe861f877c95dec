import { exerciseAnchor } from "#course/anchors.ts";
import { staged as strings } from "#strings/index.ts";
import Icon from "#widgets/Icon.tsx";
import Quantity from "#widgets/graph/Quantity.tsx";
import type { SolvedExercise } from "#widgets/own-answer/solved-exercises.ts";
import type { StageFacts } from "#widgets/staged/stage-facts.ts";

interface Props {
  stages: readonly StageFacts[];
  open: ReadonlySet<string>;
  standing: ReadonlyMap<string, SolvedExercise>;
  onToggle: ((stage: string) => void) | undefined;
}

/** Every stage in words and numbers, with its exercise. */
export default function StageList({ stages, open, standing, onToggle }: Props) {
  return (
    <ol class="hg-stages">
      {stages.map((stage) => (
        <li key={stage.name} class="hg-box hg-stage">
          <p class="hg-stage-head">
            <strong>{stage.title}</strong>
            <Standing solved={standing.get(stage.exercise)?.solved ?? false} />
            <button
              type="button"
              class="hg-button hg-quiet hg-sign hg-live"
              aria-expanded={open.has(stage.name)}
              aria-label={open.has(stage.name) ? strings.fold(stage.title) : strings.open(stage.title)}
              disabled={!onToggle}
              onClick={() => onToggle?.(stage.name)}
            >
              <Icon name={open.has(stage.name) ? "smaller" : "larger"} />
            </button>
          </p>
          <p>
            <code>
              <span class="hg-value">{stage.result}</span> = {stage.formula}
            </code>
          </p>
          <dl>
            <dt>{strings.arrives}</dt>
            <dd class="hg-row">
              <Gradient gradient={stage.arrives} />
            </dd>
            <dt>{strings.leaves}</dt>
            <dd class="hg-row">
              {stage.leaves.map((gradient) => (
                <Gradient key={gradient.name} gradient={gradient} />
              ))}
            </dd>
          </dl>
          <p>
            <a href={`#${exerciseAnchor(stage.exercise)}`}>{strings.exercise(stage.exerciseTitle)}</a>
          </p>
        </li>
      ))}
    </ol>
  );
}

function Gradient({ gradient: { name, part, shape, entries } }: { gradient: StageFacts["arrives"] }) {
  return (
    <span class="hg-row hg-stage-gradient">
      <span>
        <code>{name}</code>
        {part && ` ${strings.part}`}
      </span>{" "}
      <Quantity shape={shape} entries={entries} kind="gradient" />
    </span>
  );
}

function Standing({ solved }: { solved: boolean }) {
  return solved ? (
    <span class="hg-right">
      <Icon name="correct" /> {strings.solved}
    </span>
  ) : (
    <span class="hg-muted">{strings.notYet}</span>
  );
}
