/**
 * The notebook's own checker, in Python. It needs real PyTorch and knows no answers: the exercise's function is differentiated by
 * autograd, on the spot. It keeps to what our own Python has too, so that the tests can run it.
 */
export const checkSource = String.raw`import numpy as np
import torch

my_answers = {}


def my_answer(function):
    """Written above a function, says that it is your answer: a check looks at no other function of its name."""
    my_answers[function.__name__] = function
    return function


def check(name, function, takes, by, given, cases):
    """Compares what your function returns with what autograd gets for the same inputs.

    name      your function
    function  what it is the derivative of, written for PyTorch; takes its inputs
    by        the inputs to differentiate by, in the order of your results
    given     what your function is given
    """
    yours = my_answers.get(name)
    if yours is None:
        print(f"There is no answer {name} yet. Run the cell that defines it below @my_answer, then this one again.")
        return
    truths = [autograd(function, takes, by, case) for case in cases]
    answers = []
    for case in cases:
        try:
            answer = yours(*[handed(case[key]) for key in given])
        except Exception as error:
            print(f"{name} fails with {type(error).__name__}: {error}")
            print("   ", at(case, given))
            return
        if answer is None:
            print(f"{name} does not return anything yet. Write it, run its cell, then this one again.")
            return
        problem = wrong_kind(name, answer, by)
        if problem:
            print(problem)
            return
        answers.append([answer] if len(by) == 1 else list(answer))
    right = True
    for k in range(len(by)):
        right = compare(name if len(by) == 1 else "d" + by[k], by[k], k, answers, truths, cases, given) and right
    if right:
        print("Right.")


def autograd(function, takes, by, case):
    inputs = {}
    for key in takes:
        value = case[key]
        if not is_whole(value):
            value = torch.tensor(value, dtype=torch.float64, requires_grad=key in by)
        elif isinstance(value, list):
            value = torch.tensor(value)
        inputs[key] = value
    result = function(*[inputs[key] for key in takes])
    if result.requires_grad:
        result.backward()
    gradients = []
    for key in by:
        gradient = inputs[key].grad
        gradients.append(np.zeros(tuple(inputs[key].shape)) if gradient is None else gradient.numpy())
    return gradients


def is_whole(value):
    return all([is_whole(each) for each in value]) if isinstance(value, list) else isinstance(value, int)


def handed(value):
    return np.array(value) if isinstance(value, list) else value


def wrong_kind(name, answer, by):
    if len(by) > 1:
        wanted = ", ".join(["d" + key for key in by])
        if not isinstance(answer, (tuple, list)) or len(answer) != len(by):
            return f"{name} should return {len(by)} gradients: ({wanted})."
    for each in [answer] if len(by) == 1 else answer:
        try:
            np.array(each, dtype=float)
        except Exception:
            return f"{name} should return numbers or arrays of numbers. It returned {each!r}."
    return None


def compare(label, key, k, answers, truths, cases, given):
    largest = max([float(np.max(np.abs(truth[k]))) for truth in truths])
    wrong = []
    for i in range(len(cases)):
        yours = np.array(answers[i][k], dtype=float)
        truth = np.array(truths[i][k], dtype=float)
        if yours.shape != truth.shape or not np.all(np.abs(yours - truth) <= 1e-12 * (largest or 1)):
            wrong.append((yours.size + truth.size, i, yours, truth))
    if not wrong:
        print(f"{label} agrees with autograd for all {len(cases)} inputs.")
        return True
    _, i, yours, truth = min(wrong, key=lambda each: each[:2])
    print(f"{label} differs from autograd for {len(wrong)} of {len(cases)} inputs. One of them:")
    print("   ", at(cases[i], given))
    if yours.shape != truth.shape:
        print(f"    yours has the shape {yours.shape}, but {key} has the shape {truth.shape}")
    else:
        print("    yours:   ", yours.tolist())
        print("    autograd:", truth.tolist())
    return False


def at(case, given):
    return "at " + ", ".join([f"{key} = {case[key]}" for key in given])


def check_graph(name, function, at, digits):
    """Compares the gradients filled in with autograd's.

    name      the dictionary
    function  computes the graph with PyTorch; returns its result, and for each gradient the value that it belongs to
    at        the numbers that the graph is computed with
    digits    so many of a gradient are enough
    """
    gradients = globals().get(name)
    result, values = function(*[torch.tensor(value, dtype=torch.float64, requires_grad=True) for value in at])
    truths = torch.autograd.grad(result, values)
    if not isinstance(gradients, dict) or len(gradients) != len(truths):
        print(f"There is no answer {name} yet. Run the cell that fills it in, then this one again.")
        return
    open_ones = [key for key in gradients if gradients[key] is None]
    wrong = 0
    for key, truth in zip(list(gradients), truths):
        yours = gradients[key]
        if yours is None:
            continue
        if not isinstance(yours, (int, float)):
            print(f"{key}: {yours!r} is not a number")
            wrong += 1
        elif abs(yours - truth.item()) <= 5 * 10**-digits * max(abs(yours), abs(truth.item())):
            print(f"{key}: right")
        else:
            print(f"{key}: not what autograd gets")
            wrong += 1
    if wrong:
        print("Begin with the first that is wrong: those after it may only follow from it.")
    elif open_ones:
        print(f"{len(open_ones)} of {len(gradients)} gradients are not filled in yet.")
    else:
        print("Right, every one.")
`;
