a = [1, 2, 3, 4]
it = iter([0, 1, 2])
a[next(it)] *= 10
print(a, next(it))


class Cell:
    """Something that says what is asked of it."""

    def __init__(self):
        self.value = 12

    def __getattr__(self, name):
        print("missing", name)
        raise AttributeError(name)


class Grown:
    """Something that changes in place, but for what it leaves to `*`."""

    def __init__(self, log):
        self.log = log

    def __imul__(self, other):
        if other == 0:
            return NotImplemented
        self.log.append(other)
        return self

    def __mul__(self, other):
        return Grown(["new"])

    def __ilshift__(self, other):
        self.log.append("<<")
        return self


def noted(x):
    print("noted", x)
    return x


def every_operator(x, y):
    cell, row, table, name = Cell(), [x], {"k": [[x]]}, x
    for place in range(12):
        cell.value = row[0] = table["k"][0][0] = name = x
        if place == 0:
            cell.value += y; row[noted(0)] += y; table["k"][0][noted(0)] += y; name += y
        elif place == 1:
            cell.value -= y; row[noted(0)] -= y; table["k"][0][noted(0)] -= y; name -= y
        elif place == 2:
            cell.value *= y; row[noted(0)] *= y; table["k"][0][noted(0)] *= y; name *= y
        elif place == 3:
            cell.value /= y; row[noted(0)] /= y; table["k"][0][noted(0)] /= y; name /= y
        elif place == 4:
            cell.value //= y; row[noted(0)] //= y; table["k"][0][noted(0)] //= y; name //= y
        elif place == 5:
            cell.value %= y; row[noted(0)] %= y; table["k"][0][noted(0)] %= y; name %= y
        elif place == 6:
            cell.value **= y; row[noted(0)] **= y; table["k"][0][noted(0)] **= y; name **= y
        elif place == 7:
            cell.value &= y; row[noted(0)] &= y; table["k"][0][noted(0)] &= y; name &= y
        elif place == 8:
            cell.value |= y; row[noted(0)] |= y; table["k"][0][noted(0)] |= y; name |= y
        elif place == 9:
            cell.value ^= y; row[noted(0)] ^= y; table["k"][0][noted(0)] ^= y; name ^= y
        elif place == 10:
            cell.value <<= y; row[noted(0)] <<= y; table["k"][0][noted(0)] <<= y; name <<= y
        else:
            cell.value >>= y; row[noted(0)] >>= y; table["k"][0][noted(0)] >>= y; name >>= y
        print(place, cell.value, row, table, name)


every_operator(13, 3)

x = y = [1, 2]
x *= 2
print(x is y, y)
x[1:3] *= 2
print(y)
s = t = {1, 2, 3}
s &= {2, 3}; s |= {7}; s ^= {3}; s -= {9}
print(s is t, sorted(t))
d = e = {"a": 1}
d |= {"b": 2}
print(d is e, e)
g = h = Grown([])
g *= 5; g <<= 1
print(g is h, h.log)
holder = [h]
holder[0] *= 7
print(holder[0] is h, h.log)
holder[0] *= 0
print(holder[0].log, h.log)
text = "ab"
text *= 3
print(text)
w = (n := 4)
w *= (n := n + 1)
print(w, n)
f = lambda q: a
f("[*= (")[len("]")] -= \
    2; f(0)[(
        1
    )] **= len({"}": "]"})
print(a)


def growing():
    total = 2
    total *= yield total
    yield total


steps = growing()
print(next(steps), steps.send(21))

for wrong in ("x[9] *= 2", "x[0] **= 'a'", "x['a'] *= 2"):
    try:
        x = [1, 2]
        if wrong == "x[9] *= 2":
            x[9] *= 2
        elif wrong == "x['a'] *= 2":
            x["a"] *= 2
        else:
            x[0] **= "a"
    except Exception as error:
        print(wrong, type(error).__name__)
try:
    u = (1, [2])
    u[1] *= 2
except TypeError as error:
    print(u)
