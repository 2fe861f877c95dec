"""Runs a program as a notebook runs a cell: the value of an expression that it ends in is printed too."""

import ast
import io
import tokenize


def execute(source, file, namespace):
    tree = ast.parse(source, file)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr) and not ends_with_semicolon(source):
        last = ast.Expression(tree.body.pop().value)
    exec(compile(tree, file, "exec"), namespace)
    if last is not None:
        value = eval(compile(last, file, "eval"), namespace)
        if value is not None:
            print(repr(value))


def ends_with_semicolon(source):
    silent = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.ENDMARKER)
    tokens = [each for each in tokenize.generate_tokens(io.StringIO(source).readline) if each.type not in silent]
    return bool(tokens) and tokens[-1].string == ";"
