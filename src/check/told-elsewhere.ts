import type { Level, RuleInfo } from '../model/index.ts';

/** What a rule tells of itself: its page in `docs/rules/`, its description in SARIF, the reason under `--explain`. */
export interface RuleRecord extends RuleInfo {
  readonly level: Level;
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}

/** Rules without a record of their own: what the corrector's model decides, and what only a whole run can see. */
export const rulesToldElsewhere: readonly RuleRecord[] = (
  [
    [
      'typo/tone-place',
      'warning',
      'The tone mark stands on a letter that cannot carry it.',
      'ngừơi  →  người',
      'thuở; hòa, hoà',
    ],
    [
      'typo/tone',
      'warning',
      'Another tone is meant: hỏi and ngã, or a mark that a scanner misread.',
      'đáng kế  →  đáng kể',
      'kế hoạch',
    ],
    ['typo/vowel', 'warning', 'Another vowel is meant.', 'chuyền biến  →  chuyển biến', 'bóng chuyền'],
    ['typo/vowel-mark', 'warning', 'The mark on the vowel (ă â ê ô ơ ư) is missing or wrong.', 'đưọc  →  được', 'đọc'],
    [
      'typo/initial',
      'warning',
      'Consonants that sound alike in some regions: s/x, tr/ch, d/gi/r.',
      'sử lý công việc  →  xử lý công việc',
      'lịch sử',
    ],
    [
      'typo/final',
      'warning',
      'Final consonants that sound alike in some regions: n/ng, t/c.',
      'hoàn toàng  →  hoàn toàn',
      'hoàng hôn',
    ],
    [
      'typo/letters',
      'warning',
      'Letters are missing, doubled or exchanged.',
      'nhiềuu người  →  nhiều người',
      'nhiều người',
    ],
    [
      'typo/confused',
      'warning',
      'Two words that sound alike are confused: one of them is never right beside its neighbour.',
      'lãi xuất  →  lãi suất',
      'thuế xuất khẩu',
    ],
    ['typo/telex', 'warning', 'Keys of an input method were left as letters.', 'nguwowif dân  →  người dân', 'windows'],
    ['typo/joined', 'warning', 'Two words were written as one.', 'cácđơn vị  →  các đơn vị', 'các đơn vị'],
    ['typo/split', 'warning', 'One word was cut in two.', 'ph át triển  →  phát triển', 'phát triển'],
    ['typo/repeated-word', 'warning', 'A word stands twice.', 'đã đã xong  →  đã xong', 'xa xa, ngày ngày'],
    [
      'typo/style',
      'warning',
      'Another form than the one that `style` in the configuration asks for.',
      'hoà  →  hòa (style: toneMarks: old)',
      'hoà, when no style is set',
    ],
    [
      'encoding/forced-wrong',
      'warning',
      'Text that is Vietnamese in UTF-8 was read in another encoding, as --encoding asks.',
      '“Ủy ban” in UTF-8, with --encoding tcvn3',
      '“Ủy ban” in TCVN3, with --encoding tcvn3',
    ],
    [
      'page/near-duplicate',
      'warning',
      'Two drafts share nearly all of their text: one is an old copy.',
      'two files of which one repeats the other',
      'two notices that share their formulas',
    ],
    [
      'page/unreadable',
      'error',
      'The file is no UTF-8 text, or cannot be opened; the others are checked.',
      'a file in windows-1258',
      'a file in UTF-8',
    ],
    [
      'link/unreachable',
      'warning',
      'The link cannot be opened: no server answers, or it has no such page (only with --online).',
      '[a](https://gone.example/)',
      '[a](#muc-1)',
    ],
    [
      'markup/unknown-rule',
      'warning',
      'A comment that names a rule which does not exist switches nothing off.',
      '<!-- sach-disable typo/tone-plce -->',
      '<!-- sach-disable typo/tone-place -->',
    ],
    [
      'markup/not-converted',
      'warning',
      'Pictures, formulas and charts of a Word document are not in the Markdown that `fix` makes of it.',
      'a .docx with two pictures',
      'a .docx with headings, tables and footnotes',
    ],
    [
      'markup/too-many-marks',
      'warning',
      'To read more than a thousand marks of one kind (emphasis, brackets, code) in one paragraph takes minutes; such a paragraph is damaged.',
      'a paragraph of `*a_` or `[a]`, ten thousand times over',
      'a list of a thousand points with bold words',
    ],
    [
      'markup/too-many-levels',
      'warning',
      'To read a thousand quotations and lists one in another takes minutes; so many are damage, or a line drawn with `>`.',
      'a line of two hundred `>`',
      'an answer in an answer, five levels deep',
    ],
    ['markup/front-matter', 'error', 'The front matter is no YAML.', '---\ntitle: "A\n---', '---\ntitle: A\n---'],
  ] as const
).map(([id, level, why, wrong, right]) => ({
  id,
  level,
  why,
  source: 'editors and scanners of portals',
  wrong: [wrong],
  right: [right],
}));
