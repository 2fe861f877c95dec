import { pathLedger as say } from "#strings/index.ts";
import Marked from "#widgets/Marked.tsx";
import { ledgerOf, type Path } from "#graph/paths.ts";
import { graphNumber, term } from "#widgets/graph/graph-text.ts";
import type { Flow } from "#graph/flow.ts";

interface Props {
  flow: Flow;
  /** The inputs that several paths may lead to. */
  inputs: readonly string[];
  /** Called with the path that is pointed at, and with null when it no longer is. */
  onPoint: (path: Path | null) => void;
}

/** For every input that paths meet in: each path from the result back to it, and what it contributes. */
export default function PathLedger({ flow, inputs, onPoint }: Props) {
  const ledgers = inputs.flatMap((input) => {
    const ledger = ledgerOf(flow, input);
    if (ledger === null || (typeof ledger !== "string" && ledger.paths.length < 2)) return [];
    return { input, ledger };
  });
  if (ledgers.length === 0) return null;
  const labels = new Map(flow.nodes.map(({ id, label }) => [id, label]));
  const result = labels.get("result")!;
  return (
    <div class="hg-graph-ledgers">
      {ledgers.map(({ input, ledger }) =>
        typeof ledger === "string" ? (
          <p key={input}>{ledger}</p>
        ) : (
          <div key={input} class="hg-graph-scroll" role="group" aria-label={say.label(input)} tabIndex={0}>
            <table class="hg-graph-ledger">
              <caption>
                <Marked text={say.caption(result, input)} />
              </caption>
              <thead>
                <tr>
                  <th scope="col">{say.path}</th>
                  <th scope="col">{say.locals}</th>
                  <th scope="col">{say.contribution}</th>
                </tr>
              </thead>
              <tbody>
                {ledger.paths.map((path, i) => (
                  <tr key={i} onMouseEnter={() => onPoint(path)} onMouseLeave={() => onPoint(null)}>
                    <td>
                      <button
                        type="button"
                        class="hg-graph-path-name"
                        onFocus={() => onPoint(path)}
                        onBlur={() => onPoint(null)}
                      >
                        {[result, ...path.edges.map(({ to }) => labels.get(to)), input].join(" ← ")}
                      </button>
                    </td>
                    <td>
                      {path.factors.map((factor, k) => (k === 0 ? graphNumber : term)(factor)).join(" × ")}
                    </td>
                    <td class="hg-gradient">{graphNumber(path.contribution)}</td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row" colSpan={2}>
                    <Marked text={say.sum(result, input)} />
                  </th>
                  <td class="hg-gradient">{graphNumber(ledger.total)}</td>
                </tr>
              </tfoot>
            </table>
          </div>
        ),
      )}
    </div>
  );
}
