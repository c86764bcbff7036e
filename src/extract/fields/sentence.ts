/** A word written small: names, days and labels of a row have few. */
const smallWord = /(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*/gu;

/** Lower-case words that make a line a sentence, and those that do so beside a label. */
const fewest = { plain: 5, labelled: 9 } as const;

/**
 * Does what is left of a line beside a name or a day read like a sentence? “Sáng 12/10/2024, xã khánh thành cây cầu mới” is
 * the text itself: neither “Sáng” wrote it, nor was it published that day, and it must not leave the text.
 */
export const isSentence = (rest: string, isLabelled: boolean): boolean =>
  (rest.match(smallWord)?.length ?? 0) >= (isLabelled ? fewest.labelled : fewest.plain);
