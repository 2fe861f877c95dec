/** The words of the course: the glossary page lists them, and each one's first use in a lesson leads there. */

export interface GlossaryTerm {
  /** As the glossary lists it. */
  name: string;
  /**
   * Other forms in which lessons write it. Capital letters don’t matter. A form that is also another word, as “leaves” is, isn’t one
   * of them: a lesson links it by hand, `[leaves](../glossary/#leaf)`.
   */
  forms?: readonly string[];
  /** The lesson that introduces it, by its slug. */
  lesson: string;
  /** Two or three sentences; backquotes enclose code. */
  says: string;
  /** The only lessons that use these words for it; any lesson if absent. */
  only?: readonly string[];
}

export const terms: readonly GlossaryTerm[] = [
  {
    name: "absolute error",
    lesson: "loss",
    says: "The distance between a prediction and its target, without a sign. Its slope is 1 on one side of the target and −1 on the other, however large the error is.",
  },
  {
    name: "autograd",
    lesson: "scalar",
    says: "The part of PyTorch that differentiates. It records every operation while your code computes a value, then goes back over the record and applies each operation’s derivative rule.",
  },
  {
    name: "back-propagation through time",
    lesson: "recursive",
    says: "The backward pass through an unrolled recurrence, from the last step to the first. Every step uses the same weight, so each one adds its part to that weight’s gradient.",
  },
  {
    name: "backward pass",
    forms: ["back-propagation", "backward sweep", "sweep", "sweeps", "sweep back"],
    lesson: "scalar",
    says: "The way from the result back to every input. At each step the gradient that arrives is multiplied by the step’s local derivative and handed on. One such pass gives the gradients of all inputs.",
  },
  {
    name: "batch",
    forms: ["batches"],
    lesson: "batch-linear",
    says: "Several examples that are computed together, one in each row of an array. A weight that all of them share collects a gradient from every row.",
  },
  {
    name: "batch normalisation",
    lesson: "batch-norm",
    says: "A layer that shifts and scales each column of a batch to mean 0 and variance 1, and then applies a factor and a shift that are learned. The mean and the variance make each output depend on every row.",
  },
  {
    name: "bias",
    forms: ["biases"],
    lesson: "linear",
    says: "The number that a linear function adds at its end. Moving it by 1 moves the output by 1, so its local derivative is 1.",
  },
  {
    name: "broadcasting",
    forms: ["broadcast", "broadcasts"],
    lesson: "batch-linear",
    says: "Repeating an array along an axis so that it fits a larger one, without writing the copies down. What is repeated on the way forward is used several times, so its gradient is a sum over that axis.",
  },
  {
    name: "chain rule",
    lesson: "scalar",
    says: "The derivative of steps in a row is the product of their local derivatives. Where several paths lead from an input to the result, the products of the paths are added.",
  },
  {
    name: "clipping",
    lesson: "recursive",
    only: ["recursive"],
    says: "Scaling a gradient down to a limit where its length is beyond it, before the weights are changed. The direction stays. It keeps an exploding gradient from throwing the weights far away.",
  },
  {
    name: "computation graph",
    forms: ["computation graphs"],
    lesson: "scalar",
    says: "A drawing of a computation: a node for every operation, an edge for every value that goes into one. Values flow along the edges forward, gradients flow back along the same edges.",
  },
  {
    name: "cross-entropy",
    lesson: "vector",
    says: "A loss for classifiers: the negative logarithm of the probability that was given to the true class. After a softmax its gradient is short: the probabilities less the one-hot truth.",
  },
  {
    name: "derivative",
    forms: ["derivatives"],
    lesson: "scalar",
    says: "How fast a function’s output changes when its input does: change of output per change of input, for a change that shrinks to nothing. It is the slope of the function’s graph at that place.",
  },
  {
    name: "dot product",
    forms: ["dot products"],
    lesson: "vector",
    says: "Two vectors of the same length multiplied entry by entry, and the products added up. The gradient of each vector is the other one.",
  },
  {
    name: "embedding",
    forms: ["embeddings"],
    lesson: "batch-linear",
    says: "A table of weights with one row for each word, which is looked up by its number. A row that was looked up several times gets the sum of the gradients from all its places, and one that was not gets zeros.",
  },
  {
    name: "exploding gradient",
    forms: ["explodes", "explode", "exploded gradient", "exploding"],
    lesson: "recursive",
    only: ["recursive"],
    says: "A gradient that grows with every step it goes back through, because each step multiplies it by a factor larger than 1 in size. After many steps it is too large to learn from.",
  },
  {
    name: "fan-out",
    forms: ["fans out", "fan out"],
    lesson: "linear",
    says: "A value that is used in more than one place fans out. On the way back the gradients of all its uses are added.",
  },
  {
    name: "finite difference",
    forms: ["finite differences"],
    lesson: "scalar",
    says: "A derivative by trial: nudge the input a little and divide the change of the output by the nudge. It is an approximation, good for checking a derivative.",
  },
  {
    name: "forward mode",
    lesson: "recursive",
    says: "Carrying derivatives along with the values, from the inputs to the result. One run gives how every result reacts to one input.",
  },
  {
    name: "forward pass",
    forms: ["way forward"],
    lesson: "scalar",
    says: "Computing the result from the inputs, step by step. The values on the way are kept, since the local derivatives on the way back are made of them.",
  },
  {
    name: "gradient",
    forms: ["gradients"],
    lesson: "scalar",
    says: "The derivative of a result with respect to an input, found by going back from the result. For an array it has one entry per entry of the array, so it has the array’s shape.",
  },
  {
    name: "gradient descent",
    forms: ["descent"],
    lesson: "loss",
    says: "Making a loss smaller by stepping against its gradient, again and again. Each step goes a small part of the gradient, the learning rate.",
  },
  {
    name: "Jacobian",
    forms: ["Jacobians"],
    lesson: "vector",
    says: "The table of all slopes from a vector to a vector: a row for each output, a column for each input. Back-propagation multiplies by it without writing it down.",
  },
  {
    name: "kink",
    forms: ["kinks"],
    lesson: "loss",
    says: "A place where a function’s graph has a corner, such as 0 for the absolute value. There is no single slope there, so a program has to choose one.",
  },
  {
    name: "layer normalisation",
    lesson: "batch-norm",
    says: "A layer that shifts and scales each row to mean 0 and variance 1, over the features of one example. Unlike batch normalisation it makes no example depend on the others.",
  },
  {
    name: "leaf",
    lesson: "scalar",
    says: "A tensor that was made by you and not by an operation. PyTorch keeps gradients for the leaves that ask for it with `requires_grad=True`, in their `.grad`.",
  },
  {
    name: "learning rate",
    forms: ["learning rates"],
    lesson: "loss",
    says: "The part of the gradient that a step of gradient descent takes. Too small, and learning is slow; too large, and the steps overshoot.",
  },
  {
    name: "local derivative",
    forms: ["local derivatives"],
    lesson: "scalar",
    says: "The derivative of a single step: of its output with respect to its own input. It says nothing about the steps before and after.",
  },
  {
    name: "loss",
    forms: ["losses"],
    lesson: "loss",
    says: "One number that says how wrong a prediction is. Learning means making it smaller, so it is the loss that gets differentiated.",
  },
  {
    name: "matrix product",
    forms: ["matrix products"],
    lesson: "batch-linear",
    says: "Each row of one array multiplied entry by entry with each column of another, and added up. Python writes it `X @ W`. It applies one linear function to every row of X.",
  },
  {
    name: "mean squared error",
    lesson: "vector",
    says: "A loss over many examples: the squares of all errors, averaged. Because of the average, each gradient is divided by the number of entries.",
  },
  {
    name: "neuron",
    forms: ["neurons"],
    lesson: "linear",
    says: "A linear function followed by a bend, here the sigmoid. It weighs its inputs, adds a bias, and squeezes the result between 0 and 1.",
  },
  {
    name: "norm",
    lesson: "vector",
    says: "The length of a vector: the square root of the sum of its squared entries. Its gradient is the vector itself, scaled to length 1.",
  },
  {
    name: "one-hot",
    lesson: "vector",
    says: "A vector that names one class among several: 1 at the place of that class, 0 everywhere else.",
  },
  {
    name: "partial derivative",
    forms: ["partial derivatives"],
    lesson: "linear",
    says: "The derivative with respect to one of several inputs while the others are held still. It is written with a round ∂.",
  },
  {
    name: "prediction",
    forms: ["predictions"],
    lesson: "loss",
    says: "What a model computes from its input. A loss compares it with the target.",
  },
  {
    name: "recurrence",
    forms: ["recurrences"],
    lesson: "recursive",
    says: "A function that is applied to its own result again and again. Each step takes the state before and gives the next one, with the same weight.",
  },
  {
    name: "ReLU",
    forms: ["ReLUs", "rectified linear unit", "rectified linear units"],
    lesson: "linear",
    says: "The function max(0, z): a bend for neurons. Where z is positive it lets the whole gradient through, elsewhere none.",
  },
  {
    name: "reverse mode",
    lesson: "recursive",
    says: "Going back from a result to the inputs, as a backward pass does. One run gives how one result reacts to every input, at the price of keeping the values of the way forward.",
  },
  {
    name: "saturation",
    forms: ["saturated", "saturates"],
    lesson: "linear",
    says: "A function such as the sigmoid or tanh is nearly flat far from 0. Its slope there is close to 0, and hardly any gradient comes back through it.",
  },
  {
    name: "sensitivity",
    forms: ["sensitivities"],
    lesson: "scalar",
    says: "How strongly a result reacts to a small change of an input: 6 means that the result moves six times as far. It is another name for the derivative.",
  },
  {
    name: "sigmoid",
    lesson: "scalar",
    says: "The function 1 / (1 + exp(−x)). It turns any number into one between 0 and 1. With y for its output, its derivative is y times 1 − y.",
  },
  {
    name: "softmax",
    lesson: "vector",
    says: "A function that turns scores into probabilities: exponentials, divided by their sum. Raising one score lowers the probabilities of all others.",
  },
  {
    name: "squared error",
    lesson: "loss",
    says: "A loss: the difference of prediction and target, squared. Its derivative with respect to the prediction is twice the difference.",
  },
  {
    name: "standard deviation",
    lesson: "batch-norm",
    says: "The square root of the variance. It is in the units of the numbers themselves, which the variance is not.",
  },
  {
    name: "state",
    lesson: "recursive",
    only: ["recursive"],
    says: "What a recurrence hands from one step to the next. It is the only thing that a step knows of those before it.",
  },
  {
    name: "subgradient",
    forms: ["subgradients"],
    lesson: "loss",
    says: "At a kink, any number between the slopes on the two sides. A program that needs a derivative there may take any of them; PyTorch takes 0 for the absolute value.",
  },
  {
    name: "target",
    forms: ["targets"],
    lesson: "loss",
    says: "What a prediction should have been. It belongs to the data, so nothing is differentiated with respect to it.",
  },
  {
    name: "tensor",
    forms: ["tensors"],
    lesson: "scalar",
    says: "PyTorch’s array of numbers, with any number of axes, also none. It can record how it was computed.",
  },
  {
    name: "unrolling",
    forms: ["unrolled", "unroll"],
    lesson: "recursive",
    says: "Writing out the steps of a recurrence one after the other. The result is a computation graph without a loop, which a backward pass can go through.",
  },
  {
    name: "upstream gradient",
    forms: ["upstream gradients"],
    lesson: "scalar",
    says: "What arrives at a step on the way back: the gradient of the final result with respect to the step’s output. The step multiplies it by its local derivative and hands it on.",
  },
  {
    name: "vanishing gradient",
    forms: ["vanishes", "vanish", "vanishing"],
    lesson: "recursive",
    only: ["recursive"],
    says: "A gradient that shrinks with every step it goes back through, because each step multiplies it by a factor smaller than 1 in size. The first steps then hardly learn.",
  },
  {
    name: "variance",
    forms: ["variances"],
    lesson: "batch-norm",
    says: "How far numbers spread: the mean of their squared distances from their mean. Divided by the count, as here, it is called biased.",
  },
  {
    name: "vector",
    forms: ["vectors"],
    lesson: "vector",
    says: "A row of numbers with one name: an array with one axis. Most operations act on each of its entries.",
  },
  {
    name: "vector–Jacobian product",
    forms: ["vector-Jacobian product", "vector–Jacobian products"],
    lesson: "vector",
    says: "The chain rule for vectors: each row of the Jacobian times its entry of the upstream gradient, all added up. Every operation of an autodiff engine has a rule for it that never builds the table.",
  },
  {
    name: "weight",
    forms: ["weights"],
    lesson: "linear",
    says: "The factor that says how strongly an input counts. It is one of the numbers that a model changes when it learns, so its gradient is what you are after.",
  },
];

/** The part of an address that names a term: `vector-jacobian-product`. */
export const termId = ({ name }: GlossaryTerm): string => name.toLowerCase().replace(/[^a-z]+/g, "-");
