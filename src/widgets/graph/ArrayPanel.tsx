import { shapeText } from "#graph/labels.ts";
import Quantity from "#widgets/graph/Quantity.tsx";
import type { FlowNode } from "#graph/flow.ts";

/** The entries of one array of the graph: its value, and its gradient in the same shape. */
export default function ArrayPanel({ node, onClose }: { node: FlowNode; onClose: () => void }) {
  return (
    <div class="hg-graph-array" role="group" aria-label={`Entries of ${node.text}`}>
      <p class="hg-graph-says">
        <code>{node.text}</code> has the shape {shapeText(node.shape)}, and so has its gradient.
      </p>
      <div class="hg-graph-scroll" role="group" aria-label="Entries" tabIndex={0}>
        <dl>
          <div>
            <dt>Value</dt>
            <dd>
              <Quantity shape={node.shape} entries={node.value} kind="value" />
            </dd>
          </div>
          <div>
            <dt>Gradient</dt>
            <dd>
              {node.gradient ? (
                <Quantity shape={node.shape} entries={node.gradient} kind="gradient" />
              ) : (
                "none"
              )}
            </dd>
          </div>
        </dl>
      </div>
      <button type="button" class="hg-button hg-quiet" onClick={onClose}>
        Close
      </button>
    </div>
  );
}
