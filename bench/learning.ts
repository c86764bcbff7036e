// What learning a site does for its pages: every evaluation page of a site with two or more, cleaned alone and with what its
// site taught, one row a site.
//
//   npx tsx bench/learning.ts [set …] [--folds] [--stranger] [--pages]
//
// sets: pages (default) aeb wcxb cn vi. --folds: by classifiers that were trained without the site (kept in
// node_modules/.cache).
// --stranger: without the systems and the junk rules that sach knows. --pages names what changed.
import './stranger.ts';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type RawPage, type SiteProfile, toRecord } from '../src/index.ts';
import { cleanPage, learnPages } from '../src/pipeline.ts';
import { tokens } from './align.ts';
import { fileOf, type Gold, goldOf, type SetName, siteOf } from './eval-set.ts';
import { useModelsWithout } from './fold-forest.ts';

const args = process.argv.slice(2);
const named = args.filter((arg): arg is SetName => !arg.startsWith('--'));
const sets: readonly SetName[] = named.length > 0 ? named : ['pages'];
const tellsPages = args.includes('--pages');
const isInFolds = args.includes('--folds');

interface Score {
  readonly f1: number;
  /** Title, date, byline, sapo and kind of page, as far as the labels tell them. */
  readonly fields: readonly boolean[];
  readonly junk: number;
}

const bag = (...texts: readonly (string | null | undefined)[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap((text) => tokens(text ?? ''))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** F1 of the words of the body; captions, title and byline may stand in it or not. */
function bodyF1(gold: Gold, text: string): number {
  const want = bag(gold.summary, gold.body ?? gold.text);
  const spare = bag(
    gold.title,
    gold.author_text,
    gold.source_line,
    gold.date_text,
    ...(gold.images ?? []).map(({ caption }) => caption),
  );
  const got = bag(text);
  const total = [...want.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return got.size === 0 ? 1 : 0;
  let right = 0;
  let wrong = 0;
  for (const [word, count] of got) {
    const hit = Math.min(count, want.get(word) ?? 0);
    right += hit;
    wrong += Math.max(0, count - hit - (spare.get(word) ?? 0));
  }
  return right === 0 ? 0 : (2 * right) / (total + right + wrong);
}

const loose = (text: string | null | undefined): string => tokens(text ?? '').join(' ');

function scoreOf(gold: Gold, page: RawPage, learned: readonly SiteProfile[]): Score {
  const article = toRecord(cleanPage(page, { fix: false, learned }));
  const text = article.text ?? '';
  const fields =
    gold.kind === undefined
      ? [loose(article.title) === loose(gold.title)]
      : [
          loose(article.title) === loose(gold.title),
          (article.publishedAt ?? '').slice(0, 10) === (gold.date ?? '').slice(0, 10),
          [gold.author, gold.author_text].some((author) => loose(author) === loose(article.byline)),
          loose(article.sapo) === loose(gold.summary),
          (article.pageType === 'article') === /article$/.test(gold.kind.replace('empty-article', '')),
        ];
  const junk = (gold.junk ?? []).filter((one) => text.includes(one) && !(gold.body ?? '').includes(one)).length;
  return { f1: bodyF1(gold, text), fields, junk };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const rightShare = (scores: readonly Score[]): number => mean(scores.flatMap(({ fields }) => fields.map(Number)));
const lowest = (scores: readonly Score[]): number => Math.min(...scores.map(({ f1 }) => f1));
const round = (value: number): string => value.toFixed(4);

interface Pair {
  readonly gold: Gold;
  readonly before: Score;
  readonly after: Score;
}

const sitesOf = (set: SetName): Map<string, { readonly gold: Gold; readonly page: RawPage }[]> => {
  const sites = new Map<string, { gold: Gold; page: RawPage }[]>();
  for (const gold of goldOf(set)) {
    // A profile is of one host; folds of training keep whole domains together, which is more.
    const site = gold.url && URL.canParse(gold.url) ? new URL(gold.url).hostname : siteOf(gold);
    const page: RawPage = { source: gold.id, bytes: gunzipSync(readFileSync(fileOf(set, gold.id))) };
    sites.set(site, [...(sites.get(site) ?? []), { gold, page }]);
  }
  return sites;
};

function row(name: string, pairs: readonly Pair[], learnt: string): string {
  const [before, after] = [pairs.map((pair) => pair.before), pairs.map((pair) => pair.after)];
  const cells = [
    name,
    pairs.length,
    round(mean(before.map(({ f1 }) => f1))),
    round(mean(after.map(({ f1 }) => f1))),
    round(lowest(before)),
    round(lowest(after)),
    rightShare(before).toFixed(3),
    rightShare(after).toFixed(3),
    learnt,
  ];
  return `| ${cells.join(' | ')} |`;
}

const all: Pair[] = [];
console.log(
  '| site | pages | body F1 alone | learnt | lowest alone | learnt | fields alone | learnt | selectors learnt |\n|---|---|---|---|---|---|---|---|---|',
);
for (const set of sets)
  for (const [site, pages] of sitesOf(set)) {
    const [first] = pages;
    if (pages.length < 2 || !first) continue;
    if (isInFolds) useModelsWithout(siteOf(first.gold));
    const learned = learnPages(pages.map(({ page }) => page));
    const pairs = pages.map(({ gold, page }) => ({
      gold,
      before: scoreOf(gold, page, []),
      after: scoreOf(gold, page, learned),
    }));
    all.push(...pairs);
    const parts = new Set(learned.flatMap(({ selectors = {} }) => Object.keys(selectors)));
    console.log(row(site, pairs, [...parts].join(' ')));
    if (!tellsPages) continue;
    for (const { gold, before: a, after: b } of pairs)
      if (a.f1 !== b.f1 || a.fields.join() !== b.fields.join() || a.junk !== b.junk)
        console.error(
          `${gold.id}: F1 ${round(a.f1)} → ${round(b.f1)}, fields ${a.fields.map(Number).join('')} → ${b.fields.map(Number).join('')}, junk ${a.junk} → ${b.junk}`,
        );
  }
const count = (test: (pair: Pair) => boolean): number => all.filter(test).length;
const right = ({ fields }: Score): number => fields.filter(Boolean).length;
console.log(row('**all**', all, ''));
console.log(
  `\nBody: ${count(({ before, after }) => after.f1 > before.f1 + 1e-9)} pages better, ${count(({ before, after }) => after.f1 < before.f1 - 1e-9)} worse; ` +
    `fields: ${count(({ before, after }) => right(after) > right(before))} better, ${count(({ before, after }) => right(after) < right(before))} worse; ` +
    `pages with junk ${count(({ before }) => before.junk > 0)} → ${count(({ after }) => after.junk > 0)}.`,
);
