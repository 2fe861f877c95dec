/** What a statement assigns to, as the calls that tell it. */
import type { Expression, Identifier, Node, Pattern, Statement } from "acorn";
import {
  containerOf,
  hasKey,
  placeOf,
  plainnessOf,
  stepsOf,
  type Place,
} from "#runtime/javascript/recording/places.ts";
import { onOneLine, type Source } from "#runtime/javascript/recording/source.ts";

/** Names, and parts of what names stand for, in the order in which they are assigned to. */
export function assignedIn(node: Node): Node[] {
  const part = node as Statement | Expression;
  switch (part.type) {
    case "ExpressionStatement":
      return assignedIn(part.expression);
    case "VariableDeclaration":
      return part.declarations.flatMap(({ id, init }) =>
        init ? [...assignedIn(init), ...targetsOf(id)] : [],
      );
    case "AssignmentExpression":
      return [...assignedIn(part.right), ...targetsOf(part.left)];
    case "UpdateExpression":
      return [part.argument];
    case "SequenceExpression":
      return part.expressions.flatMap(assignedIn);
    default:
      return [];
  }
}

function targetsOf(pattern: Pattern): Node[] {
  switch (pattern.type) {
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element === null ? [] : targetsOf(element)));
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        targetsOf(property.type === "RestElement" ? property.argument : property.value),
      );
    case "AssignmentPattern":
      return targetsOf(pattern.left);
    case "RestElement":
      return targetsOf(pattern.argument);
    default:
      return [pattern];
  }
}

/** One call for all names, one for each part that can be looked at again, and one for each whole that such a part belongs to. */
export function callsForAssigned(targets: readonly Node[], source: Source, line: number): string[] {
  const names = new Set(
    targets.flatMap((node) => (node.type === "Identifier" ? [(node as Identifier).name] : [])),
  );
  const parts: string[] = [];
  const wholes = new Set<string>();
  for (const target of targets) {
    const place = target.type === "MemberExpression" ? placeOf(target) : null;
    if (place === null || names.has(place.root)) continue;
    const part = partCall(target, place, names, source, line);
    if (part !== null) parts.push(part);
    if (hasKey(place)) wholes.add(wholeCall(containerOf(place), source, line));
  }
  return [...(names.size > 0 ? [namesCall("named", names, source, line)] : []), ...parts, ...wholes];
}

/** `_recorded.named(3, "a", a, "b", b)` */
export const namesCall = (
  method: "named" | "lists",
  names: ReadonlySet<string>,
  { hook }: Source,
  line: number,
): string => `${hook}.${method}(${line}, ${[...names].map((name) => `"${name}", ${name}`).join(", ")})`;

/** Null where the statement itself changes what the index is made of, or an index would do something when evaluated again. */
function partCall(
  target: Node,
  place: Place,
  assigned: ReadonlySet<string>,
  source: Source,
  line: number,
): string | null {
  const plain = plainnessOf(place);
  if (plain === null || plain.names.some((name) => assigned.has(name))) return null;
  const guard = plain.computes ? `${source.hook}.plain(${plain.names.join(", ")}) && ` : "";
  return `${guard}${placeCall(onOneLine(source.text(target)), place, source, line)}`;
}

function wholeCall(place: Place, source: Source, line: number): string {
  const properties = place.steps.flatMap((step) => ("property" in step ? [step.property] : []));
  return placeCall([place.root, ...properties].join("."), place, source, line);
}

/** A call that looks at a place. */
export const placeCall = (text: string, place: Place, source: Source, line: number): string =>
  `${source.hook}.place(${line}, ${JSON.stringify(text)}, ${place.root}, ${stepsOf(place, source)})`;
