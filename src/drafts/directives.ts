import type { Draft, TextRange } from '../model/index.ts';

/** A part of a draft in which some rules are switched off. */
export interface Disabled extends TextRange {
  /** Rule ids, families (`typo`) or `*`. */
  readonly rules: readonly string[];
}

const directive = /^<!--\s*sach-(disable-next-line|disable-line|disable|enable)\b([^>]*?)\s*-->/;

/**
 * Read the comments that switch rules off and on: `<!-- sach-disable typo/tone-place -->` … `<!-- sach-enable -->`,
 * `<!-- sach-disable-line -->`, `<!-- sach-disable-next-line junk -->`. Without a rule, all are meant.
 */
export function findDisabled(draft: Draft): Disabled[] {
  const { text, comments } = draft;
  const found: Disabled[] = [];
  let open: { start: number; rules: readonly string[] }[] = [];
  for (const comment of comments) {
    const match = directive.exec(text.slice(comment.start, comment.end));
    if (!match) continue;
    const rules = (match[2] as string).split(/[\s,]+/).filter((rule) => rule !== '' && rule !== '--');
    const named = rules.length === 0 ? ['*'] : rules;
    switch (match[1]) {
      case 'disable':
        open.push({ start: comment.end, rules: named });
        break;
      case 'enable':
        for (const { start, rules: off } of open) found.push({ start, end: comment.start, rules: off });
        open = rules.length === 0 ? [] : stillOff(open, named, comment.end);
        break;
      case 'disable-line':
        found.push({ start: text.lastIndexOf('\n', comment.start) + 1, end: lineEnd(text, comment.end), rules: named });
        break;
      default: {
        const start = lineEnd(text, comment.end) + 1;
        found.push({ start, end: lineEnd(text, start), rules: named });
      }
    }
  }
  for (const { start, rules } of open) found.push({ start, end: text.length + 1, rules });
  return found;
}

/** After `sach-enable a`, what was switched off together with a stays off. */
function stillOff(open: readonly { rules: readonly string[] }[], enabled: readonly string[], start: number) {
  return open
    .map(({ rules }) => ({ start, rules: rules.filter((rule) => !enabled.includes(rule)) }))
    .filter(({ rules }) => rules.length > 0);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Is a rule switched off at a place? */
export function isDisabled(disabled: readonly Disabled[], rule: string, at: number): boolean {
  const [family] = rule.split('/');
  return disabled.some(
    ({ start, end, rules }) =>
      start <= at && at < end && rules.some((name) => name === '*' || name === rule || name === family),
  );
}
