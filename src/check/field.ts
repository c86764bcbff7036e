import type { Draft, DraftField } from '../model/index.ts';
import type { CheckContext, CheckRule } from './rule.ts';

const head = (draft: Draft) => ({ start: draft.text.startsWith('\ufeff') ? 1 : 0, end: firstLineEnd(draft.text) });

function firstLineEnd(text: string): number {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text.length : end;
}

const titleKey = (context: CheckContext): string => context.keys?.title ?? 'title';

/** Dates by the key that the user names, else by those that site generators and portals use. */
function datesOf({ fields = [] }: Draft, { keys }: CheckContext): DraftField[] {
  const usual =
    /^(?:date|lastmod|pubDate|publishDate|published|updated|modified|article:(?:published|modified)_time)$/i;
  return fields.filter(({ key }) => (keys?.date === undefined ? usual.test(key) : key === keys.date));
}

/** Parse a date to `YYYY-MM-DD`; undefined if it is not on the calendar. */
function toDay(value: string): string | undefined {
  const iso = /^\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T\s].*)?$/.exec(value);
  const local = /^\s*(?:\d{1,2}:\d{2}\s+)?(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:\s.*)?$/.exec(value);
  const [year, month, day] = iso ? iso.slice(1, 4) : local ? [local[3], local[2], local[1]] : [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(written);
  // Empty databases print their first or last date.
  return exists && year > '1900' && year < '9000' ? written : undefined;
}

export const fieldRules: readonly CheckRule[] = [
  {
    id: 'field/no-title',
    level: 'error',
    why: 'Without a title an article cannot be listed, linked or found.',
    source: 'drafts whose title was the first bold line',
    find: (draft, context) => {
      if (draft.kind === 'text' || draft.passages.length === 0) return [];
      const named = draft.fields?.some(({ key, value }) => key === titleKey(context) && value.trim() !== '');
      return named || draft.headings.some(({ level }) => level === 1) ? [] : [head(draft)];
    },
    wrong: ['---\ndate: 2024-10-17\n---\nNội dung.', '## Mục một\n\nNội dung.'],
    right: ['---\ntitle: Tựa đề\n---\nNội dung.', '# Tựa đề\n\nNội dung.'],
  },
  {
    id: 'field/no-date',
    level: 'warning',
    why: 'An archive sorts by date; an article without one is shown first or last for ever.',
    source: 'front matter made by hand',
    find: (draft, context) =>
      draft.kind === 'markdown' && draft.fields && draft.fields.length > 0 && datesOf(draft, context).length === 0
        ? [head(draft)]
        : [],
    wrong: ['---\ntitle: Tựa đề\n---\nNội dung.'],
    right: ['---\ntitle: Tựa đề\ndate: 2024-10-17\n---\nNội dung.', '# Không có phần đầu\n\nNội dung.'],
  },
  {
    id: 'field/bad-date',
    level: 'error',
    why: 'Portals print 31/12/9999 or 01/01/0001 when the database holds no date.',
    source: 'portals that print the largest date of the database',
    find: (draft, context) =>
      datesOf(draft, context)
        .filter(({ value }) => value.trim() !== '' && toDay(value) === undefined)
        .map(({ start, end, value }) => ({ start, end, params: { value } })),
    wrong: ['---\ntitle: A\ndate: 9999-12-31\n---\nB.', '---\ntitle: A\ndate: 30/02/2024\n---\nB.'],
    right: ['---\ntitle: A\ndate: 2024-02-29\n---\nB.', '---\ntitle: A\ndate: 2024-10-17T08:15:00+07:00\n---\nB.'],
  },
  {
    id: 'field/future-date',
    level: 'warning',
    why: 'An article from tomorrow is a typing error, or was not meant to be published yet.',
    source: 'day and month exchanged when an article was moved',
    find: (draft, context) =>
      datesOf(draft, context)
        .filter(({ value }) => context.today !== undefined && (toDay(value) ?? '') > context.today)
        .map(({ start, end, value }) => ({ start, end, params: { value } })),
    wrong: ['---\ntitle: A\ndate: 2099-01-01\n---\nB.'],
    right: ['---\ntitle: A\ndate: 2024-01-01\n---\nB.'],
  },
];
