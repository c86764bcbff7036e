import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correct, correctArticle } from '../../src/correct/index.ts';
import { type Article, applyEdits, type Block, invertEdits, layoutText } from '../../src/model/index.ts';
import { runs } from '../fuzz.ts';

const documents = Number(process.env.SACH_FUZZ ?? 25);

const sentences = [
  'Ủy ban nhân dân huyện vừa ban hành kế hoạch cải cách hành chính.',
  'Các cơ quan nhà nước đẩy mạnh chuyển đổi số trong năm nay.',
  'Cán bộ một cửa hướng dẫn người dân nộp hồ sơ trực tuyến.',
  'Nhà trường tổ chức hội thi giáo viên dạy giỏi cấp huyện.',
  'Đại biểu Quốc hội tiếp xúc cử tri tại xã Phú Lâm, thị xã La Gi.',
  'Ông Lê Văn Tám (Phó Chủ tịch) nói: “Bà con cứ yên tâm sản xuất”.',
  'Chi tiết xem tại https://truong.edu.vn/tin-tuc hoặc gọi 0251.3822.501.',
  'Tỷ lệ hộ nghèo giảm còn 2,5 %, thu nhập tăng đáng kể.',
  'The project is funded by the World Bank.',
] as const;

/** A slip anywhere: a letter lost, doubled, swapped or with another mark, a space too many, a mark doubled. */
const slips: readonly ((text: string, at: number) => string)[] = [
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => text.slice(0, at) + (text[at] ?? '') + text.slice(at),
  (text, at) => text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2),
  (text, at) => text.slice(0, at) + (text[at] ?? '').normalize('NFD').charAt(0) + text.slice(at + 1),
  (text, at) => `${text.slice(0, at)} ${text.slice(at)}`,
  (text, at) => text.replace(/\p{L}+$/u, (word) => `${word} ${word}`).slice(0, text.length + at),
  (text, at) => `${text.slice(0, at)},${text.slice(at)}`,
];

const paragraph = fc
  .array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 4 })
  .chain((parts) =>
    fc
      .array(fc.tuple(fc.constantFrom(...slips), fc.nat(300)), { maxLength: 5 })
      .map((made) => made.reduce((text, [slip, at]) => slip(text, at % text.length), parts.join(' '))),
  );
const text = fc.array(paragraph, { minLength: 1, maxLength: 4 }).map((list) => list.join('\n\n'));
const level = fc.constantFrom('safe' as const, 'all' as const);

describe('any text', () => {
  test('edits replay, undo, and correcting twice changes nothing more', () => {
    fc.assert(
      fc.property(text, level, (given, chosen) => {
        const once = correct(given, { level: chosen });
        expect(applyEdits(given, once.edits)).toBe(once.text);
        expect(applyEdits(once.text, invertEdits(once.edits))).toBe(given);
        expect(correct(once.text, { level: chosen }).text).toBe(once.text);
      }),
      runs(documents),
    );
  });

  test('what is likely only in the corrected text is corrected at once, not by the second run', () => {
    const slips = 'Ủy ban nhân dân hu,yện vừa ban hành kế oạch cải cách hàn ch,ính.';
    const once = correct(`${sentences.slice(0, 4).join(' ')}\n\n${slips}`, { level: 'all' });
    expect(once.text).toContain('kế hoạch cải cách');
    expect(correct(once.text, { level: 'all' }).edits).toEqual([]);
  });

  test('the order of its paragraphs does not matter', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 2, maxLength: 5 }), fc.nat(4), level, (parts, turn, chosen) => {
        const flat = parts.map((part) => part.replace(/\s+/g, ' ').trim());
        const at = turn % flat.length;
        const turned = [...flat.slice(at), ...flat.slice(0, at)];
        const corrected = (list: readonly string[]): string[] =>
          correct(list.join('\n\n'), { level: chosen }).text.split('\n\n').sort();
        expect(corrected(turned)).toEqual(corrected(flat));
      }),
      runs(documents),
    );
  });

  test('a long text is corrected like a short one', () => {
    const slip = 'Xã tập trung phát triến kinh tế hộ gia đình.';
    const times = Math.ceil((documents * 500) / sentences.join(' ').length);
    const long = Array.from({ length: times }, () => sentences.join(' ')).join('\n\n');
    const { text: done, edits } = correct(`${slip}\n\n${long}`);
    expect(done).toBe(`${slip.replace('triến', 'triển')}\n\n${long}`);
    expect(edits).toHaveLength(1);
  });

  test('the same text gives the same edits', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(correct(given)).toEqual(correct(given));
      }),
      runs(Math.ceil(documents / 10)),
    );
  });

  test('letters of any kind do no harm', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (noise) => {
        const given = `Trường học ${noise} của xã`;
        const { text: done, edits } = correct(given, { level: 'all' });
        expect(applyEdits(given, edits)).toBe(done);
      }),
      runs(documents),
    );
  });
});

describe('any article', () => {
  const inline = (value: string): Block => {
    const cut = Math.floor(value.length / 2);
    const children = [
      { kind: 'text' as const, value: value.slice(0, cut) },
      { kind: 'strong' as const, children: [{ kind: 'text' as const, value: value.slice(cut) }] },
    ];
    return { kind: 'paragraph', children };
  };
  test('each field replays and undoes, the sapo stays alike', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), paragraph, (parts, sapo) => {
        const flat = sapo.replace(/\s+/g, ' ').trim();
        const body: Block[] = [
          { kind: 'paragraph', role: 'sapo', children: [{ kind: 'text', value: flat }] },
          ...parts.map(inline),
        ];
        const base = { pageType: 'article', confidence: 1, attachments: [], removed: [], evidence: [] } as const;
        const given: Article = { ...base, title: parts[0] ?? '', sapo: flat, body };
        const { article, edits } = correctArticle(given, { level: 'all' }).value;
        for (const field of ['title', 'sapo', 'text'] as const) {
          const own = edits.filter((edit) => edit.field === field);
          const before = field === 'text' ? layoutText(given.body).text : (given[field] ?? '');
          const after = field === 'text' ? layoutText(article.body).text : (article[field] ?? '');
          expect(applyEdits(before, own)).toBe(after);
          expect(applyEdits(after, invertEdits(own))).toBe(before);
        }
        expect(layoutText(article.body).text.startsWith(article.sapo ?? '?')).toBe(true);
      }),
      runs(documents),
    );
  });
});
