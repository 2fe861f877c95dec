/** What others use says what it is: every exported function and component, and every function of Python's `torch` and `numpy`. */
import { glob, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import type { SyntaxNode } from "#reading/syntax-tree.ts";
import { childrenOf } from "#reading/program-nodes.ts";
import { readSource } from "#runtime/python/source/python-source.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Something that others call, what is said of it, and whether it throws an error by itself. */
interface Documented {
  name: string;
  text: string | null;
  throws: boolean;
}

/** A function, or an operation, which is one. */
const isFunction = (value: ts.Expression | undefined): value is ts.Expression =>
  value !== undefined &&
  (ts.isArrowFunction(value) ||
    ts.isFunctionExpression(value) ||
    (ts.isCallExpression(value) && /^define(?:List)?Op$/.test(value.expression.getText())));

const bodyOf = (value: ts.Expression): ts.Node | undefined =>
  ts.isArrowFunction(value) || ts.isFunctionExpression(value) ? value.body : undefined;

/** Whether a function throws where it stands; what a function inside it throws is that one's. */
function throwsItself(node: ts.Node | undefined): boolean {
  if (!node || ts.isFunctionLike(node)) return false;
  return ts.isThrowStatement(node) || (ts.forEachChild(node, throwsItself) ?? false);
}

const commentOn = (node: ts.Node): string | null => {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return comments.length === 0 ? null : comments.map((comment) => comment.getText()).join("\n");
};

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** The functions and classes that a module exports. An overloaded one is documented where it is written down first. */
function exportsOf(path: string, code: string): Documented[] {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const found = new Map<string, Documented>();
  const add = (name: string, text: string | null, body: ts.Node | undefined) => {
    const first = found.get(name);
    found.set(name, {
      name,
      text: first?.text ?? text,
      throws: (first?.throws ?? false) || throwsItself(body),
    });
  };
  for (const statement of file.statements.filter(isExported)) {
    if (ts.isFunctionDeclaration(statement) && statement.name)
      add(statement.name.text, commentOn(statement), statement.body);
    if (ts.isClassDeclaration(statement) && statement.name)
      add(statement.name.text, commentOn(statement), undefined);
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (isFunction(initializer)) add(name.getText(), commentOn(statement), bodyOf(initializer));
      }
  }
  return [...found.values()];
}

/** An Astro component is documented by the comment that it opens with. */
function componentOf(path: string, code: string): Documented {
  const script = /^---\n([^]*?)\n---/.exec(code)?.[1] ?? "";
  return {
    name: path.split("/").at(-1)!,
    text: /^\s*(\/\*\*[^]*?\*\/)/.exec(script)?.[1] ?? null,
    throws: /^\s*throw\s/m.test(script) || /\)\s*throw\s/.test(script),
  };
}

const raisesItself = (node: SyntaxNode): boolean =>
  node.name === "RaiseStatement" ||
  (node.name !== "FunctionDefinition" && childrenOf(node).some((child) => raisesItself(child)));

/** The functions of a module of Python's, and the methods of its classes, whose names begin with no underscore. */
function functionsOf(code: string): Documented[] {
  const textOf = ({ from, to }: SyntaxNode) => code.slice(from, to);
  const documentedIn = (body: SyntaxNode, prefix: string): Documented[] =>
    childrenOf(body).flatMap((child): Documented[] => {
      const definition = child.name === "DecoratedStatement" ? child.lastChild! : child;
      if (definition.name !== "FunctionDefinition" && definition.name !== "ClassDefinition") return [];
      const name = textOf(definition.getChild("VariableName")!);
      if (name.startsWith("_")) return [];
      const inside = definition.getChild("Body")!;
      const first = childrenOf(inside).find(({ name }) => /^[A-Z]/.test(name) && name !== "Comment");
      const string = first?.name === "ExpressionStatement" ? first.getChild("String") : null;
      const whole = {
        name: `${prefix}${name}`,
        text: string ? textOf(string) : null,
        throws: definition.name === "FunctionDefinition" && raisesItself(inside),
      };
      const methods = definition.name === "ClassDefinition" ? documentedIn(inside, `${whole.name}.`) : [];
      return [whole, ...methods];
    });
  return documentedIn(readSource(code).nodes[0]!, "");
}

async function read(pattern: string, documented: (path: string, code: string) => Documented[]) {
  const paths = await Array.fromAsync(glob(pattern, { cwd: root }));
  return (
    await Promise.all(
      paths.sort().map(async (path) => {
        const code = await readFile(`${root}${path}`, "utf8");
        return documented(path, code).map((one) => ({ ...one, at: `${path}: ${one.name}` }));
      }),
    )
  ).flat();
}

describe.each([
  ["an exported function or class", "src/**/*.{ts,tsx}", exportsOf, 800],
  ["a component", "src/**/*.astro", (path: string, code: string) => [componentOf(path, code)], 30],
  [
    "a function of Python's torch and numpy",
    "src/runtime/python/modules/{torch,numpy}/**/*.py",
    (_: string, code: string) => functionsOf(code),
    400,
  ],
] as const)("%s", (_, pattern, documented, atLeast) => {
  test("says what it is", async () => {
    const all = await read(pattern, documented);
    expect(all.length).toBeGreaterThan(atLeast);
    expect(all.filter(({ text }) => text === null).map(({ at }) => at)).toEqual([]);
  });

  test("says which errors it throws", async () => {
    const throwing = (await read(pattern, documented)).filter(({ text, throws }) => throws && text !== null);
    expect(
      throwing.filter(({ text }) => !/\b(?:throws?|raises?|fails)\b/i.test(text!)).map(({ at }) => at),
    ).toEqual([]);
  });
});
