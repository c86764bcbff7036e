import { type Lang, say } from '../messages/index.ts';
import type { Edit, Evidence, Finding, PageType, Removed } from '../model/index.ts';
import { cutText, visible, visibleControls } from '../text/index.ts';
import type { Paint } from './color.ts';

/** How a report looks: language and colours. */
export interface Look {
  readonly lang: Lang;
  readonly paint: Paint;
}

/** One finding, compiler-like: `error[page/listing]: a/b.html:3:1: This is a list of articles, not an article.` */
export function prettyFinding(source: string, finding: Finding, { lang, paint }: Look): string {
  const { rule, level, message, line, column } = finding;
  const place = [source, line, column].filter((part) => part !== undefined).join(':');
  return `${paint[level](`${say(lang, `level/${level}`)}[${rule}]`)}: ${paint.strong(place)}: ${message}\n`;
}

/** What the user can try next. */
export function prettyHint(hint: string, { lang, paint }: Look): string {
  return `  ${paint.faint(`${say(lang, 'report/hint')}:`)} ${hint}\n`;
}

/** The rule behind each removal and edit of a page. */
export function prettyExplanation(
  source: string,
  { edits, suggestions, removed, evidence }: Explanation,
  { lang, paint }: Look,
): string {
  const line = (rule: string, text: string): string => `  ${paint.faint(rule)} ${text}\n`;
  const part = (name: string): string => say(lang, `part/${name}`);
  const change = (edit: Edit): string =>
    line(
      edit.rule,
      `${part(edit.field)} ${edit.start}: “${visible(edit.before)}” → “${visible(edit.after)}” ${edit.confidence}${edit.why ? ` (${visibleControls(edit.why)})` : ''}`,
    );
  const answer = ({ about, rule, value }: Evidence): string => line(rule, `${part(about)}: ${oneLine(value)}`);
  const section = (id: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : ` ${say(lang, id)}\n${lines.join('')}`;
  return [
    `${paint.strong(visibleControls(source))}\n`,
    section('report/evidence', evidence.filter(({ isRejected }) => !isRejected).map(answer)),
    section('report/considered', evidence.filter(({ isRejected }) => isRejected).map(answer)),
    section('report/edits', edits.map(change)),
    section('report/suggestions', suggestions.map(change)),
    section(
      'report/removed',
      removed.map(({ rule, text }) => line(rule, oneLine(text))),
    ),
  ].join('');
}

interface Explanation {
  readonly edits: readonly Edit[];
  readonly suggestions: readonly Edit[];
  readonly removed: readonly Removed[];
  readonly evidence: readonly Evidence[];
}

/** As much of a text as fits a terminal's line; what the terminal would obey is named. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return visibleControls(line.length <= 100 ? line : `${cutText(line, 99)}…`);
}

/** Counts of a run. */
export interface Tally {
  readonly pages: number;
  readonly types: Readonly<Record<PageType, number>>;
  readonly failed: number;
  /** Error pages saved under the names of pictures, scripts or styles. */
  readonly stubs: number;
  /** Records of captures that are no pages. */
  readonly records: number;
  /** Files of folders that are no pages. */
  readonly files: number;
  readonly edits: number;
  readonly suggestions: number;
  readonly removed: number;
}

/** One line at the end of a run of several pages. */
export function prettySummary(tally: Tally, { lang, paint }: Look): string {
  const { types, pages, failed, stubs, records, files, ...changes } = tally;
  const parts = Object.entries({ ...types, failed, stubs, records, files, ...changes })
    .filter(([, count]) => count > 0)
    .map(([id, count]) => say(lang, `tally/${id}`, { count }));
  return `${paint.strong(say(lang, 'tally/pages', { count: pages }))}: ${parts.join(', ')}.\n`;
}
