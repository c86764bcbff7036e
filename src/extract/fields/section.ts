import { hinted } from '../hints.ts';
import type { PageLine } from '../lines.ts';
import { type Metadata, metaOf } from './metadata.ts';
import { type Candidate, loose } from './rank.ts';
import { isSiteName } from './site-name.ts';

export interface SectionContext {
  readonly lines: readonly PageLine[];
  readonly metadata: Metadata;
  readonly title?: PageLine;
  readonly titleText?: string;
  readonly marked: ReadonlySet<PageLine>;
  readonly url?: string;
}

const home = /^(?:trang chủ|home|trang nhất|tin tức|bạn đang ở.*|»|>|\/)$/iu;
const maxLength = 60;

/** Links of a breadcrumb that stand without a space between them: “Trang chủThông tin KT-XH”. */
const withoutHome = (text: string): string => text.replace(/^(?:Trang chủ|Trang nhất|Home)(?=\p{Lu})/u, '');

/** The last crumb before the title: breadcrumbs end in the article or in its section. */
function fromBreadcrumb({ lines, titleText = '' }: SectionContext): Candidate[] {
  const crumbs = lines
    .filter(({ zone }) => zone === 'breadcrumb')
    .flatMap((line) =>
      line.text.split(/(?:(?<!\s)\s+)?[»›>/|]\s*/u).map((text) => ({ text: withoutHome(text.trim()), line })),
    )
    .filter(
      ({ text }) => text !== '' && !home.test(text) && loose(text) !== loose(titleText) && text.length <= maxLength,
    );
  const last = crumbs.at(-1);
  return last ? [{ value: last.text, line: last.line, rule: 'section/breadcrumb', score: 2.5 }] : [];
}

function fromLines({ lines, title, titleText = '', marked, metadata, url }: SectionContext): Candidate[] {
  return lines.flatMap((line): Candidate[] => {
    if (line.text.length < 3 || line.text.length > maxLength || home.test(line.text) || /\d{4}/u.test(line.text))
      return [];
    const hint = hinted(line.hints.slice(0, 3), 'section');
    if (
      (hint === 0 && !marked.has(line)) ||
      loose(line.text) === loose(titleText) ||
      isSiteName(line.text, metadata, url)
    )
      return [];
    if (title && (line.index > title.index + 4 || line.index < title.index - 6)) return [];
    if (line.zone === 'nav' || line.zone === 'footer') return [];
    return [
      {
        value: withoutHome(line.text),
        line,
        rule: marked.has(line) ? 'section/template' : 'section/hint',
        score: 1.5 + hint + (marked.has(line) ? 2 : 0),
      },
    ];
  });
}

/** All candidates for the section (chuyên mục). */
export function findSections(context: SectionContext): Candidate[] {
  const told = metaOf(context.metadata, 'section').map(
    ({ value, source, trust }): Candidate => ({ value, rule: `section/${source}`, score: 3.2 * trust }),
  );
  return [
    ...fromLines(context),
    ...fromBreadcrumb(context),
    ...told.filter(({ value }) => value.length <= maxLength && !/^\d+$/u.test(value)),
  ];
}
