import { say } from '../messages/index.ts';
import type { DraftFinding, Level } from '../model/index.ts';
import { evidenceOf } from './change.ts';
import type { DraftReport } from './check-report.ts';
import type { Look } from './pretty.ts';

/** Letters of a line that are shown: a paragraph may be one line of thousands. */
const maxShown = 96;

/**
 * The findings of one draft as compilers tell theirs:
 *
 *     warning[typo/tone-place]: “Ngừơi” should be “Người”.
 *       --> drafts/a.md:3:1
 *        |
 *      3 | Ngừơi dân đến dự họp.
 *        | ^^^^^ Người
 */
export function prettyDraft({ source, findings }: DraftReport, look: CheckLook): string {
  return findings.map((finding) => prettyDraftFinding(source, finding, look)).join('');
}

export interface CheckLook extends Look {
  /** For `--explain`: why there is a rule. */
  readonly whyOf?: (rule: string) => string | undefined;
}

function prettyDraftFinding(source: string, finding: DraftFinding, look: CheckLook): string {
  const { lang, paint } = look;
  const { rule, level, message, line, column, excerpt, fix } = finding;
  const color = finding.isKnown ? paint.faint : paint[level];
  const known = finding.isKnown ? ` ${paint.faint(`(${say(lang, 'check/known')})`)}` : '';
  const gutter = ' '.repeat(String(line).length);
  const head = `${color(`${say(lang, `level/${level}`)}[${rule}]`)}${paint.strong(`: ${message}`)}${known}\n`;
  const place = `${gutter} ${paint.info('-->')} ${onOneLine(source)}:${line}:${column}\n`;
  const length = finding.endLine > line ? excerpt.length : finding.endColumn - column;
  const shown = windowOf(excerpt, column - (finding.excerptColumn ?? 1), Math.max(1, length));
  const notes = notesOn(finding, look)
    .map((note) => `${gutter} ${paint.info('=')} ${note}\n`)
    .join('');
  if (shown.text.trim() === '') return `${head}${place}${notes}\n`;
  const mark = '^'.repeat(Math.max(1, widthOf(shown.marked)));
  const meant = fix ? ` ${paint.good(meantBy(fix.after, lang))}` : '';
  const bar = paint.info('|');
  return [
    head,
    place,
    `${gutter} ${bar}\n`,
    `${paint.info(String(line))} ${bar} ${shown.text}\n`,
    `${gutter} ${bar} ${' '.repeat(widthOf(shown.left))}${color(mark)}${meant}\n`,
    `${notes}\n`,
  ].join('');
}

/** Why there is such a rule, and how certain the correction is. */
function notesOn({ rule, fix }: DraftFinding, { lang, whyOf }: CheckLook): string[] {
  if (!whyOf) return [];
  const why = whyOf(rule);
  return [...(why === undefined ? [] : [why]), ...(fix ? [`${say(lang, 'check/certainty')}: ${evidenceOf(fix)}`] : [])];
}

/** What to write instead; spaces have to be seen. */
function meantBy(after: string, lang: Look['lang']): string {
  return after === '' ? say(lang, 'check/remove') : after.trim() === '' ? '␣' : after;
}

/** Tabs as spaces and invisible characters as dots, line ends among them: also a file's name may hold one. */
const onOneLine = (text: string): string => text.replace(/\t/g, ' ').replace(/[\p{Cc}\p{Cf}\u00ad]/gu, '·');

/** The part of a line round a place. */
function windowOf(line: string, at: number, length: number) {
  const from = line.length <= maxShown ? 0 : Math.max(0, Math.min(at - maxShown / 3, line.length - maxShown));
  const start = isLowSurrogate(line, from) ? from - 1 : from;
  const end = Math.min(line.length, start + maxShown);
  const before = line.slice(start, at);
  const marked = onOneLine(line.slice(at, Math.min(end, at + length)));
  const after = line.slice(Math.min(end, at + length), end);
  // Words are shown whole, unless the line has none to cut between.
  const left = start > 0 ? `… ${onOneLine(before.replace(/^\S{0,20}\s+/, ''))}` : onOneLine(before);
  const right = end < line.length ? `${onOneLine(after.replace(/\s+\S{0,20}$/, ''))} …` : onOneLine(after);
  return { left, marked, text: left + marked + right };
}

const isLowSurrogate = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
};

/** Columns that a text takes: combining marks take none, East Asian letters and emoji two. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (/\p{M}|\u200d/u.test(letter)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        letter,
      )
        ? 2
        : 1;
  }
  return width;
}

/** Counts of a check. */
export interface CheckTally {
  readonly drafts: number;
  readonly fixable: number;
  readonly fixed: number;
  readonly known: number;
  readonly levels: Readonly<Record<Level, number>>;
}

/** One line at the end. */
export function prettyCheckSummary(
  { drafts, levels, fixable, fixed, known }: CheckTally,
  { lang, paint }: Look,
): string {
  const parts = (['error', 'warning', 'info'] as const)
    .filter((level) => levels[level] > 0)
    .map((level) => paint[level](say(lang, `check/${level}`, { count: levels[level] })));
  const found = parts.length === 0 ? paint.good(say(lang, 'check/clean')) : parts.join(', ');
  const more = Object.entries({ fixed, known, fixable })
    .filter(([, count]) => count > 0)
    .map(([id, count]) => say(lang, `check/sum-${id}`, { count }));
  return `${say(lang, 'check/drafts', { count: drafts })}: ${[found, ...more].join('; ')}.\n`;
}
