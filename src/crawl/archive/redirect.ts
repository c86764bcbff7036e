/** One old address and where its content is now, a path from the archive's root that begins with `/`. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/**
 * Host and address as they are asked for: http and https are one. It holds no space, because addresses have their escapes.
 */
export function keyOf({ from }: Redirect): string {
  const { hostname, pathname, search } = new URL(from);
  return hostname + pathname + search;
}

/** An escape with a letter in it may be asked for in either case: `%C4%91`, and `%c4%91` as ASP.NET prints it. */
const escapeWithLetter = /%(?:[\dA-F][A-F]|[A-F]\d)/g;

/** A key, and the same with its escapes in lower case, where that is another. */
export const spellingsOf = (key: string): readonly string[] => [
  ...new Set([key, key.replace(escapeWithLetter, (code) => code.toLowerCase())]),
];

/** A regular expression's text that takes escapes in either case. `text`: a key with what means something in one escaped. */
export const eitherCase = (text: string): string =>
  text.replace(escapeWithLetter, (code) => code.replace(/[A-F]/g, (letter) => `[${letter}${letter.toLowerCase()}]`));
