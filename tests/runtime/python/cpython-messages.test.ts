import { expect, test } from "vitest";
import { toCPythonMessage } from "#runtime/python/cpython-messages.ts";

test.each([
  ["name 'foo' isn't defined", "name 'foo' is not defined"],
  ["'int' object isn't iterable", "'int' object is not iterable"],
  ["'NoneType' object isn't callable", "'NoneType' object is not callable"],
  ["'function' object isn't subscriptable", "'function' object is not subscriptable"],
  ["divide by zero", "division by zero"],
  ["unsupported types for __add__: 'list', 'int'", 'can only concatenate list (not "int") to list'],
  ["unsupported types for __iadd__: 'int', 'list'", "unsupported operand type(s) for +=: 'int' and 'list'"],
  ["unsupported types for __lt__: 'str', 'int'", "'<' not supported between instances of 'str' and 'int'"],
  ["unsupported type for __neg__: 'str'", "bad operand type for unary -: 'str'"],
  ["unsupported type for __abs__: 'str'", "bad operand type for abs(): 'str'"],
  ["invalid syntax for integer with base 10: 'x'", "invalid literal for int() with base 10: 'x'"],
  ["need more than 1 values to unpack", "not enough values to unpack (got 1)"],
  ["can't import name nothing", "cannot import name 'nothing'"],
  ["f() takes 3 positional arguments but 1 were given", "f() missing 2 required positional arguments"],
  ["f() takes 1 positional arguments but 2 were given", "f() takes 1 positional argument but 2 were given"],
  ["unsupported types for __mul__: 'str', 'str'", "can't multiply sequence by non-int of type 'str'"],
  ["module '_math' has no attribute 'foo'", "module 'math' has no attribute 'foo'"],
  ["list indices must be integers, not str", "list indices must be integers or slices, not str"],
  ["list index out of range", "list index out of range"],
])("%s", (micropython, cpython) => {
  expect(toCPythonMessage(micropython)).toBe(cpython);
});
