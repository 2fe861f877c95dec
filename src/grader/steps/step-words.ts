/** What is said of a line of an answer. Names and steps stand in backquotes, which a page shows as code. */
import type { Place } from "#grader/steps/places.ts";

/** What stands at a place: `what flows back into \`std\`` */
export function placeText({ kind, inner, outer, input, text }: Place): string {
  if (text !== undefined) return text;
  switch (kind) {
    case "value":
      return `the value of \`${inner}\``;
    case "gradient":
      return input === null
        ? `what flows back into \`${inner}\``
        : `the gradient with respect to \`${inner}\``;
    case "contribution":
      return `what flows back into \`${inner}\` through \`${outer!}\``;
    case "sensitivity":
    case "slope":
      return `the slope of \`${outer!}\` with respect to \`${inner}\``;
  }
}

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"];
const endings = { zero: "th", one: "st", two: "nd", few: "rd", many: "th", other: "th" };
const rules = new Intl.PluralRules("en", { type: "ordinal" });

/** `second`, `8th` */
const ordinal = (pass: number): string => ordinals[pass] ?? `${pass + 1}${endings[rules.select(pass + 1)]}`;

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

/** The line and what it names: `line 5, \`dstd\`` */
const lineText = (line: number, name: string | null): string =>
  name === null ? `line ${line}` : `line ${line}, \`${name}\``;

export const words = {
  nothing: "nothing at all",
  right: (places: readonly Place[]) => `${capital(places.map(placeText).join(", and also "))}.`,
  follows: (place: Place, from: number) => `${capital(placeText(place))}, given line ${from}.`,
  /** @param instead what it is rightly, where it is something */
  wrong: (place: Place, pass: number, instead: Place | null) =>
    pass > 0
      ? `Right up to the ${ordinal(pass - 1)} pass of the loop, and from the ${ordinal(pass)} on not ${placeText(place)}.`
      : place.text === words.nothing
        ? "This belongs nowhere in the answer."
        : instead
          ? `${capital(placeText(instead))}, where ${placeText(place)} belongs.`
          : `Not ${placeText(place)}.`,
  count: (text: string) => `${capital(text)}.`,
  unknown: "No step of its own in the derivation.",
  constant: "A number that is the same in every case.",

  /** A part of the answer in whose place something else belongs. */
  partWrong: (place: Place) =>
    place.text === words.nothing
      ? "Without it, the answer would be right in every case. Where does it come from?"
      : `The answer would be right in every case if ${placeText(place)} stood there. What does it stand for in yours?`,

  /** Put before what is said of the answer as a whole. */
  goesWrong: (line: number, name: string | null, pass: number) =>
    pass === 0
      ? `It goes wrong in ${lineText(line, name)}.`
      : `It goes wrong in ${lineText(line, name)}: right up to the ${ordinal(pass - 1)} pass of the loop, and from the ${ordinal(pass)} on not.`,
  /** Where no more is known of the mistake than its place. */
  notThat: (place: Place) =>
    `What stands there isn’t ${placeText(place)}, and all that follows is right for what stands there. What does it depend on, and by which ways?`,
  notTheValue: (place: Place, at: string) =>
    `What stands there isn’t ${placeText(place)}, at ${at} for one, and all that follows goes by it. What does the function compute there?`,
  valueWithout: (place: Place, left: string) =>
    `What stands there is ${placeText(place)} as it would be without \`${left}\`, and all that follows goes by it. Where does \`${left}\` come in?`,
};
