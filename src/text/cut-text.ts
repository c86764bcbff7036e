/** The first `max` UTF-16 units of a text; one less where the last would be half of a surrogate pair. */
export const cutText = (text: string, max: number): string =>
  text.slice(0, text.length > max && isHighSurrogate(text.charCodeAt(max - 1)) ? max - 1 : max);

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
