import { useEffect, useState } from "preact/hooks";

type Evidence = (typeof import("#widgets/steps/Evidence.tsx"))["default"];

/** What is shown below a verdict, fetched with the first one; null until it is there. Where it can't be fetched, the next verdict tries again. */
export function useEvidence(verdict: unknown): Evidence | null {
  const [evidence, setEvidence] = useState<Evidence | null>(null);
  useEffect(() => {
    if (!verdict || evidence) return;
    void import("#widgets/steps/Evidence.tsx").then(
      (module) => setEvidence(() => module.default),
      () => undefined,
    );
  }, [verdict]);
  return evidence;
}
