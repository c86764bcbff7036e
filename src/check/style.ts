import type { Draft, Passage } from '../model/index.ts';
import { type StyleChoice, styleChoices } from '../text/index.ts';
import type { CheckContext, CheckRule } from './rule.ts';

const examples: Readonly<
  Record<StyleChoice['id'], { id: `typo/${string}`; wrong: string; right: string; why: string }>
> = {
  toneMarks: {
    id: 'typo/mixed-tone-marks',
    wrong: 'Hòa bình và sức khoẻ.',
    right: 'Hòa bình và sức khỏe, hoàn toàn.',
    why: 'Both places of the tone mark are right, but one text should keep to one: a search for “hòa” misses “hoà”.',
  },
  iy: {
    id: 'typo/mixed-i-y',
    wrong: 'Quản lý theo lí thuyết.',
    right: 'Quản lý theo lý thuyết; ông Lí Văn Tám.',
    why: '“lý” and “lí” are one word; a text should keep to one spelling.',
  },
  quotes: {
    id: 'typo/mixed-quotes',
    wrong: 'Ông nói “vâng” và "không".',
    right: 'Ông nói “vâng” và “không”, màn hình 32".',
    why: 'Straight and curly quotation marks in one text look careless.',
  },
  dates: {
    id: 'typo/mixed-dates',
    wrong: 'Từ 01/10/2024 đến 15-10-2024.',
    right: 'Từ 01/10/2024 đến 15/10/2024, điện thoại 02-33-4567.',
    why: 'Dates written in two ways cannot be searched in one.',
  },
  numbers: {
    id: 'typo/mixed-numbers',
    wrong: 'Chi 1.250.000 đồng, thu 2,300,000 đồng.',
    right: 'Chi 1.250.000 đồng, thu 2.300.000 đồng, dài 1,25 km.',
    why: 'A comma for thousands beside a dot for thousands makes readers doubt both.',
  },
};

/** Does a unit of a passage stand in what is no text of its author's to change: code, formulas, expressions, tags? */
const isFixed = ({ fixed }: Passage, at: number): boolean => fixed.some(({ start, end }) => start <= at && at < end);

/**
 * The place in a draft of the first use of the rarer form. Where the house style asks for one, `typo/style` tells of every
 * other.
 */
function findMixed(draft: Draft, choice: StyleChoice, { style = {} }: CheckContext) {
  if (style[choice.id] !== undefined) return [];
  const counts = new Map<string, number>();
  // Quotation marks of an expression, of code or of an attribute are nobody's style.
  const uses = draft.passages.flatMap((passage) =>
    choice.find(passage.text).flatMap((use) => (isFixed(passage, use.start) ? [] : [{ passage, use }])),
  );
  for (const { use } of uses) counts.set(use.form, (counts.get(use.form) ?? 0) + 1);
  if (counts.size < 2) return [];
  const [common = '', rare = ''] = [...counts].sort((a, b) => b[1] - a[1]).map(([form]) => form);
  const first = uses.find(({ use }) => use.form === rare);
  if (!first) return [];
  const { passage, use } = first;
  const usual = uses
    .filter(({ use: { form } }) => form === common)
    .map(({ passage: { text }, use: { start, end } }) => text.slice(start, end));
  // Best the same word; else one that the text has.
  const same = use.forms[common] ?? '';
  const other = usual.includes(same) ? same : (usual[0] ?? same);
  const start = passage.from[use.start] ?? -1;
  const end = passage.to[use.end - 1] ?? -1;
  const place = start < 0 || end < 0 ? { start: passage.start, end: passage.end } : { start, end };
  return [
    {
      ...place,
      params: {
        text: passage.text.slice(use.start, use.end),
        other,
        count: counts.get(rare) ?? 0,
        most: counts.get(common) ?? 0,
      },
    },
  ];
}

export const styleRules: readonly CheckRule[] = styleChoices.map((choice) => {
  const { id, wrong, right, why } = examples[choice.id];
  return {
    id,
    level: 'info',
    why,
    source: 'house styles differ; see `style` in the configuration',
    find: (draft, context) => findMixed(draft, choice, context),
    wrong: [wrong],
    right: [right],
  };
});
