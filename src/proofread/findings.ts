import { createHash } from 'node:crypto';
import { lineStarts, type Place, placeAt } from '../drafts/index.ts';
import { type Lang, say } from '../messages/index.ts';
import {
  certainFrom,
  type Draft,
  type DraftChange,
  type DraftFinding,
  type DraftHit,
  type Finding,
  type Level,
  roundConfidence,
} from '../model/index.ts';
import { cutText, shownChange } from '../text/index.ts';

/** Levels that a configuration sets, by rule or family. */
export type SetLevels = Readonly<Record<string, Level | 'off'>>;

const familyOf = (rule: string): string => rule.split('/')[0] ?? rule;

/** Level of a rule where some are set: its own, that of its family, or the one it has by itself. */
export const levelIn =
  (levels: SetLevels) =>
  (rule: string, own: Level): Level | 'off' =>
    levels[rule] ?? levels[familyOf(rule)] ?? own;

/**
 * Levels set one after the other, later ones stronger: that of a family is also stronger than an earlier one of its rules.
 */
export function mergeLevels(settings: readonly SetLevels[]): SetLevels {
  const merged: Record<string, Level | 'off'> = {};
  for (const later of settings) {
    for (const rule of Object.keys(merged)) if (familyOf(rule) in later) delete merged[rule];
    Object.assign(merged, later);
  }
  return merged;
}

export interface FindingOptions {
  /** Level of a rule: its own, or what the configuration says; `off` leaves it out. */
  readonly levelOf?: (rule: string, own: Level) => Level | 'off';
  readonly lang?: Lang;
}

/** Hits in the user's language, with line, column and fingerprint. */
export function toFindings(draft: Draft, hits: readonly DraftHit[], options: FindingOptions = {}): DraftFinding[] {
  const { levelOf = (_, own) => own, lang = 'en' } = options;
  const starts = lineStarts(draft.text);
  const hasBom = draft.text.startsWith('\ufeff');
  const seen = new Map<string, number>();
  return [...hits]
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1))
    .flatMap((hit) => {
      const level = levelOf(hit.rule, hit.level);
      if (level === 'off') return [];
      const from = placeAt(starts, hit.start, hasBom);
      const to = placeAt(starts, hit.end, hasBom);
      const { excerpt, excerptColumn } = excerptOf(draft.text, starts, from);
      const [change] = hit.changes ?? [];
      const key = `${hit.rule}\0${draft.source}\0${excerpt.trim()}\0${change?.before ?? ''}`;
      const nth = seen.get(key) ?? 0;
      seen.set(key, nth + 1);
      return {
        rule: hit.rule,
        level,
        message: messageOf(draft, hit, lang),
        ...from,
        endLine: to.line,
        endColumn: to.column,
        start: hit.start,
        end: hit.end,
        excerpt,
        ...(excerptColumn !== undefined && { excerptColumn }),
        ...(change && { fix: fixOf(change, hit) }),
        isCertain: change !== undefined && !hit.isRefused && change.confidence >= certainFrom,
        fingerprint: fingerprintOf(`${key}\0${nth}`),
      };
    });
}

function fixOf(change: DraftChange, { isRefused }: DraftHit): NonNullable<DraftFinding['fix']> {
  const { before, after, edits, confidence, why } = change;
  return {
    before,
    after,
    edits: isRefused ? [] : edits,
    confidence: roundConfidence(confidence),
    ...(why !== undefined && { why }),
  };
}

/** A page may be one line of a million letters: of a longer line the part round the place is shown. */
const maxExcerpt = 1000;

function excerptOf(text: string, starts: readonly number[], { line, column }: Place) {
  // A BOM takes no column and is no part of the line.
  const start = line === 1 && text.startsWith('\ufeff') ? 1 : starts[line - 1];
  const whole = text.slice(start ?? 0, starts[line] ?? text.length);
  const from = whole.length > maxExcerpt ? cutText(whole, Math.max(0, column - 1 - 300)).length : 0;
  const excerpt = cutText(whole.slice(from), maxExcerpt).replace(/\r?\n?$/, '');
  return { excerpt, ...(from > 0 && { excerptColumn: from + 1 }) };
}

function messageOf(draft: Draft, hit: DraftHit, lang: Lang): string {
  const [change] = hit.changes ?? [];
  if (hit.params === undefined && change) {
    // The second of two words goes, and nothing comes: no “is perhaps” to tell.
    if (hit.rule === 'typo/repeated-word' && change.after === '')
      return say(lang, hit.rule, { word: change.before.trim() });
    const isMaybe = change.confidence < certainFrom;
    return say(lang, isMaybe ? 'typo/maybe' : 'typo/fix', shownChange(draft.text, change));
  }
  const own = say(lang, hit.rule, hit.params);
  return own === hit.rule ? say(lang, 'junk/line', hit.params) : own;
}

const fingerprintOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);

/** A finding on a draft as a whole: told at its beginning. `of`: what tells it from others of its rule. */
export function wholeDraftFinding(
  source: string,
  { rule, level, message }: Finding,
  ...of: readonly string[]
): DraftFinding {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1, start: 0, end: 0, excerpt: '' };
  return {
    rule,
    level,
    message,
    ...place,
    isCertain: false,
    fingerprint: fingerprintOf([rule, source, ...of].join('\0')),
  };
}

/** The finding that a draft repeats another one. */
export function nearDuplicate(
  source: string,
  other: { readonly source: string; readonly share: number },
  lang: Lang,
): DraftFinding {
  const rule = 'page/near-duplicate';
  const message = say(lang, rule, { other: other.source, percent: Math.round(other.share * 100) });
  return wholeDraftFinding(source, { rule, level: 'warning', message }, other.source);
}
