/** Every record of every table proves itself: what it must find, what it must leave, and that it tells why and whence. */
import { describe, expect, test } from 'vitest';
import { type Element, isElement, parseHtml, selectFirst } from '../src/dom/index.ts';
import { dateForms } from '../src/extract/fields/date-forms.ts';
import { findDates } from '../src/extract/fields/date-text.ts';
import {
  type ClassBox,
  classBoxes,
  findClassBoxes,
  findJunk,
  findJunkLines,
  type JunkGuards,
  type JunkRule,
  junkRules,
  readyRule,
  ruleFinder,
} from '../src/extract/junk/index.ts';
import { searchHeading } from '../src/extract/page-type/headings.ts';
import { portalPageNamed, portalPages } from '../src/extract/page-type/portal-pages.ts';
import { templates } from '../src/extract/templates/index.ts';
import type { RuleInfo } from '../src/model/index.ts';

const tables: Readonly<Record<string, readonly RuleInfo[]>> = {
  dateForms,
  templates,
  junkRules,
  classBoxes,
  portalPages,
};

describe.each(Object.entries(tables))('%s', (_name, records) => {
  test('ids are unique and say what they are', () => {
    expect(records.map(({ id }) => id)).toEqual([...new Set(records.map(({ id }) => id))]);
    for (const { id } of records) expect(id).toMatch(/^[a-z]+\/[a-z0-9-]+$/);
  });
  test('every record tells why it is there and where that was seen', () => {
    for (const { id, why, source } of records) {
      expect(why.length, id).toBeGreaterThan(20);
      expect(source.length, id).toBeGreaterThan(5);
      // What `npm run new` leaves to be said.
      expect(`${why} ${source}`, id).not.toContain('TODO');
    }
  });
});

describe('dates', () => {
  const languageOf = ({ language }: (typeof dateForms)[number]): string =>
    language?.test('vi') === false ? 'de' : 'vi';
  test.each(dateForms.map((form) => [form.id, form] as const))(
    '%s reads its examples and leaves the others',
    (id, form) => {
      const language = languageOf(form);
      for (const [text, iso] of Object.entries(form.reads)) {
        expect(
          findDates(text, { language }).map((date) => [date.iso, date.form]),
          text,
        ).toEqual([[iso, id]]);
      }
      for (const text of form.leaves) {
        expect(
          findDates(text, { language }).filter((date) => date.form === id),
          text,
        ).toEqual([]);
      }
    },
  );
});

describe('portal pages', () => {
  test.each(portalPages.map((kind) => [kind.id, kind] as const))('%s is known by its names', (id, { knows, keeps }) => {
    for (const name of knows) expect(portalPageNamed(name)?.id, name).toBe(id);
    for (const name of keeps) expect(portalPageNamed(name), name).toBeUndefined();
  });
});

describe('headings', () => {
  test('the head of a search is a whole line', () => {
    for (const text of [
      'Kết quả tìm kiếm',
      'Kết quả tìm kiếm cho “cầu treo”',
      'Tìm thấy 38 kết quả',
      '12 kết quả phù hợp',
    ])
      expect(searchHeading.test(text), text).toBe(true);
    for (const text of [
      'Kết quả tìm kiếm nạn nhân vụ lật đò',
      'Tìm thấy 3 người mất tích',
      '12 kết quả nổi bật của năm',
    ])
      expect(searchHeading.test(text), text).toBe(false);
  });
});

const prose =
  'Sáng nay, hơn ba trăm hội viên của chín thôn đã ra quân nạo vét tuyến kênh chính dài sáu cây số, kịp lấy nước cho vụ đông xuân.';

/** A line stands as a paragraph under running text; HTML stands as it is. */
function bodyWith(example: string): Element {
  const html = example.startsWith('<') ? example : `<p>${example.replaceAll('<', '&lt;')}</p>`;
  const page = parseHtml({
    source: 'test',
    kind: 'html',
    text: `<div id="body"><p>${prose}</p>${html}</div>`,
    encoding: { name: 'utf-8', confidence: 1, repairs: [] },
  }).value;
  const body = selectFirst(page, ['#body']);
  if (!body || !isElement(body)) throw new Error('no body');
  return body;
}

const linesTaken = (rule: JunkRule, example: string, options?: { readonly whole: boolean }): number =>
  findJunkLines(bodyWith(example), {}, ruleFinder([readyRule(rule, options)])).size;

const junk = junkRules.map((rule) => [rule.id, rule] as const);

describe('junk', () => {
  test.each(junk)('%s drops its examples', (id, rule) => {
    for (const example of rule.drops) {
      expect(linesTaken(rule, example), example).toBeGreaterThan(0);
      expect(findJunk(bodyWith(example)).length, `${id}: ${example}`).toBeGreaterThan(0);
    }
  });
  test.each(junk)('%s keeps its near-misses, and no other rule takes them', (_id, { keeps }) => {
    for (const example of keeps)
      expect(
        findJunk(bodyWith(example)).map(({ rule }) => rule),
        example,
      ).toEqual([]);
  });
  test.each(junk.filter(([, rule]) => rule.error))(
    '%s keeps the message where it is quoted as code',
    (_id, { drops }) => {
      for (const example of drops.filter((text) => !text.startsWith('<'))) {
        const code = `<pre><code>${example.replaceAll('<', '&lt;')}</code></pre>`;
        expect(findJunk(bodyWith(code)), code).toEqual([]);
      }
    },
  );
});

/** A rule without one of its guards: what the near-misses are there to notice. */
function* mutants({ needs, ...rule }: JunkRule): Generator<readonly [name: string, mutant: JunkRule, whole: boolean]> {
  const whole: JunkRule = { ...rule, ...(needs && { needs }) };
  yield ['the whole line', whole, false];
  for (const guard of Object.keys(needs ?? {}) as (keyof JunkGuards)[]) {
    const { [guard]: _gone, ...others } = needs ?? {};
    yield [guard, { ...rule, needs: others }, true];
  }
}

describe('every guard is needed: without it a near-miss is lost', () => {
  test.each(junk)('%s', (_id, rule) => {
    for (const [name, mutant, whole] of mutants(rule)) {
      const lost = rule.keeps.filter((example) => linesTaken(mutant, example, { whole }) > 0);
      expect(lost.length, `without “${name}” every near-miss is still kept`).toBeGreaterThan(0);
    }
  });
});

const edges = /\(\?:\^\|[^)]*\)|\(\?:[^()]*\|\$\)/g;

/** A box rule without one of its guards. */
function* boxMutants(rule: ClassBox): Generator<readonly [name: string, mutant: ClassBox]> {
  const { unless, minLinkShare, ...unguarded } = rule;
  yield ['most letters', { ...rule, maxLetters: Number.POSITIVE_INFINITY }];
  yield ['the edges of words', { ...rule, words: new RegExp(rule.words.source.replace(edges, ''), 'u') }];
  if (minLinkShare !== undefined) yield ['the share of links', { ...unguarded, ...(unless && { unless }) }];
  if (unless) yield ['what takes the name back', { ...unguarded, ...(minLinkShare !== undefined && { minLinkShare }) }];
}

describe('boxes named by their class', () => {
  const boxed = classBoxes.map((rule) => [rule.id, rule] as const);
  const taken = (rule: ClassBox, example: string): number => findClassBoxes(bodyWith(example), [rule]).length;
  test.each(boxed)('%s drops its examples and keeps its near-misses', (_id, rule) => {
    for (const example of rule.drops) expect(taken(rule, example), example).toBe(1);
    for (const example of rule.keeps) expect(findJunk(bodyWith(example)), example).toEqual([]);
  });
  test.each(boxed)('%s: every guard is needed', (_id, rule) => {
    for (const [name, mutant] of boxMutants(rule)) {
      const lost = rule.keeps.filter((example) => taken(mutant, example) > 0);
      expect(lost.length, `without “${name}” every near-miss is still kept`).toBeGreaterThan(0);
    }
  });
});
