import { Fragment } from "preact";
import { pathLedger as strings } from "#strings/index.ts";
import Marked from "#widgets/Marked.tsx";
import Sideways from "#widgets/sideways/Sideways.tsx";
import { ledgerOf, type Path } from "#graph/path-ledger.ts";
import { graphNumber, term } from "#graph/graph-text.ts";
import type { GraphSnapshot } from "#graph/snapshot.ts";

interface Props {
  snapshot: GraphSnapshot;
  /** The inputs that several paths may lead to. */
  inputs: readonly string[];
  /** Called with the path that is pointed at, and with null when it no longer is. */
  onPoint: (path: Path | null) => void;
}

/** For every input that paths meet in: each path from the result back to it, and what it contributes. */
export default function PathLedger({ snapshot, inputs, onPoint }: Props) {
  const ledgers = inputs.flatMap((input) => {
    const ledger = ledgerOf(snapshot, input);
    if (ledger === null || (typeof ledger !== "string" && ledger.paths.length < 2)) return [];
    return { input, ledger };
  });
  if (ledgers.length === 0) return null;
  const labels = new Map(snapshot.nodes.map(({ id, label }) => [id, label]));
  const result = labels.get("result")!;
  return (
    <div>
      {ledgers.map(({ input, ledger }) =>
        typeof ledger === "string" ? (
          <p key={input}>{ledger}</p>
        ) : (
          <Sideways key={input} label={strings.label(input)}>
            <table class="hg-table hg-graph-ledger">
              <caption>
                <Marked text={strings.caption(result, input)} />
              </caption>
              <thead>
                <tr>
                  <th scope="col">{strings.contribution}</th>
                  <th scope="col">{strings.path}</th>
                  <th scope="col">{strings.locals}</th>
                </tr>
              </thead>
              <tbody>
                {ledger.paths.map((path, i) => (
                  <tr key={i} onMouseEnter={() => onPoint(path)} onMouseLeave={() => onPoint(null)}>
                    <td class="hg-gradient">{graphNumber(path.contribution)}</td>
                    <td>
                      <button
                        type="button"
                        class="hg-bare"
                        onFocus={() => onPoint(path)}
                        onBlur={() => onPoint(null)}
                      >
                        <Chain
                          links={[result, ...path.edges.map(({ to }) => labels.get(to)!), input]}
                          sign="←"
                        />
                      </button>
                    </td>
                    <td>
                      <Chain
                        links={path.factors.map((factor, k) => (k === 0 ? graphNumber : term)(factor))}
                        sign="×"
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <td class="hg-gradient">{graphNumber(ledger.total)}</td>
                  <th scope="row" colSpan={2}>
                    <Marked text={strings.sum(result, input)} />
                  </th>
                </tr>
              </tfoot>
            </table>
          </Sideways>
        ),
      )}
    </div>
  );
}

interface ChainProps {
  links: readonly string[];
  sign: string;
}

/** Links with a sign between them: it can go on in a new line before a sign. */
function Chain({ links, sign }: ChainProps) {
  return (
    <>
      {links.map((link, i) => (
        <Fragment key={i}>
          {i > 0 && " "}
          <span class="hg-graph-link">{i === 0 ? link : `${sign} ${link}`}</span>
        </Fragment>
      ))}
    </>
  );
}
