def einsum(equation, operands, permuted, finished):
    """
    Sums of products, by broadcasting: every letter gets an axis of its own, those missing in the output are summed.

    `permuted(x, axes)` is x with its axes in this order; `finished` is applied to a
    sum of products.
    """
    if len(operands) == 1 and type(operands[0]) in (list, tuple):
        operands = operands[0]
    inputs, arrow, output = equation.replace(" ", "").partition("->")
    terms = inputs.split(",")
    if "..." in inputs:
        terms, output = _without_ellipsis(terms, operands, arrow, output)
        inputs, arrow = ",".join(terms), True
    if len(terms) != len(operands):
        raise ValueError("einsum(): the equation has %d terms, but there are %d operands" % (len(terms), len(operands)))
    letters = sorted(set(inputs.replace(",", "")))
    if not arrow:
        output = "".join([letter for letter in letters if inputs.count(letter) == 1])
    for letter in output:
        if letter not in letters:
            raise ValueError("einsum(): output subscript '%s' does not appear in the equation for any input operand" % letter)
    lengths = {}
    for place, (term, operand) in enumerate(zip(terms, operands)):
        for letter, length in zip(term, operand.shape):
            if lengths.get(letter, 1) != 1 and length not in (1, lengths[letter]):
                raise RuntimeError(
                    "einsum(): subscript %s has size %d for operand %d which does not broadcast with previously seen size %d"
                    % (letter, length, place, lengths[letter])
                )
            lengths[letter] = max(length, lengths.get(letter, 1))
    order = list(output) + [letter for letter in letters if letter not in output]
    product = None
    for term, operand in zip(terms, operands):
        if len(term) != operand.ndim:
            raise ValueError(
                "einsum(): the term '%s' names %d axes, but its operand has %d" % (term, len(term), operand.ndim)
            )
        for letter in letters:
            while term.count(letter) > 1:
                operand, term = _diagonal(operand, term, letter, permuted)
        present = [letter for letter in order if letter in term]
        operand = permuted(operand, [term.index(letter) for letter in present])
        if len(present) < len(order):
            own = dict(zip(present, operand.shape))
            operand = operand.reshape([own.get(letter, 1) for letter in order])
        product = operand if product is None else product * operand
    summed = tuple(range(len(output), len(order)))
    if not summed:
        return product
    total = product.sum(summed)
    # As a product of matrices, which is how PyTorch computes it, the result is a view.
    return finished(total) if len(terms) > 1 else total


def _diagonal(operand, term, letter, permuted):
    """The entries where two axes of the same letter agree, along one axis in front."""
    first = term.index(letter)
    second = term.index(letter, first + 1)
    rest = [axis for axis in range(len(term)) if axis not in (first, second)]
    places = list(range(operand.shape[first]))
    found = permuted(operand, [first, second] + rest)[places, places]
    return found, letter + "".join([term[axis] for axis in rest])


def _without_ellipsis(terms, operands, arrow, output):
    """Digits in place of `...`: the last axis that it stands for is 0, the one before 1, and so on."""
    written, most = [], 0
    for term, operand in zip(terms, operands):
        if "..." in term:
            count = operand.ndim - len(term) + 3
            most = max(most, count)
            term = term.replace("...", "".join([str(place) for place in range(count - 1, -1, -1)]))
        written.append(term)
    digits = "".join([str(place) for place in range(most - 1, -1, -1)])
    if arrow:
        return written, output.replace("...", digits)
    letters = sorted([each for each in set("".join(written)) if not each.isdigit()])
    return written, digits + "".join([each for each in letters if "".join(written).count(each) == 1])
