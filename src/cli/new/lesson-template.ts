/** What stands where an author has something to write. It does not show in the page; `handgrad check` lists those that are left. */
export const placeholder = "{/* To write:";

const toWrite = (what: string): string => `${placeholder} ${what} */}`;

const usesExercises = 'import Exercise from "#widgets/Exercise.astro";';

/** The starting point of a lesson. */
export const lessonTemplate = (title: string): string => `---
title: ${title}
description: ""
---

${usesExercises}

## What you will be able to do

${toWrite("three or four things, as a list.")}

## The idea

${toWrite("the idea before the formula, then the derivation in small steps.")}

\`\`\`python cell title="Autograd <> by hand"
import torch

def f(x):
    return x**2

def d_f(x):
    return 2 * x

x = torch.tensor(3.0, requires_grad=True)
y = f(x)
y.backward()
print(x.grad.item(), "<>", d_f(x.item()))
\`\`\`

${toWrite("an exercise where it is needed: <Exercise id>, its statement, </Exercise>.")}

## Mistakes that tempt

${toWrite("what goes wrong, and why it is tempting.")}

## On a card

${toWrite("what fits on a card, as a table.")}

## Read further

${toWrite("where the same is told at more length, or more deeply.")}
`;
