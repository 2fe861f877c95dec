import { controls, steps as strings } from "#strings/index.ts";
import Icon from "#widgets/Icon.tsx";
import type { StepsRequest } from "#widgets/steps/steps-request.ts";
import { useSlow } from "#widgets/use-slow.ts";

interface Props<Answer> {
  answer: Answer;
  request: StepsRequest<Answer>;
}

/** Asks for what the lines of a right answer are, and says why that brings nothing. */
export default function AskForSteps<Answer>({ answer, request }: Props<Answer>) {
  const busy = request.busy(answer);
  const slow = useSlow(busy);
  const trouble = request.trouble(answer);
  return (
    <div class="hg-row hg-actions">
      <button
        type="button"
        class="hg-button hg-quiet"
        aria-disabled={busy}
        onClick={() => !busy && void request.ask(answer)}
      >
        {strings.ask}
      </button>
      {slow && busy && (
        <button type="button" class="hg-button" onClick={request.stop}>
          <Icon name="stop" /> {controls.stop}
        </button>
      )}
      <span class="hg-remark" role="status">
        {busy ? strings.asking : (trouble ?? (request.found(answer) === null && strings.nothing))}
      </span>
    </div>
  );
}
