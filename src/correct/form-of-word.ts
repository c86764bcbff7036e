/** Write a lower-case word in the case and the Unicode form of another. */
export function withForm(word: string, like: string): string {
  const cased =
    like === like.toLowerCase()
      ? word
      : like === like.toUpperCase() && [...like].length > 1
        ? word.toUpperCase()
        : (word[0] as string).toUpperCase() + word.slice(1);
  return like === like.normalize('NFC') ? cased : cased.normalize('NFD');
}
