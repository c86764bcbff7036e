import type { Draft, Passage } from '../model/index.ts';
import { cutText } from '../text/index.ts';
import { matchLines } from './own-junk.ts';
import { type CheckContext, type CheckRule, type JunkLine, rangeIn } from './rule.ts';

/** The lines of a passage, with their places in its text. */
function* linesOf(passage: Passage): Generator<{ text: string; at: number }> {
  for (const match of passage.text.matchAll(/[^\n]+/g)) yield { text: match[0], at: match.index };
}

/**
 * Find lines that are template text or a server's message: whole lines only, so that an article about such a message
 * keeps it. Each has the rule of its pattern. Throws SachError `slow-pattern` for one of the user's.
 */
export function findJunkLines(draft: Draft, { junk = [] }: CheckContext) {
  const lines = draft.passages
    .filter(({ kind }) => kind !== 'field')
    .flatMap((passage) => [...linesOf(passage)].map((line) => ({ passage, ...line, trimmed: line.text.trim() })));
  const own = new Map(
    junk
      .filter(({ isOwn }) => isOwn)
      .map(
        (rule) =>
          [
            rule,
            matchLines(
              draft.source,
              rule,
              lines.map(({ trimmed }) => trimmed),
            ),
          ] as const,
      ),
  );
  return lines.flatMap(({ passage, text, trimmed, at }, i) => {
    const rule = junk.find(
      (one) => (own.get(one)?.[i] ?? one.whole.test(trimmed)) && !(one.isError && isCode(passage, at, text)),
    );
    return rule
      ? [{ rule: rule.id, level: rule.level, ...rangeIn(passage, at, text.length), params: { text: cut(text) } }]
      : [];
  });
}

const isCode = ({ fixed }: Passage, at: number, text: string): boolean =>
  fixed.some(({ start, end }) => start <= at && end >= at + text.trimEnd().length);

const cut = (text: string): string => (text.length > 60 ? `${cutText(text, 59)}…` : text);

const wordMarkup = /<\/?o:p>|mso-[a-z-]+:|Normal 0 (?:false|[A-Z]{2}-)|\{mso-|MicrosoftInternetExplorer4/g;

/** File names are what stands where a picture was lost. */
export const junkRules: readonly CheckRule[] = [
  {
    id: 'junk/file-name',
    level: 'warning',
    why: 'When a page loses its pictures, their file names stay behind as lines of text.',
    source: 'fixtures/dong-nai/chuyen-doi-so',
    find: (draft) =>
      draft.passages
        .filter(({ text }) => /^[\p{L}\p{N}_.()-]{1,80}\.(?:jpe?g|png|gif|bmp|webp)$/iu.test(text.trim()))
        .map(({ start, end, text }) => ({ start, end, params: { text: text.trim() } })),
    wrong: ['Đoạn đầu.\n\n17102024.khaosat.jpg\n\nĐoạn sau.'],
    right: ['Xem tệp 17102024.khaosat.jpg ở cuối bài.', '![](17102024.khaosat.jpg)'],
  },
  {
    id: 'junk/word-markup',
    level: 'warning',
    why: 'Pasting from Word leaves its style sheet and tags as text.',
    source: 'articles pasted from Word into CKEditor and RadEditor',
    find: (draft) =>
      draft.passages
        .filter((passage) =>
          [...passage.text.matchAll(wordMarkup)].some(({ 0: text, index }) => !isCode(passage, index, text)),
        )
        .map(({ start, end, text }) => ({ start, end, params: { text: cut(text) } })),
    wrong: ['Normal 0 false false false EN-US X-NONE X-NONE', 'Văn phòng &lt;o:p>&lt;/o:p>'],
    right: ['Cách xóa nhãn `<o:p>` của Word.'],
  },
];

export type { JunkLine };
