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
  ['võ', 'vũ'],
  ['dầy', 'dày'],
  ['nẩy', 'nảy'],
  ['giở', 'trở'],
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

/** i and y of an open syllable, by tone: lí/lý, kĩ/kỹ, quí/quý. */
const iAndY = /^(qu|[hklmstvb])(?:[iíìỉĩị]|[yýỳỷỹỵ])$/u;
const toY: Readonly<Record<string, string>> = { i: 'y', í: 'ý', ì: 'ỳ', ỉ: 'ỷ', ĩ: 'ỹ', ị: 'ỵ' };
const withY = (word: string): string => word.slice(0, -1) + (toY[word.at(-1) ?? ''] ?? word.at(-1));

/** The test for accepted other spellings of a lower-case word; `undefined` when it has none. */
export function variantTest(word: string): ((other: string) => boolean) | undefined {
  const others = accepted.get(word);
  const open = iAndY.test(word) ? withY(word) : undefined;
  if (others === undefined && open === undefined) return undefined;
  return (other) => others?.has(other) === true || (open !== undefined && iAndY.test(other) && withY(other) === open);
}
