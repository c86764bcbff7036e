/** The evaluation pages that lie beside the project (`../shared/eval`), surveyed and labelled for training. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode } from '../src/decode/index.ts';
import { type PageDom, parseHtml } from '../src/dom/index.ts';
import { type Survey, surveyReadable } from '../src/extract/classify/survey.ts';
import { align, tokens } from './align.ts';

export const evalFolder = new URL('../../shared/eval', import.meta.url).pathname;
export const sets = ['pages', 'aeb', 'wcxb', 'traf', 'cn', 'vi'] as const;
export type SetName = (typeof sets)[number];
/** `written`: the pages in `data/block-pages`, made to learn from and never to measure with. */
export type TrainingSet = SetName | 'written';

export interface Gold {
  readonly id: string;
  readonly ds: string;
  readonly url?: string | null;
  readonly site?: string;
  readonly type?: string;
  readonly template?: string;
  readonly text?: string;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  readonly title?: string | null;
  readonly kind?: string;
  readonly summary?: string | null;
  readonly body?: string;
  readonly images?: readonly { readonly caption?: string }[];
  readonly date?: string | null;
  readonly date_text?: string | null;
  readonly author?: string | null;
  readonly author_text?: string | null;
  readonly source_line?: string | null;
  readonly junk?: readonly string[];
}

export interface EvalPage {
  readonly set: TrainingSet;
  readonly gold: Gold;
  /** Pages of one site never stand on both sides of a fold. */
  readonly site: string;
  readonly dom: PageDom;
  readonly survey: Survey;
  /** Per segment: 1 article, 0 not, -1 unknown. */
  readonly labels: Int8Array;
  /** Words of the gold text. */
  readonly goldWords: number;
}

const lines = (file: string): Gold[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Gold);

export function goldOf(set: SetName): Gold[] {
  if (set !== 'pages') return lines(join(evalFolder, 'bench', set, 'gt.jsonl'));
  const folder = join(evalFolder, 'pages');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ ...(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Gold), ds: 'pages' }));
}

export function fileOf(set: SetName, id: string): string {
  return join(evalFolder, ...(set === 'pages' ? ['pages'] : ['bench', set, 'html']), `${id}.html.gz`);
}

export function domOf(set: SetName, id: string): PageDom {
  const bytes = gunzipSync(readFileSync(fileOf(set, id)));
  return parseHtml(decode({ source: id, bytes }).value).value;
}

/** Two last labels of the host are near enough: no site in training may be in validation under another name. */
export function siteOf(gold: Gold): string {
  if (gold.site) return gold.site.split('/')[0]!;
  if (gold.template) return gold.template;
  try {
    return new URL(gold.url ?? '').hostname.split('.').slice(-2).join('.');
  } catch {
    return gold.id;
  }
}

function labelsOf(gold: Gold, { segments }: Survey): Int8Array {
  const texts = segments.map(({ text }) => text);
  if (gold.text !== undefined)
    return Int8Array.from(align(texts, gold.text), (share, i) => (texts[i] === '' ? -1 : share >= 0.5 ? 1 : 0));
  if (gold.body !== undefined) {
    const captions = (gold.images ?? []).map((image) => image.caption ?? '').filter(Boolean);
    const labels = Int8Array.from(align(texts, `${gold.summary ?? ''}\n${gold.body}`), (share, i) =>
      texts[i] === '' ? -1 : share >= 0.5 ? 1 : 0,
    );
    const known = new Set(captions.map(squeeze));
    texts.forEach((text, i) => {
      if (labels[i] === 0 && known.has(squeeze(text))) labels[i] = 1;
    });
    return labels;
  }
  const wanted = (gold.with ?? []).map(squeeze);
  const unwanted = (gold.without ?? []).map(squeeze);
  return Int8Array.from(texts, (text) => {
    const mine = squeeze(text);
    const meets = (list: readonly string[]): boolean =>
      list.some(
        (snippet) => snippet !== '' && (mine.includes(snippet) || (mine.length > 20 && snippet.includes(mine))),
      );
    return meets(wanted) ? 1 : meets(unwanted) ? 0 : -1;
  });
}

const squeeze = (text: string): string => tokens(text).join('');

/** Load, parse, survey and label the pages of some sets. */
export function loadPages(names: readonly SetName[] = sets): EvalPage[] {
  if (!existsSync(evalFolder)) throw new Error(`the evaluation pages are not there: ${evalFolder}`);
  return names.flatMap((set) =>
    goldOf(set).map((gold): EvalPage => {
      const dom = domOf(set, gold.id);
      const surveyed = surveyReadable(dom);
      return {
        set,
        gold,
        site: siteOf(gold),
        dom,
        survey: surveyed,
        labels: labelsOf(gold, surveyed),
        goldWords: tokens(gold.text ?? gold.body ?? (gold.with ?? []).join(' ')).length,
      };
    }),
  );
}
