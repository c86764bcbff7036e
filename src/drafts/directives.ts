import type { Draft, TextRange } from '../model/index.ts';

/** A part of a draft in which some rules are switched off. */
export interface Disabled extends TextRange {
  /** Rule ids, families (`typo`) or `*`. */
  readonly rules: readonly string[];
}

const directive = /^<!--\s*sach-(disable-next-line|disable-line|disable|enable)\b([^>]*?)\s*-->/;

/** A comment that switches rules off or on. */
export interface Directive extends TextRange {
  readonly kind: 'disable' | 'enable' | 'disable-line' | 'disable-next-line';
  /** As in `Disabled`; `*` when it names none. */
  readonly rules: readonly string[];
}

/**
 * Read the comments that switch rules off and on: `<!-- sach-disable typo/tone-place -->` … `<!-- sach-enable -->`,
 * `<!-- sach-disable-line -->`, `<!-- sach-disable-next-line junk -- why -->`. Without a rule, all are meant.
 */
export function findDirectives({ text, comments }: Draft): Directive[] {
  return comments.flatMap(({ start, end }) => {
    const match = directive.exec(text.slice(start, end));
    if (!match) return [];
    const [named = ''] = (match[2] as string).split(/(?:^|\s)--(?:\s|$)/);
    const rules = named.split(/[\s,]+/).filter((rule) => rule !== '');
    return [{ kind: match[1] as Directive['kind'], rules: rules.length === 0 ? ['*'] : rules, start, end }];
  });
}

/** The parts of a draft in which rules are switched off. */
export function findDisabled(draft: Draft): Disabled[] {
  const { text } = draft;
  const found: Disabled[] = [];
  let open: { start: number; rules: readonly string[] }[] = [];
  for (const { kind, rules, ...comment } of findDirectives(draft)) {
    switch (kind) {
      case 'disable':
        open.push({ start: comment.end, rules });
        break;
      case 'enable':
        for (const { start, rules: off } of open) found.push({ start, end: comment.start, rules: off });
        open = rules.includes('*') ? [] : stillOff(open, rules, comment.end);
        break;
      case 'disable-line':
        found.push({ start: text.lastIndexOf('\n', comment.start) + 1, end: lineEnd(text, comment.end), rules });
        break;
      case 'disable-next-line': {
        const start = lineEnd(text, comment.end) + 1;
        found.push({ start, end: lineEnd(text, start), rules });
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
