/** A message of somebody else's as a sentence, so that another one can follow. */
export const sentence = (message: string): string => message.trim().replace(/(?<![.!?…])$/, ".");
