/** Letters of scripts that leave no space between words: Khmer, Burmese, Cham, Thai and their kin. */
const unspaced =
  /[\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Cham}\p{Script=Thai}\p{Script=Lao}\p{Script=Tai_Viet}\p{Script=Tai_Tham}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}]/u;

/** Does an invisible character part, or hold together, words that no space parts? */
export const isBesideUnspaced = (text: string, start: number, end: number): boolean =>
  unspaced.test(text.charAt(start - 1)) || unspaced.test(text.charAt(end));
