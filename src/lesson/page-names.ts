/** The names that a page imports, defines and uses: of components, and in its expressions. */
import type { Node, Program } from "estree-jsx";
import { visit as visitProgram } from "estree-util-visit";
import type { Root } from "mdast";
import type { MdxJsxAttribute, MdxJsxExpressionAttribute } from "mdast-util-mdx";
import { visit } from "unist-util-visit";
import type { Location } from "#lesson/problem.ts";

export interface ImportedName extends Location {
  /** What the page calls it; empty for one that is imported for its effect. */
  locals: readonly string[];
  /** Those of them that are in braces, by the names that the file gives them. */
  named: readonly string[];
  source: string;
}

/** A tag. */
export interface PageElement extends Location {
  name: string;
  /** What attributes are given as text; null for one that is computed, or without a value. */
  attributes: ReadonlyMap<string, string | null>;
  /** Whether attributes are spread into it, so that it may have others. */
  spread: boolean;
}

/** The use of a name. */
export interface NameUse extends Location {
  name: string;
  /** Where it stands in an attribute's braces: the attribute, and all that is between them. */
  attribute?: { name: string; braces: string };
}

export interface PageNames {
  imports: readonly ImportedName[];
  elements: readonly PageElement[];
  /** What is used and neither imported nor defined, nor known to every page. */
  unknown: readonly NameUse[];
}

/** What the site gives to every page. */
const siteNames = new Set(["Fragment", "props", "frontmatter", "file", "url", "undefined", "arguments"]);

/** Reads a page's tree. Places are those of the file, its frontmatter included. */
export function namesIn(tree: Root): PageNames {
  const imports: ImportedName[] = [];
  const elements: PageElement[] = [];
  const used: NameUse[] = [];
  const defined = new Set<string>();

  const read = (program: Program | null | undefined, attribute?: NameUse["attribute"]) => {
    if (!program) return;
    imports.push(...importsOf(program));
    for (const name of definedIn(program)) defined.add(name);
    used.push(...usedIn(program).map((each) => ({ ...each, ...(attribute && { attribute }) })));
  };

  visit(tree, (node) => {
    switch (node.type) {
      case "mdxjsEsm":
      case "mdxFlowExpression":
      case "mdxTextExpression":
        read(node.data?.estree);
        break;
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement": {
        for (const attribute of node.attributes) read(programOf(attribute), bracesOf(attribute));
        if (node.name === null || !node.position) break;
        const place = locationOf(node.position.start);
        elements.push({ name: node.name, ...place, ...attributesOf(node.attributes) });
        if (isComponent(node.name)) used.push({ name: node.name.split(".")[0]!, ...place });
        break;
      }
    }
  });
  for (const { locals } of imports) for (const local of locals) defined.add(local);
  return {
    imports,
    elements,
    unknown: used.filter(({ name }) => !defined.has(name) && !siteNames.has(name) && !(name in globalThis)),
  };
}

/** Others are elements of HTML. */
const isComponent = (name: string): boolean => /^[A-Z]/.test(name) || name.includes(".");

const locationOf = ({ line, column }: Location): Location => ({ line, column });

/** The place of a node of JavaScript, whose columns are counted from 0. */
const locationOfNode = ({ loc }: Node): Location => ({
  line: loc?.start.line ?? 1,
  column: (loc?.start.column ?? 0) + 1,
});

function programOf(attribute: MdxJsxAttribute | MdxJsxExpressionAttribute): Program | null | undefined {
  if (attribute.type === "mdxJsxExpressionAttribute") return attribute.data?.estree;
  return typeof attribute.value === "object" ? attribute.value?.data?.estree : null;
}

/** An attribute whose value is an expression. */
function bracesOf(attribute: MdxJsxAttribute | MdxJsxExpressionAttribute): NameUse["attribute"] {
  return attribute.type === "mdxJsxAttribute" && typeof attribute.value === "object" && attribute.value
    ? { name: attribute.name, braces: attribute.value.value }
    : undefined;
}

function attributesOf(attributes: readonly (MdxJsxAttribute | MdxJsxExpressionAttribute)[]) {
  return {
    attributes: new Map(
      attributes.flatMap((each) =>
        each.type === "mdxJsxAttribute"
          ? [[each.name, typeof each.value === "string" ? each.value : null] as const]
          : [],
      ),
    ),
    spread: attributes.some(({ type }) => type === "mdxJsxExpressionAttribute"),
  };
}

const importsOf = (program: Program): ImportedName[] =>
  program.body.flatMap((node) =>
    node.type === "ImportDeclaration"
      ? [
          {
            ...locationOfNode(node),
            locals: node.specifiers.map(({ local }) => local.name),
            named: node.specifiers.flatMap((each) =>
              each.type === "ImportSpecifier" && each.imported.type === "Identifier"
                ? [each.imported.name]
                : [],
            ),
            source: String(node.source.value),
          },
        ]
      : [],
  );

/** Names that are defined anywhere in a program; those of a function count for the whole page. */
function definedIn(program: Program): Set<string> {
  const names = new Set<string>();
  const bind = (pattern: Node | null): void => {
    switch (pattern?.type) {
      case "Identifier":
        names.add(pattern.name);
        break;
      case "ObjectPattern":
        for (const property of pattern.properties) {
          bind(property.type === "RestElement" ? property.argument : property.value);
        }
        break;
      case "ArrayPattern":
        for (const element of pattern.elements) bind(element);
        break;
      case "AssignmentPattern":
        bind(pattern.left);
        break;
      case "RestElement":
        bind(pattern.argument);
        break;
    }
  };
  visitProgram(program, (node) => {
    switch (node.type) {
      case "VariableDeclarator":
      case "ClassDeclaration":
        bind(node.id);
        break;
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        if ("id" in node) bind(node.id ?? null);
        for (const param of node.params) bind(param);
        break;
      case "CatchClause":
        bind(node.param);
        break;
    }
  });
  return names;
}

function usedIn(program: Program): NameUse[] {
  const used: NameUse[] = [];
  visitProgram(program, (node, key, _, ancestors) => {
    const parent = ancestors.at(-1);
    if (node.type === "Identifier" && !isMereKey(node, key ?? null, parent)) {
      used.push({ name: node.name, ...locationOfNode(node) });
    }
    if (node.type === "JSXIdentifier" && parent?.type === "JSXOpeningElement" && isComponent(node.name)) {
      used.push({ name: node.name, ...locationOfNode(node) });
    }
  });
  return used;
}

/** Whether an identifier names a property, an import or a label, and no variable. */
function isMereKey(node: Node, key: string | null, parent: Node | undefined): boolean {
  switch (parent?.type) {
    case "MemberExpression":
      return key === "property" && !parent.computed;
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      return key === "key" && !parent.computed; // of a shorthand, the value is the same identifier
    case "ImportSpecifier":
    case "ExportSpecifier":
      return key === "imported" || key === "exported";
    case "MetaProperty":
    case "LabeledStatement":
    case "BreakStatement":
    case "ContinueStatement":
      return true;
    default:
      return node.type !== "Identifier";
  }
}
