/**
 * Capitals that an encoding does not have. TCVN3 has no capital with a tone mark, so “CỘNG HOÀ” was typed “CéNG HOµ” and
 * decodes to “CộNG HOà”; VISCII and VPS put some capitals on control codes, which software wrote small. What the other
 * letters say is followed:
 *
 *     CộNG HOà XÃ    letters of the word are capitals          Tà in TàI LIệU    the words beside it are
 *     ấn Độ, châu á  names that are always capital             ủy ban …          the first word of a sentence
 */

/** Small letters with a tone mark: the ones that may stand for capitals. */
const toned = /[àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/;
const word = /\p{L}+/gu;

/** Whether the letters whose case can be told are all capitals, and how many they are. */
function capitalsIn(text: string): { readonly all: boolean; readonly count: number } {
  const telling = [...text].filter((c) => !toned.test(c));
  return { all: telling.every((c) => c !== c.toLowerCase()), count: telling.length };
}

/** Names that a corpus writes with a capital in 97 of 100 cases or more; the small letter is what TCVN3 leaves. */
const names: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/(?<!\p{L})ấ(?=n Độ)/gu, 'India'],
  [/(?<!\p{L})ả(?= [Rr]ập)/gu, 'Arabia'],
  [/(?<=(?<!\p{L})(?:[Cc]hâu|Nam|Đông|Bắc|Tây|Trung|Tiểu) )á(?!\p{L})/gu, 'Asia'],
  [/(?<=(?<!\p{L})(?:Nguyễn|Ngọc|Thị) )á(?=nh(?!\p{L}))/gu, 'a given name'],
  [/(?<!\p{L})á(?=i Quốc)/gu, 'a given name'],
  [/(?<!\p{L})ú(?=c(?!\p{L}))/gu, 'Australia'],
  [/(?<!\p{L})ủ(?=y ban (?:nhân dân|Nhân dân|Mặt trận|MTTQ|[Tt]hường vụ|[Kk]iểm tra))/gu, 'an authority'],
  [/(?<!\p{L})u(?=ỷ ban (?:nhân dân|Nhân dân|Mặt trận|MTTQ|[Tt]hường vụ))/gu, 'an authority'],
];

/** Behind a full stop, on the next line of the source too, a word with another or a colon behind it: “Ảnh: Minh Đức”. */
const sentenceStart =
  /(?<=[\p{Ll}\d)”"][.!?]{1,3}["”)]?\s{1,40}["“(]?)[àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ](?=\p{Ll}*[:,]?\s)/gu;
const pieceStart =
  /^(\s*(?:[-–•*+“"(]\s*|\d{1,3}[.)]\s*)?)([àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ])(?=\p{Ll}*(?!\p{L}))/u;

/** Raise the words that stand among capitals. */
export function raiseAmongCapitals(text: string): string {
  if (!/\p{Lu}/u.test(text)) return text;
  const words = [...text.matchAll(word)].map((found) => ({ text: found[0], at: found.index, ...capitalsIn(found[0]) }));
  const clear = words.filter(({ count }) => count >= 2);
  const capitalLine = clear.length > 0 && clear.filter(({ all }) => all).length >= clear.length * 0.6;
  let out = '';
  let from = 0;
  words.forEach(({ text: found, at, all, count }, i) => {
    if (!all || !toned.test(found)) return;
    const beside = [words[i - 1], words[i + 1]].filter((other) => other !== undefined);
    const among = capitalLine && beside.length > 0 && beside.every((other) => other.all);
    if (count < 2 && !among) return;
    out += text.slice(from, at) + found.toUpperCase();
    from = at + found.length;
  });
  return out + text.slice(from);
}

/** So much of what stands before a text tells whether a sentence ended there. */
const maxLettersBefore = 50;

/**
 * Raise first letters that the encoding could not write as capitals. `opens`: the text begins a paragraph; `before`: what
 * stands before it in its paragraph, in an element of its own.
 */
export function raiseFirstLetters(text: string, opens: boolean, before = ''): string {
  const end = before.slice(-maxLettersBefore);
  let raised = `${end}${text}`.replace(sentenceStart, (c) => c.toUpperCase()).slice(end.length);
  for (const [name] of names) raised = raised.replace(name, (c) => c.toUpperCase());
  return opens ? raised.replace(pieceStart, (_, lead: string, c: string) => lead + c.toUpperCase()) : raised;
}
