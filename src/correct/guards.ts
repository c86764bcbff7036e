/** Guards: factors that lower the odds of a correction where the network sees nothing, or saw too few cases to learn. */
import { bare } from '../text/index.ts';
import { slips } from './candidates.ts';
import { terms } from './context.ts';
import type { DocumentEvidence } from './evidence.ts';
import type { Choice, Spot } from './features.ts';
import { shape } from './forms.ts';
import { registerOdds } from './register.ts';
import { isNumbered } from './telex.ts';
import { edgeId, firstWord, unknownId, type Vocabulary } from './vocabulary.ts';

interface Guard {
  readonly id: string;
  readonly why: string;
  /** A right text that only this guard keeps as it is: without the guard a word of it would be changed, or likely so. */
  readonly leaves: string;
  /** Factor on the odds of a choice, or a function of the document that returns it. */
  readonly odds: number | ((doc: DocumentEvidence) => number);
  readonly holds: (spot: Spot, choice: Choice, doc: DocumentEvidence, vocabulary: Vocabulary) => boolean;
}

const isKnown = ({ form }: Spot): boolean => form.id !== unknownId;

/** A capitalised syllable beside another, after a word or a comma; a name in capitals cannot be told from a heading. */
function isName({ form, capitalAfter, afterComma, neighbours: n }: Spot, doc: DocumentEvidence): boolean {
  if (form.shape !== shape.capital) return false;
  const repeated = doc.pairCount(n.l1, form.id) > 1 || doc.pairCount(form.id, n.r1) > 1;
  return isWord(n.l1) || capitalAfter || afterComma || repeated;
}
const isWord = (id: number): boolean => id === unknownId || id >= firstWord;

/**
 * Whether the candidate makes a dictionary word with a lower-case word after it, and the word as written hardly ever stands
 * there.
 */
const beginsWord = ({ own, boundRight, capitalAfter }: Spot, { terms: meant }: Choice): boolean =>
  !capitalAfter &&
  !boundRight &&
  meant[terms.rightCompound] === 1 &&
  (own[terms.right] === 0 || (meant[terms.right] as number) - (own[terms.right] as number) > rarerBits);
/** Bits by which a pair is so much rarer than another that it is a slip of it: “Bênh viện”. */
const rarerBits = 8;

const usesOf = ({ form }: Spot, doc: DocumentEvidence): number => doc.wordCount(form.id, form.lower);

/** Uses in one document from which a word is its own, and how common it may be elsewhere, in bits of its count. */
const habits = [
  { uses: 3, bits: 12 },
  { uses: 5, bits: 13 },
] as const;

/** Bits of a pair's count from which a word that only two dictionaries have is believed to be in use. */
const metBits = 6;
/**
 * Does the word make a dictionary word with a neighbour? `sure`: in several dictionaries, or in two and in use; `doubtful`:
 * in two only.
 */
function dictionaryWord({ own }: Spot): 'sure' | 'doubtful' | undefined {
  const left = own[terms.leftCompound] as number;
  const right = own[terms.rightCompound] as number;
  if (left === 0 && right === 0) return undefined;
  const isMet =
    (left > 0 && (own[terms.left] as number) > metBits) || (right > 0 && (own[terms.right] as number) > metBits);
  return left === 1 || right === 1 || isMet ? 'sure' : 'doubtful';
}

/** Bits of a word's own count below which the counts know too little of it to speak against a dictionary. */
const rareBits = 8;

/** Bits of the runs of three together below which a candidate has only pairs to speak for it. */
const thinRuns = 5;
const runsOf = (of: Float32Array): number =>
  (of[terms.left3] as number) + (of[terms.middle3] as number) + (of[terms.right3] as number);
const inWord = (of: Float32Array): boolean => of[terms.leftCompound] === 1 || of[terms.rightCompound] === 1;

/** Gain that leaves no doubt, in bits. */
const sureGain = 18;

/** Bits of gain from which a name is likelier misspelt than another one. */
const namedGain = 11;

/** Whether one letter stands twice in a word that should stand once. */
const isDoubled = (written: string, meant: string): boolean =>
  written.length === meant.length + 1 && written.replace(/(.)\1/gu, '$1') === meant.replace(/(.)\1/gu, '$1');

/** Vowels, consonants and vowels again: two words run together, “ớtiếng”, or a foreign one. */
const isTwoSyllables = ({ id, lower }: Spot['form']): boolean =>
  id === unknownId && /[aeiouy][^aeiouy]+[aeiouy]/.test(bare(lower).replace(/^(?:qu|gi)(?=[aeiouy])/, ''));

/**
 * Loans of one syllable that differ in a mark from a word met a thousand times as often: card, cheque, dump truck, equipe,
 * crate, post, charge.
 */
const loans = new Set(['cạc', 'séc', 'ben', 'kíp', 'két', 'bốt', 'sạc']);

/** “ổng” is “ông ấy”, where “ông” needs a name; “trển” is “trên ấy”, where “trên” needs a noun. */
const thatPerson = new Set(['ổng', 'bả']);
const thereWords = new Set(['bển', 'trển', 'trỏng', 'ngoải']);
const beforeThere = new Set(['bên', 'ở', 'lên', 'miệt', 'qua', 'ra', 'trên', 'từ', 'vô', 'về', 'xuống']);

/** Whether a word that the South contracts stands where its long form would. */
const isSouthern = ({ form, neighbours: n, capitalAfter }: Spot, { words }: Vocabulary): boolean =>
  thatPerson.has(form.lower)
    ? !capitalAfter
    : thereWords.has(form.lower) && (n.r1 === edgeId || beforeThere.has(words[n.l1] ?? ''));

/**
 * Slips of this cost (nats) hardly happen: the letters neither sound nor look alike, nor are they neighbours on the
 * keyboard.
 */
const rareSlip = 7;
/** Share of unknown words in the document; with more of them it was probably scanned. */
const maxMisspelt = 0.02;

/** What a person is called before the name. */
const titles = new Set(
  'ông bà anh chị em cô chú bác cậu dì dượng mợ thím cụ thầy vua chúa cha sư đức ngài nàng chàng bé thánh hoàng'.split(
    ' ',
  ),
);

/** Surnames of the Cống, Hà Nhì, Mông, Dao, Khơ Mú and their neighbours that the counted texts do not have. */
const surnames = new Set('vừ tếnh vứ khoàng khoẳng ngảm pạn lềm dỉ chìn pàn xìn lừu phừ'.split(' '));

/** Words of other languages, and of formulas, that are keystrokes of a Vietnamese one too: “cos”, “six”. */
const foreignKeys = new Set(
  'cos tan max min six mix fix box fax tax gas bus sos pos has was his is as us or for car far bar sir'.split(' '),
);

/** Words that only the keys of VNI spell, from which on a document was typed with them. */
const manyKeyed = 2;

/** Plain Latin letters. */
const isPlain = ({ lower }: Spot['form']): boolean => /^[a-z]+$/.test(lower);
const isPlainStranger = (form: Spot['form']): boolean => form.id === unknownId && isPlain(form);

/** Numbers that differ in a mark from a commoner word, and what they count. */
const numerals = new Set(['bảy', 'bẩy', 'ba', 'sáu', 'tám', 'chín', 'mười', 'mươi']);
const counted = new Set('giờ phút giây ngày tuần tháng năm tuổi người lần đồng cây con cái mét thước phần'.split(' '));

/** What stands behind “nay” where it is an adverb: “nay được thay bằng”. */
const behindNow = new Set('được đã là đổi thuộc gọi chỉ còn không mới trở'.split(' '));

export const guards: readonly Guard[] = [
  {
    id: 'now',
    why: 'Before a verb “nay” is now, and not “này” of what stands before it.',
    leaves: 'Mã số thuế cá nhân nay được thay bằng số định danh.',
    odds: 0.005,
    holds: ({ form, neighbours: { r1 } }, { id }, _, { words }) =>
      form.lower === 'nay' && words[id] === 'này' && behindNow.has(words[r1] ?? ''),
  },
  {
    id: 'only-a-name',
    why: 'The people and their country are written with a capital: in small letters “viết” is no slip of “Việt”.',
    leaves: 'Khá nhiều học sinh miền Nam viết “cái bàng”.',
    odds: 0.005,
    holds: ({ form }, { id }, _, { words }) =>
      form.lower === 'viết' && form.shape === shape.lower && words[id] === 'việt',
  },
  {
    id: 'number',
    why: 'A number stands before what it counts: seven hours are no “bây giờ”.',
    leaves: 'Còn bảy giờ nữa tàu mới đến.',
    odds: 0.002,
    holds: ({ form, neighbours: { r1 } }, _, __, { words }) => numerals.has(form.lower) && counted.has(words[r1] ?? ''),
  },
  {
    id: 'name',
    why: 'People are called Thành and Thạnh, Ánh and Anh.',
    leaves: 'Em Trần Thị Mại nhận quà.',
    odds: 0.0005,
    holds: (spot, choice, doc) =>
      isKnown(spot) && isName(spot, doc) && !beginsWord(spot, choice) && choice.gain < namedGain,
  },
  {
    id: 'name-known',
    why: 'Between these neighbours another name was met so often that this one is likelier misspelt: “Việt Nan”, “quận Nhú Nhuận”.',
    leaves: 'Ông Phạm Văn Chiện lái đò.',
    odds: 0.02,
    holds: (spot, choice, doc) =>
      isKnown(spot) && isName(spot, doc) && !beginsWord(spot, choice) && choice.gain >= namedGain,
  },
  {
    id: 'name-or-office',
    why: 'Nobody is called “Gáo” in “Sở Gáo dục”, but somebody may be called what begins a word with the next one.',
    leaves: 'Mỗi sáng, cô Hương dẫn bọn trẻ ra đồng.',
    odds: 0.1,
    holds: (spot, choice, doc) => isKnown(spot) && isName(spot, doc) && beginsWord(spot, choice),
  },
  {
    id: 'name-unknown',
    why: '“Ngyễn” is nobody’s name, but “Thuyên” may be somebody’s.',
    leaves: 'Chị Lê Thị Puôn bán rau ở chợ.',
    odds: 0.2,
    holds: (spot, _, doc) => !isKnown(spot) && isName(spot, doc),
  },
  {
    id: 'surname',
    why: 'The surnames of small peoples stand in few texts: “Khoàng Văn Van” is a Cống, no “Hoàng”.',
    leaves: 'Ông Khoàng Văn Van là trưởng bản Nậm Khao.',
    odds: 0.000001,
    holds: ({ form }) => form.shape === shape.capital && surnames.has(form.lower),
  },
  {
    id: 'name-again',
    why: 'A name that nobody knows and that comes again is spelt so.',
    leaves: 'Đường từ bản Quyềng ra huyện. Trẻ bản Quyềng đi học.',
    odds: 0.02,
    holds: (spot, choice, doc) =>
      !isKnown(spot) &&
      spot.form.possible &&
      spot.form.shape === shape.capital &&
      !beginsWord(spot, choice) &&
      usesOf(spot, doc) > 1,
  },
  {
    id: 'lengthened',
    why: 'A letter that stands three times and more is drawn out by will, “khôôông”, as people shout.',
    leaves: 'Cả lớp hô to: khôôông sợ!',
    odds: 0.000001,
    holds: ({ form }) => /(\p{L})\1\1/u.test(form.lower),
  },
  {
    id: 'habit',
    why: 'A rare or dialect word that the document uses so often is its own: “cạc” is a card, “má thố nàu” a sauce.',
    leaves: 'Nghề nến có từ lâu. Người làm nến dậy sớm. Bán nến ở chợ, mua nến về nhà, ai cũng quen nến.',
    odds: 0.02,
    holds: (spot, _, doc) =>
      spot.form.possible &&
      habits.some(({ uses, bits }) => (spot.own[terms.own] as number) < bits && usesOf(spot, doc) >= uses),
  },
  {
    id: 'loan',
    why: 'A card for sound is a “cạc âm thanh”, no “các âm thanh”.',
    leaves: 'Máy ấy dùng cạc hình cũ.',
    odds: 0.000001,
    holds: ({ form }) => loans.has(form.lower),
  },
  {
    id: 'southern',
    why: '“Ổng lên trển” is how the South says it, “do ổng Hải dẫn đầu” and “trển toàn cầu” are slips.',
    leaves: 'Nó lên trển học nghề.',
    odds: 0.000001,
    holds: (spot, _, __, vocabulary) => isSouthern(spot, vocabulary),
  },
  {
    id: 'foreign',
    why: 'A word in plain Latin letters that nobody knows is foreign, “capo”, unless only its marks are missing, “lien ngành”, or a letter stands twice, “ttheo quy định”.',
    leaves: 'Trẻ học từ pig là con lợn, từ cow là con bò.',
    odds: 0.005,
    holds: ({ form }, choice, _, { words }) => {
      if (!isPlainStranger(form) || slips[choice.slip] === 'typo/telex') return false;
      const meant = bare(words[choice.id] as string);
      return meant !== form.lower && !(choice.gain > sureGain && isDoubled(form.lower, meant));
    },
  },
  {
    id: 'title',
    why: 'Before a name stands what its bearer is called: “thầy Quang xuất hiện”, though “thấy” was counted more often.',
    leaves: 'Trong nhà, dượng Quang vẫn ngồi đọc.',
    odds: 0.01,
    holds: ({ form, capitalAfter }) => capitalAfter && titles.has(form.lower),
  },
  {
    id: 'foreign-keys',
    why: '“cos” is a function of an angle, and the keys of “có”.',
    leaves: 'Giá trị cos của góc ấy bằng không.',
    odds: 0.01,
    holds: ({ form }) => foreignKeys.has(form.lower),
  },
  {
    id: 'note-number',
    why: 'The digit at a word that exists is the number of a note, “cấp đông2”, unless the document shows elsewhere that it was typed with the keys of VNI.',
    leaves: 'Bà con2 ngồi quanh bếp lửa.',
    odds: 0.000001,
    holds: ({ form }, _, doc, vocabulary) => isNumbered(form.lower, vocabulary) && doc.keyed < manyKeyed,
  },
  {
    id: 'unmarked',
    why: 'Beside another word that nobody knows, one in plain letters may be of a line without marks: “trien khai thuc hien”.',
    leaves: 'Em gõ “thuc hien” rồi thêm dấu sau.',
    odds: 0.01,
    holds: ({ form, neighbours: n }) => isPlainStranger(form) && (n.l1 === unknownId || n.r1 === unknownId),
  },
  {
    id: 'unmarked-line',
    why: 'One word of a line that is typed without marks is not to be marked alone: “Hom nay toi di hoc”.',
    leaves: 'Bức điện chỉ có một dòng:\nHom nay toi di hoc cung cac ban',
    odds: 0.000001,
    holds: ({ form, inUnmarked }) => inUnmarked && isPlain(form),
  },
  {
    id: 'reduplication',
    why: 'Vietnamese doubles a word with another tone, and anew at will: “chớp nhoang nhoáng”, “máy xành xạch”.',
    leaves: 'Trên trời, sấm chớp nhoang nhoáng.',
    odds: 0.000001,
    holds: ({ form, isReduplicated }) => form.possible && isReduplicated,
  },
  {
    id: 'dictionary',
    why: 'What makes a dictionary word with its neighbour is seldom a slip: “cá thể” beside “có thể”.',
    leaves: 'Bà tôi kể về thầy cò cho mấy đứa nhỏ nghe.',
    odds: 0.15,
    holds: (spot) => dictionaryWord(spot) === 'sure',
  },
  {
    id: 'dictionary-doubtful',
    why: 'Lists that copy each other hold misspellings, “biểu diện”, and right words that are seldom written, “cáp tàu”.',
    leaves: 'Các cụ vẫn nhắc tới xa lô trong câu chuyện tối qua.',
    odds: 0.3,
    holds: (spot) => dictionaryWord(spot) === 'doubtful',
  },
  {
    id: 'dictionary-rare',
    why: 'A word that hardly occurs but in a dictionary word, and makes that one here, is right: “mục ruỗng”, though “ruộng” is met a thousand times as often.',
    leaves: 'Lúa ngoài đồng chín vàng ạnh.',
    odds: 0.005,
    holds: (spot) => (spot.own[terms.own] as number) < rareBits && dictionaryWord(spot) !== undefined,
  },
  {
    id: 'two-syllables',
    why: 'What holds two syllables is no slip of one: “ớtiếng” has lost a space, and one of its words would be lost.',
    leaves: 'Chữ ghi liền là ớtiếng thì phải tách ra.',
    odds: 0.000001,
    holds: ({ form }, choice) => isTwoSyllables(form) && slips[choice.slip] !== 'typo/telex',
  },
  {
    id: 'thin',
    why: 'A real word is no slip because it is rare: what makes the heart shrink, “se lại”, though “sẽ lại” was counted. Pairs alone do not show it; a run of three or a dictionary word must.',
    leaves: 'Sau mùa gặt, thôn phu trở nên nhàn nhã.',
    odds: 0.25,
    holds: (spot, { terms: meant }) => isKnown(spot) && !inWord(meant) && runsOf(meant) < thinRuns,
  },
  {
    id: 'register',
    why: 'Among words of a craft or a rite nearly every pair is new: “bố tát, tự tứ, thọ trai” is right, though “bồ tát” was counted.',
    leaves: 'Ngư cụ có lờ, lợp, trúm, đăng, nò, vó gạt, te quào, xịp, nơm úp, dậm cá, chài quăng.',
    odds: ({ known }) => registerOdds(known),
    holds: isKnown,
  },
  {
    id: 'rare-syllable',
    why: 'A syllable that Vietnamese could have, and that no text was seen to have, may be a rare word: “chẫu chàng” is a frog, though “cháu” was meant more often. A slip that hardly anybody types does not tell, where no scanner read the text.',
    leaves: 'Đêm mưa, mấy con chẫu chàng kêu inh ỏi.',
    odds: 0.02,
    holds: ({ form }, { typed }, doc) =>
      form.id === unknownId && form.possible && typed > rareSlip && doc.misspelt - 1 <= maxMisspelt * doc.size,
  },
  {
    id: 'repeated',
    why: 'A correction that repeats the word beside it is more likely a word typed twice.',
    leaves: 'Ở nhà nhá cơm cho trẻ.',
    odds: 0.05,
    holds: ({ neighbours: n }, { id }) => id === n.l1 || id === n.r1,
  },
];

/** The odds that all guards together leave a choice. */
export const guardedOdds = (spot: Spot, choice: Choice, doc: DocumentEvidence, vocabulary: Vocabulary): number =>
  guards.reduce((left, { odds, holds }) => {
    if (!holds(spot, choice, doc, vocabulary)) return left;
    return left * (typeof odds === 'number' ? odds : odds(doc));
  }, 1);
