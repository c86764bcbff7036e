/** Places whose wording is not the writer's own: what stands there is changed only when it is surer than elsewhere. */
import type { TextRange } from '../model/index.ts';
import { findSpellingPairs } from './spelling-pairs.ts';

/** A range, and the factor on the odds of corrections in it. */
export interface CarefulRange extends TextRange {
  readonly odds: number;
  /** Upper limit on the probability; below `certainFrom` a correction is only suggested. */
  readonly most?: number;
}

interface CarefulForm {
  readonly id: string;
  readonly why: string;
  readonly odds: number;
  readonly pattern: RegExp;
}

/** A poem bends words as it likes: what is certain elsewhere is suggested, what is likely is not. */
const inVerse = { odds: 0.1, most: 0.94 } as const;

/** Factor on the odds of what somebody else has said or written. */
const quotedOdds = 0.4;

const forms: readonly CarefulForm[] = [
  {
    id: 'quotation',
    why: 'A quotation may keep how somebody speaks or wrote.',
    odds: quotedOdds,
    pattern: /“[^“”\n]{1,400}”|"[^"\n]{1,400}"|«[^«»\n]{1,400}»|‘[^‘’\n]{1,400}’/gu,
  },
  {
    id: 'legal-title',
    why: 'The title of a legal document is cited as it was published.',
    odds: quotedOdds,
    pattern: /(?:số|Số)\s+\p{N}+(?:\/\p{N}{4})?[/-]\p{Lu}[\p{Lu}\p{N}/-]*[^.;:\n]{0,200}/gu,
  },
];

/**
 * Words of a text about spelling: what such a text quotes is an example, and with `manyOfSpelling` of them so is all of the
 * text.
 */
const aboutSpelling =
  /(?:lỗi|sai|đúng|quy tắc|luật)\s+chính\s+tả|(?:viết|từ)\s+sai|(?:viết|gõ|bị)\s+nhầm\s+(?:thành|với)|đánh\s+vần|từ\s+láy|(?:dấu|thanh)\s+(?:hỏi|ngã)|hỏi\s+(?:và|với|hay)\s+ngã|phát\s+âm|(?<![\p{L}\p{N}/])(?:s\/x|x\/s|ch\/tr|tr\/ch|l\/n|n\/l)(?![\p{L}\p{N}/])/giu;
/** With so many such words nothing in the text is changed. */
const manyOfSpelling = 3;
/** Factor on the odds that suppresses even the surest correction. */
const example = 1e-12;
/** Cap on model confidence, so that even a certain model does not override a quoted example. */
const surest = 1 - 1e-9;

/** Quoted words; one pattern per kind of mark, because quotations nest. */
const quotationMarks = [/“[^“”\n]{1,60}”/gu, /‘[^‘’\n]{1,60}’/gu, /"[^"\n]{1,60}"/gu, /«[^«»\n]{1,60}»/gu];
/** Words in straight single marks, and emphasised ones. */
const emphasisMarks = [
  /(?<![\p{L}\p{N}])'[^'\n]{1,60}'(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}*])\*[^*\n]{1,60}\*(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_])_[^_\n]{1,60}_(?![\p{L}\p{N}_])/gu,
];
/** Longer ranges are not examples, in letters. */
const maxExample = 60;
/** Letters before and after a quoted word that are searched for “phải viết”, “là sai” and the like. */
const besideExample = 40;
/**
 * “Phải viết ‘…’”, “viết nhầm thành ‘…’”, “chứ không phải ‘…’”; “ông viết ‘…’” alone is how letters and poems are quoted.
 */
const beforeExample =
  /(?:(?:không|chớ|đừng|phải|nên|cần|hay|thường|cứ)\s+(?:được\s+|bị\s+)?viết(?:\s+(?:là|thành|nhầm|sai|đúng|lầm|hẳn|rõ))*|(?:nhầm|lẫn|lầm)\s+(?:lộn\s+)?(?:thành|sang|với|là|ra)|(?:lẫn|nhầm)\s+lộn|viết\s+(?:sai|đúng|nhầm|lầm)(?:\s+(?:là|thành|từ|chữ))*|chứ\s+không\s+(?:phải|viết)(?:\s+là)?|(?:từ|chữ|cách\s+viết|dạng)\s+(?:đúng|sai)(?:\s+là)?|(?:mới|phải)\s+đúng\s+là|(?:in|ghi|gõ|dùng|chép)\s+(?:sai|nhầm)(?:\s+(?:là|thành))?|[[(]sic[\])])(?:\s+(?:từ|chữ|tiếng))?[\s:]*$/iu;
/** “‘…’ là sai”, “*…* hay bị viết nhầm”, “‘…’ mới đúng”. */
const behindExample =
  /^[\s,]*(?:(?:thì|như\s+thế|như\s+vậy)\s+)?(?:(?:là|viết|viết\s+là|viết\s+thế|viết\s+vậy)\s+(?:là\s+)?(?:không\s+đúng|chưa\s+đúng|sai|đúng)(?!\s+sự\s+thật)|mới\s+(?:là\s+)?đúng|(?:hay|thường|dễ|rất\s+hay|vẫn)\s+(?:hay\s+)?bị\s+(?:viết|nhầm|lẫn|lầm)|(?:bị\s+)?viết\s+(?:nhầm|sai|lầm)|chứ\s+không\s+(?:phải|viết)|[[(]sic[\])]|không\s+có\s+trong\s+từ\s+điển)/iu;

/** What a sign, a paper or a pupil says is quoted as it stands there, its slips above all: “biển ghi ‘…’”, “lỗi như ‘…’”. */
const beforeInscription =
  /(?<!\p{L})(?:(?:biển(?: hiệu| báo| cấm| quảng cáo)?|bảng(?: hiệu| quảng cáo| tin)?|băng rôn|áp phích|thực đơn|tờ (?:đơn|giấy|rơi)|giấy mời|mẩu giấy|mảnh giấy|dòng chữ|tấm bảng|tấm biển)(?: (?:ghi|viết|in|đề|kẻ|cấm|có)){0,2}(?: (?:chữ|câu|món|dòng chữ))?|(?:em|trò|học sinh|cháu|bé|con|bạn|khách|người) viết|lỗi(?: chính tả)?(?: như| là)?)\s*:?\s*$/iu;
/** Corrections in an inscription are only suggested. */
const ofInscription = 0.94;

const rangesOf = (text: string, pattern: RegExp): TextRange[] =>
  [...text.matchAll(pattern)].map(({ 0: whole, index }) => ({ start: index, end: index + whole.length }));

const beside = (text: string, { start }: TextRange): string => text.slice(Math.max(0, start - besideExample), start);

/** Short quotations that tell what is written somewhere. */
const findInscriptions = (text: string, quotations: readonly TextRange[]): TextRange[] =>
  quotations.filter((range) => beforeInscription.test(beside(text, range)));

/** Words that stand out in a text as they are spelt: right or wrong, they are its examples. */
const findExamples = (text: string, outstanding: readonly TextRange[]): TextRange[] =>
  outstanding.filter(
    (range) =>
      beforeExample.test(beside(text, range)) || behindExample.test(text.slice(range.end, range.end + besideExample)),
  );

/**
 * Find the places of a text to be careful in: `verse` are ranges already known for poems, `emphasis` those that stand out.
 */
export function findCareful(
  text: string,
  verse: readonly TextRange[] = [],
  emphasis: readonly TextRange[] = [],
): CarefulRange[] {
  const spelling = text.match(aboutSpelling)?.length ?? 0;
  const found: CarefulRange[] = [...verse, ...findPoems(text)].map((range) => ({ ...range, ...inVerse }));
  const quotations = quotationMarks.flatMap((pattern) => rangesOf(text, pattern));
  const emphasised = [
    ...emphasisMarks.flatMap((pattern) => rangesOf(text, pattern)),
    ...emphasis.filter(({ start, end }) => end - start <= maxExample),
  ];
  for (const range of [...findExamples(text, [...quotations, ...emphasised]), ...findSpellingPairs(text)])
    found.push({ ...range, odds: example });
  for (const range of findInscriptions(text, quotations))
    found.push({ ...range, odds: quotedOdds, most: ofInscription });
  if (spelling >= manyOfSpelling) found.push({ start: 0, end: text.length, odds: example });
  for (const { id, odds, pattern } of forms) {
    const lowered = spelling > 0 && id === 'quotation' ? example : odds;
    for (const match of text.matchAll(pattern))
      found.push({ start: match.index, end: match.index + match[0].length, odds: lowered });
  }
  return found;
}

/** Lower a probability by the strictest careful range that it touches. */
export function carefully(share: number, careful: readonly CarefulRange[], start: number, end: number): number {
  let odds = 1;
  let most = 1;
  for (const range of careful) {
    if (range.start >= end || start >= range.end) continue;
    odds = Math.min(odds, range.odds);
    most = Math.min(most, range.most ?? 1);
  }
  return Math.min(most, under(Math.min(share, surest), odds));
}

/** Multiply the odds of a probability. */
export const under = (share: number, odds: number): number => (share * odds) / (share * odds + 1 - share);

const versesInPoem = 4;
const maxWordsInVerse = 9;

/**
 * Poems: four and more short lines in a row that begin with a capital. Of prose every line may end a sentence, of a poem half
 * of them at most, and only right below a line that ends none.
 */
export function findPoems(text: string): TextRange[] {
  const found: TextRange[] = [];
  let start = 0;
  let from = -1;
  let verses = 0;
  let ends = 0;
  let isBelowVerse = false;
  for (const line of `${text}\n\n`.split('\n')) {
    const end = start + line.length;
    const isOpen = isVerse(line);
    const isEnd = isBelowVerse && ends < verses - ends && isVerse(line.replace(lineEndOfSentence, ''));
    isBelowVerse = isOpen;
    if (isOpen || isEnd) {
      if (verses === 0) from = start;
      verses++;
      if (!isOpen) ends++;
    } else if (line.trim() !== '' || verses === 0 || end >= text.length) {
      if (verses >= versesInPoem) found.push({ start: from, end: start });
      verses = 0;
      ends = 0;
    }
    start = end + 1;
  }
  return found;
}

const lineEndOfSentence = /[:;.]["”’]?\s*$/;

function isVerse(line: string): boolean {
  const verse = line.trim();
  // The dearest last: most lines are paragraphs, with many words and a stop at their end.
  if (!/^[“"]?\p{Lu}/u.test(verse) || /[:;.)\d]$/u.test(verse)) return false;
  const words = verse.split(/\s+/).length;
  return words >= 4 && words <= maxWordsInVerse;
}
