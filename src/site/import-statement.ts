import type { MdxjsEsm } from "mdast-util-mdx";

/** `import name from "source";` at the top of an MDX page, or `import "source";` without a name. */
export function importStatement(name: string | null, source: string): MdxjsEsm {
  const specifiers = name
    ? [{ type: "ImportDefaultSpecifier" as const, local: { type: "Identifier" as const, name } }]
    : [];
  return {
    type: "mdxjsEsm",
    value: "", // the compiler reads the syntax tree
    data: {
      estree: {
        type: "Program",
        sourceType: "module",
        body: [
          {
            type: "ImportDeclaration",
            specifiers,
            attributes: [],
            source: { type: "Literal", value: source },
          },
        ],
      },
    },
  };
}
