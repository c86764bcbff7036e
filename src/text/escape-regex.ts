/** A text as a regular expression that finds it, with any flags: `-` and spaces have no escape under the flag `u`. */
export const escapeRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
