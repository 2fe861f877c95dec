/** JavaScript lets no object take part in arithmetic: it asks for a number, or a text, and goes on with that. */

/** What is said where an operator or `Math` met an array. */
const refusal = (noun: "tensors" | "arrays"): string =>
  `JavaScript’s operators and \`Math\` can’t compute with ${noun}: write \`x.mul(y)\` for x·y and \`x.exp()\` for \`Math.exp(x)\`.`;

/** Lets arrays refuse to become a number, where NaN would come of it without a word. They still become text where text is wanted. */
export function refuseCoercion(prototype: object, noun: "tensors" | "arrays"): void {
  Object.defineProperty(prototype, Symbol.toPrimitive, {
    configurable: true,
    value(this: object, hint: string): string {
      // eslint-disable-next-line @typescript-eslint/no-base-to-string -- arrays and tensors have their own
      if (hint === "string") return this.toString();
      // What `+` asks for, which joins texts too.
      const aside = hint === "default" ? " To put one into a text, write `${x}` between backquotes." : "";
      throw new TypeError(refusal(noun) + aside);
    },
  });
}
