/** Spellings that stand beside each other in dictionaries and in good prose: one is never changed to the other. */
/** Regional and older forms beside the commoner one. */
const pairs: readonly (readonly [string, string])[] = [
  ['bịnh', 'bệnh'],
  ['bực', 'bậc'],
  ['chánh', 'chính'],
  ['dùm', 'giùm'],
  ['giầy', 'giày'],
  ['giòng', 'dòng'],
  ['gởi', 'gửi'],
  ['lãnh', 'lĩnh'],
  ['lịnh', 'lệnh'],
  ['mầu', 'màu'],
  ['nầy', 'này'],
  ['nhơn', 'nhân'],
  ['nhứt', 'nhất'],
  ['phước', 'phúc'],
  ['sanh', 'sinh'],
  ['tánh', 'tính'],
  ['tầu', 'tàu'],
  ['thày', 'thầy'],
  ['thiệt', 'thật'],
  ['rầy', 'rày'],
  ['nhẩy', 'nhảy'],
  ['giầu', 'giàu'],
  ['mẩy', 'mảy'],
  ['xẩy', 'xảy'],
  ['chẩy', 'chảy'],
  ['chịch', 'trịch'],
  ['võ', 'vũ'],
  ['dầy', 'dày'],
  ['nẩy', 'nảy'],
  ['giở', 'trở'],
  ['giụm', 'dụm'],
  ['nẳm', 'năm'],
  ['sum', 'xum'],
  ['thơ', 'thư'],
  ['đương', 'đang'],
  ['dẫy', 'dãy'],
  ['nhậm', 'nhiệm'],
  ['ngưng', 'ngừng'],
  ['huyênh', 'huênh'],
  ['ỹ', 'ĩ'],
  ['ỳ', 'ì'],
];

const accepted = new Map<string, Set<string>>();
for (const [a, b] of pairs) {
  accepted.set(a, (accepted.get(a) ?? new Set()).add(b));
  accepted.set(b, (accepted.get(b) ?? new Set()).add(a));
}

/** Where i and y of an open syllable stand for each other: lí/lý, kĩ/kỹ, quí/quý. */
const iAndY = /^(?:qu|[hklmstvb])[iíìỉĩịyýỳỷỹỵ]$/u;
const twins = ['iy', 'íý', 'ìỳ', 'ỉỷ', 'ĩỹ', 'ịỵ'];
const twinVowels = new Map(twins.flatMap(([i = '', y = '']) => [[i, y] as const, [y, i] as const]));

/** The same word with the other of i and y, where both are right. */
export const twinOf = (word: string): string | undefined =>
  iAndY.test(word) ? word.slice(0, -1) + twinVowels.get(word.slice(-1)) : undefined;

/** The accepted other spellings of a lower-case word. */
export function variantsOf(word: string): readonly string[] {
  const twin = twinOf(word);
  return [...(accepted.get(word) ?? []), ...(twin === undefined ? [] : [twin])];
}
