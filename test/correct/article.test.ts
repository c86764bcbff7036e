import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compose, withoutOverlaps } from '../../src/correct/compose.ts';
import { correct, correctArticle } from '../../src/correct/index.ts';
import { type Article, applyEdits, type Block, type Inline, invertEdits, layoutText } from '../../src/model/index.ts';
import { runs } from '../fuzz.ts';

const text = (value: string): Inline => ({ kind: 'text', value });
const paragraph = (...children: Inline[]): Block => ({ kind: 'paragraph', children });
const article = (body: readonly Block[], fields: Partial<Article> = {}): Article => ({
  pageType: 'article',
  confidence: 1,
  attachments: [],
  removed: [],
  evidence: [],
  body,
  ...fields,
});

describe('an article', () => {
  test('leaves the spaces on both sides of a picture, and takes away two in a row elsewhere', () => {
    const picture: Inline = { kind: 'image', src: 'cv.jpg', alt: '' };
    const given = article([
      paragraph(text('Công văn '), picture, text(' đính kèm.')),
      paragraph(text('Bà  con đều vui.')),
    ]);
    const { article: done } = correctArticle(given).value;
    expect(done.body[0]).toEqual(given.body[0]);
    expect(layoutText(done.body.slice(1)).text).toBe('Bà con đều vui.');
  });

  test('edits keep their places beside a raised number, which none of them touches', () => {
    const given = article([
      paragraph(text('Thửa ruộng 120 m'), { kind: 'sup', children: [text('2')] }, text(' , đưọc cấp giấy từ đầu năm.')),
    ]);
    const { article: done, edits } = correctArticle(given).value;
    const after = layoutText(done.body).text;
    expect(after).toBe('Thửa ruộng 120 m², được cấp giấy từ đầu năm.');
    expect(applyEdits(layoutText(given.body).text, edits)).toBe(after);
    expect(done.body).toMatchObject([{ children: [{}, { kind: 'sup', children: [text('2')] }, {}] }]);
  });
  test('raised text ends a word', () => {
    const note = (mark: string): Inline => ({ kind: 'sup', children: [text(mark)] });
    const given = article([
      paragraph(
        text('Hỗ trợ các kho cấp đông'),
        note('b'),
        text(', đồng thời kinh tế phát triến'),
        note('c'),
        text(' mạnh.'),
      ),
      paragraph(text('Bà con'), { kind: 'reference', label: '2', children: [text('2')] }, text(' ngồi kín sân đình.')),
    ]);
    const { article: done, edits } = correctArticle(given).value;
    expect(edits.map(({ before, after }) => [before, after])).toEqual([['triến', 'triển']]);
    expect(layoutText(done.body).text).toContain('kho cấp đôngb, đồng thời kinh tế phát triểnc mạnh.');
  });
  test('keeps title, kicker, sapo and text to their own edits', () => {
    const sapo = 'Nhà trưòng tổ chức hội thi.';
    const given = article(
      [
        { kind: 'paragraph', role: 'sapo', children: [text(sapo)] },
        paragraph(text('Học sinh đưọc '), { kind: 'strong', children: [text('nhận quà')] }, text(' , rồi ra về.')),
      ],
      { title: 'Hội thi cúa lớp tóan', kicker: 'Tin tưc', sapo, byline: 'Trưòng' },
    );
    const { article: done, edits } = correctArticle(given).value;
    expect(done.sapo).toBe('Nhà trường tổ chức hội thi.');
    expect(layoutText(done.body).text).toBe('Nhà trường tổ chức hội thi.\n\nHọc sinh được nhận quà, rồi ra về.');
    expect(done.byline).toBe('Trưòng');
    expect(done.title).toContain('toán');
    for (const field of ['title', 'kicker', 'sapo', 'text'] as const) {
      const own = edits.filter((edit) => edit.field === field);
      const before = field === 'text' ? layoutText(given.body).text : (given[field] ?? '');
      const after = field === 'text' ? layoutText(done.body).text : (done[field] ?? '');
      expect(applyEdits(before, own)).toBe(after);
      expect(applyEdits(after, invertEdits(own))).toBe(before);
    }
  });

  test('an edit over several nodes goes into the first; code is not touched', () => {
    const body = [
      paragraph(text('Nhà trư'), { kind: 'emphasis', children: [text('òng mới')] }, { kind: 'code', value: 'trưòng' }),
    ];
    const { article: done, edits } = correctArticle(article(body)).value;
    expect(edits).toHaveLength(1);
    expect(done.body).toEqual([
      paragraph(text('Nhà trường'), { kind: 'emphasis', children: [text(' mới')] }, { kind: 'code', value: 'trưòng' }),
    ]);
  });

  test('without anything to correct is the same object', () => {
    const given = article([paragraph(text('Học sinh nhận quà.'))]);
    expect(correctArticle(given).value.article).toBe(given);
  });
});

describe('a text', () => {
  test.each([
    '',
    'Plain English text ,with its own slips  and teh typos.',
    'Xem https://truong.edu.vn/tin,tuc và mau_trưòng.docx nhé.',
  ])('%j stays', (given) => {
    expect(correct(given)).toEqual({ text: given, edits: [], suggestions: [] });
  });

  test('in decomposed letters is corrected in decomposed letters', () => {
    const given = 'Nhà trưòng mới.'.normalize('NFD');
    expect(correct(given).text).toBe('Nhà trường mới.'.normalize('NFD'));
  });
});

test('composed edits take the original to the end', () => {
  const edit = fc.record({ at: fc.nat(30), size: fc.nat(4), after: fc.string({ maxLength: 4 }) });
  const fitting = (given: string, wanted: readonly { at: number; size: number; after: string }[]) =>
    withoutOverlaps(
      wanted
        .filter(({ at, size, after }) => at + size <= given.length && (size > 0 || after !== ''))
        .map(({ at, size, after }, i) => ({
          rule: 'test/any',
          start: at,
          end: at + size,
          before: given.slice(at, at + size),
          after,
          confidence: 1 - i / 100,
        })),
    );
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(edit), fc.array(edit), (given, first, second) => {
      const one = fitting(given, first);
      const middle = applyEdits(given, one);
      const two = fitting(middle, second);
      const whole = compose(given, one, two);
      expect(applyEdits(given, whole)).toBe(applyEdits(middle, two));
    }),
    runs(300),
  );
});
