import { arrayPanel as say } from "#strings/index.ts";
import Marked from "#widgets/Marked.tsx";
import { shapeText } from "#graph/labels.ts";
import Quantity from "#widgets/graph/Quantity.tsx";
import Sideways from "#widgets/sideways/Sideways.tsx";
import type { FlowNode } from "#graph/flow.ts";

/** The entries of one array of the graph: its value, and its gradient in the same shape. */
export default function ArrayPanel({ node, onClose }: { node: FlowNode; onClose: () => void }) {
  return (
    <div class="hg-graph-array" role="group" aria-label={say.label(node.text)}>
      <p class="hg-graph-says">
        <Marked text={say.shape(node.text, shapeText(node.shape))} />
      </p>
      <Sideways label={say.entries}>
        <dl>
          <div>
            <dt>{say.value}</dt>
            <dd>
              <Quantity shape={node.shape} entries={node.value} kind="value" />
            </dd>
          </div>
          <div>
            <dt>{say.gradient}</dt>
            <dd>
              {node.gradient ? (
                <Quantity shape={node.shape} entries={node.gradient} kind="gradient" />
              ) : (
                say.none
              )}
            </dd>
          </div>
        </dl>
      </Sideways>
      <button type="button" class="hg-button hg-quiet" onClick={onClose}>
        {say.close}
      </button>
    </div>
  );
}
