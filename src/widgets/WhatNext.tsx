import { useEffect, useState } from "preact/hooks";
import type { Way } from "#widgets/way-on.ts";

/** Where to go from a right answer, one press away. Nothing as long as that can't be fetched. */
export default function WhatNext({ id }: { id: string }) {
  const [way, setWay] = useState<Way | null>(null);
  useEffect(() => {
    import("#widgets/way-on.ts").then(({ wayOn }) => setWay(wayOn(id))).catch(() => undefined);
  }, [id]);
  return (
    way && (
      <p>
        <a href={way.href}>
          {way.text} <span aria-hidden="true">→</span>
        </a>
      </p>
    )
  );
}
