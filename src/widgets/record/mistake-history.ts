import type { AttemptRecord } from "#learner/attempt.ts";
import { moment } from "#learner/record.ts";
import type { DiagnosisKind } from "#grader/verdict.ts";

export interface MistakeHistory {
  kind: DiagnosisKind;
  /** How often it was made in each span of time, the earliest first. */
  counts: readonly number[];
  total: number;
  /** When it was made last, ISO 8601. */
  last: string;
}

/**
 * Mistakes by kind, the commonest first, each over `spans` equal spans of time from the first answer to the last. One answer
 * submitted twice in a row without a change counts once.
 */
export function mistakeHistory(attempts: readonly AttemptRecord[], spans: number): MistakeHistory[] {
  const times = attempts.map(({ submittedAt }) => moment(submittedAt));
  const from = Math.min(...times);
  const length = Math.max(...times) - from || 1;
  const seen = new Set<string>();
  const histories = new Map<DiagnosisKind, { counts: number[]; last: string }>();
  for (const { diagnosis, submittedAt, exercise, language, code } of attempts) {
    const answer = `${language} ${exercise} ${code}`;
    if (diagnosis === null || seen.has(answer)) continue;
    seen.add(answer);
    const history = histories.get(diagnosis) ?? { counts: Array<number>(spans).fill(0), last: submittedAt };
    histories.set(diagnosis, history);
    const span = Math.min(spans - 1, Math.floor(((moment(submittedAt) - from) / length) * spans));
    history.counts[span]! += 1;
    if (moment(submittedAt) > moment(history.last)) history.last = submittedAt;
  }
  return [...histories]
    .map(([kind, { counts, last }]) => ({ kind, counts, last, total: counts.reduce((a, b) => a + b, 0) }))
    .sort((a, b) => b.total - a.total);
}
