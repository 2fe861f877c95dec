import { arrayPanel as strings, graphTable as table } from "#strings/index.ts";
import Marked from "#widgets/Marked.tsx";
import { shapeText } from "#graph/labels.ts";
import Quantity from "#widgets/graph/Quantity.tsx";
import Sideways from "#widgets/sideways/Sideways.tsx";
import type { SnapshotNode } from "#graph/snapshot.ts";

/** The entries of one array of the graph: its value, and its gradient in the same shape. */
export default function ArrayPanel({ node, onClose }: { node: SnapshotNode; onClose: () => void }) {
  return (
    <div class="hg-explained hg-graph-array" role="group" aria-label={strings.label(node.text)}>
      <p>
        <Marked text={strings.shape(node.text, shapeText(node.shape))} />
      </p>
      <Sideways label={strings.entries}>
        <dl class="hg-row">
          <div>
            <dt>{table.value}</dt>
            <dd>
              <Quantity shape={node.shape} entries={node.value} kind="value" />
            </dd>
          </div>
          <div>
            <dt>{table.gradient}</dt>
            <dd>
              {node.gradient ? (
                <Quantity shape={node.shape} entries={node.gradient} kind="gradient" />
              ) : (
                table.none
              )}
            </dd>
          </div>
        </dl>
      </Sideways>
      <button type="button" class="hg-button hg-quiet" onClick={onClose}>
        {strings.close}
      </button>
    </div>
  );
}
