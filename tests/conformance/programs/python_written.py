w, x = 8, 3.14159
print(f"a{{b{x!r:>{w}.4}}} {w=} {x = :.2f} {'q'} {1 == 2} {[1, 2][0]}")
print(rf'''\{x:.1f}"' {w}''', f"{x:.1f}" "{}" f'{w}', "a" f"b{f'{x:.1f}'}")
print(f'{{}}', f"{x!s:.3}", f"{(lambda y: y * 2)(3)}", f"{w,}", f"""{x
    + 1:.{w - 5}f}
    {w:>{w}}""")
print(("%d-"
       "%s") % (1, "b"), "%5.2f" % 2.5, "abc".center(7).title())
g = (y for y in [1, 2, 3])
print([0, *g, next(g, "end")], (*"ab", *[1]), sorted({*[1, 2], *[2, 3]}))
d = {"a": 1, "b": 2}
print({**d, "c": d.pop("a"), **d})
y = *[1, 2], 3


def starred():
    return *y, 4


print(y, starred(), [*range(3000)][-1])
print(dict(b=1, a=2), dict([(2, 1), (1, 2)]), dict(), dict({"z": 1}, b=2), dict((i, -i) for i in range(3)))
print({k: v for v, k in enumerate("hello")})


def shadowing(dict):
    return dict(b=1), dict(2)


print(shadowing(lambda *given, **named: (given, named)))
