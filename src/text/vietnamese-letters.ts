/** Letters that no legacy byte shows, nor a word of French: a text with one is Vietnamese, typed in Unicode. */
export const vietnameseOnly = /[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]/;

/** Small letters with a mark, those that French has too: enough to tell a word from one in plain ASCII. */
export const markedLetter = /[ăâđêôơưà-ỹ]/u;
