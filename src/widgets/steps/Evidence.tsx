import { useSignal } from "@preact/signals";
import CaseTable from "#widgets/CaseTable.tsx";
import { caseToDraw } from "#widgets/graph/case-to-draw.ts";
import WrongStep from "#widgets/graph/WrongStep.tsx";
import type { DrawnMistake } from "#widgets/graph/drawn-mistake.ts";
import AskForSteps from "#widgets/steps/AskForSteps.tsx";
import StepsTable from "#widgets/steps/StepsTable.tsx";
import type { ChosenStep } from "#widgets/steps/step-choice.ts";
import type { StepsRequest } from "#widgets/steps/steps-request.ts";
import type { Grade } from "#grader/verdict.ts";

interface Props<Answer> {
  /** What was graded, as the request knows it. */
  answer: Answer;
  grade: Grade;
  request: StepsRequest<Answer>;
  /** What is said where the code is another one by now. */
  stale: string | null;
  /** Whether to show the graph unasked. */
  open: boolean;
  /** Draws the graph that the answer goes wrong on, or that its steps are on. */
  draw: (grade: Grade) => Promise<DrawnMistake | null>;
  onGoTo: (line: number) => void;
}

/** What is shown of an answer below its verdict: its own lines, the graph, the cases. */
export default function Evidence<Answer>(props: Props<Answer>) {
  const { answer, grade, request, stale, open, draw, onGoTo } = props;
  const chosen = useSignal<ChosenStep | null>(null);
  const steps = grade.steps ?? request.found(answer) ?? undefined;
  const shown = { ...grade, steps };
  const drawn = caseToDraw(shown);
  return (
    <>
      {grade.verdict === "correct" && !steps && <AskForSteps answer={answer} request={request} />}
      {steps && (
        <StepsTable
          steps={steps}
          stale={stale}
          chosen={chosen}
          onGraph={drawn === steps.at}
          asked={!grade.steps}
          onGoTo={onGoTo}
        />
      )}
      {drawn !== null && (
        <WrongStep
          key={steps ? "with steps" : "without"}
          steps={steps}
          chosen={chosen}
          isWrong={(grade.diagnosis?.bends.length ?? 0) > 0}
          open={open && grade.verdict !== "correct"}
          draw={() => draw(shown)}
        />
      )}
      {grade.cases.length > 0 && <CaseTable cases={grade.cases} />}
    </>
  );
}
