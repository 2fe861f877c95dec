import { Fragment } from "preact";
import type { Term } from "#graph/entry-sums.ts";
import { graphNumber, term as bracketed } from "#graph/graph-text.ts";
import { numberOf, type ArrayEntry } from "#widgets/shapes/shape-session.ts";

type Entries = ReadonlyMap<string, ArrayEntry>;

/** `dW[0, 2]` in the hue of what it is. */
export function EntryName({ text, entries }: { text: string; entries: Entries }) {
  return <code class={entries.get(text)!.gradient ? "hg-gradient" : "hg-value"}>{text}</code>;
}

/** The number in an entry, in the same hue. */
export function EntryNumber({
  text,
  entries,
  bare = false,
}: {
  text: string;
  entries: Entries;
  bare?: boolean;
}) {
  const entry = entries.get(text)!;
  return (
    <span class={entry.gradient ? "hg-gradient" : "hg-value"}>
      {(bare ? graphNumber : bracketed)(numberOf(entry))}
    </span>
  );
}

interface TermsProps {
  terms: readonly Term[];
  entries: Entries;
  /** By their names, or by their numbers. */
  as: "names" | "numbers";
}

/** The sum of products: `X[0, 0] · dZ[0, 2] + …` or `0.5 · 1 + …`. A term is never broken over two lines. */
export function Terms({ terms, entries, as }: TermsProps) {
  return (
    <>
      {terms.map(({ times, factors }, i) => {
        const sign = times < 0 ? "− " : i > 0 ? "+ " : "";
        const number = Math.abs(times);
        return (
          <Fragment key={i}>
            {i > 0 && " "}
            <span class="hg-shapes-term">
              {sign}
              {number !== 1 && `${graphNumber(number)} · `}
              {factors.map((factor, k) => (
                <Fragment key={k}>
                  {k > 0 && " · "}
                  {as === "names" ? (
                    <EntryName text={factor} entries={entries} />
                  ) : (
                    <EntryNumber
                      text={factor}
                      entries={entries}
                      bare={i === 0 && k === 0 && number === 1 && sign === ""}
                    />
                  )}
                </Fragment>
              ))}
            </span>
          </Fragment>
        );
      })}
    </>
  );
}
