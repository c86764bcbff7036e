import { attr, type PageDom, select } from '../../dom/index.ts';
import { type Metadata, metaOf } from './metadata.ts';

/** Letters that only Vietnamese has: horn, breve with tone, dot below, hook, and đ. */
const vietnameseOnly = /[ăắằẳẵặấầẩẫậđếềểễệốồổỗộơớờởỡợưứừửữựạảịỉọỏụủẹẻẽỵỷỹ]/giu;
const scripts: readonly (readonly [string, RegExp])[] = [
  ['zh', /\p{Script=Han}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
];

const share = (text: string, letters: RegExp): number => (text.match(letters)?.length ?? 0) / Math.max(1, text.length);

/** Is the text Vietnamese, by the letters that no other language has? */
export const isVietnamese = (text: string): boolean => share(text, vietnameseOnly) > 0.04;

/** BCP 47, `vi_VN` and `Vi` mended; undefined when it is no language tag. */
export function toTag(value: string): string | undefined {
  const [language, region] = value.trim().replaceAll('_', '-').split('-');
  if (!language || !/^[a-z]{2,3}$/iu.test(language)) return undefined;
  return region && /^[a-z]{2}$/iu.test(region)
    ? `${language.toLowerCase()}-${region.toUpperCase()}`
    : language.toLowerCase();
}

/**
 * The language of a page. The text decides where its letters are telling: portals copy `lang="en-us"` from their
 * product's master page; elsewhere the page is believed.
 */
export function findLanguage(
  page: PageDom,
  metadata: Metadata,
  text: string,
): { readonly language?: string; readonly rule: string } {
  const sample = text.slice(0, 4000).normalize('NFC');
  if (sample.length > 40) {
    if (isVietnamese(sample)) return { language: 'vi', rule: 'language/letters' };
    const script = scripts.toReversed().find(([, letters]) => share(sample, letters) > 0.1);
    if (script) return { language: script[0], rule: 'language/script' };
  }
  const html = select(page, 'html')[0];
  const told = [
    html && (attr(html, 'lang') ?? attr(html, 'xml:lang')),
    ...metaOf(metadata, 'language').map(({ value }) => value),
  ];
  const language = told.flatMap((value) => (value && toTag(value)) || [])[0];
  return { ...(language !== undefined && { language }), rule: 'language/declared' };
}
