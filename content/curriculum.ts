/** The lessons in order: the sidebar, the home page, each lesson's header and its neighbours read them from here. */

export interface Lesson {
  /** The file's name in `content/`, and its address. */
  slug: string;
  /** The same as the title in the lesson's frontmatter. */
  title: string;
  /** What the learner derives in it, as one line. */
  derives: string;
  /** Reading and doing, as an estimate. */
  minutes: number;
}

export const lessons: readonly Lesson[] = [
  {
    slug: "scalar",
    title: "Scalar functions",
    derives: "The slope of x², of a polynomial, of 1/x and of the sigmoid.",
    minutes: 30,
  },
  {
    slug: "loss",
    title: "Losses and the chain rule",
    derives: "How a loss changes with x, through a prediction that depends on x.",
    minutes: 30,
  },
  {
    slug: "linear",
    title: "Linear functions and a neuron",
    derives: "The gradients of a weight, an input and a bias, in one backward pass.",
    minutes: 35,
  },
  {
    slug: "vector",
    title: "Vectors",
    derives: "The gradients of a sum of squares, a dot product, a mean and a length, and of softmax.",
    minutes: 40,
  },
  {
    slug: "batch-linear",
    title: "A linear layer on a batch",
    derives: "The gradients of inputs, weights and bias for many examples at once, and of their mean loss.",
    minutes: 45,
  },
  {
    slug: "recursive",
    title: "Recursive functions",
    derives: "The gradient of a weight that is used at every step, and back-propagation through time.",
    minutes: 45,
  },
  {
    slug: "batch-norm",
    title: "Batch normalisation",
    derives: "The backward pass of a whole layer in four stages, where every row depends on every row.",
    minutes: 45,
  },
];
