import type { Draft, TextRange } from '../model/index.ts';

/** A part of a draft in which some rules are switched off. */
export interface Disabled extends TextRange {
  /** Rule ids, families (`typo`) or `*`. */
  readonly rules: readonly string[];
  /** What of them was switched on again: rules of a family, families of `*`. */
  readonly except?: readonly string[];
}

const directive = /^(?:<!--|\{\/\*)\s*sach-(disable-next-line|disable-line|disable|enable)\b([^>]*?)\s*(?:-->|\*\/\})/;

/** A comment that switches rules off or on. */
export interface Directive extends TextRange {
  readonly kind: 'disable' | 'enable' | 'disable-line' | 'disable-next-line';
  /** As in `Disabled`; `*` when it names none. */
  readonly rules: readonly string[];
}

/**
 * Read the comments that switch rules off and on: `<!-- sach-disable typo/tone-place -->` … `<!-- sach-enable -->`,
 * `<!-- sach-disable-line -->`, `<!-- sach-disable-next-line junk -- why -->`, in MDX with `{/*` and `*\/}`. Without a rule, all
 * are meant.
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
  let open: Off[] = [];
  for (const { kind, rules, ...comment } of findDirectives(draft)) {
    switch (kind) {
      case 'disable':
        open.push({ start: comment.end, rules });
        break;
      case 'enable':
        for (const off of open) found.push({ ...off, end: comment.start });
        open = stillOff(open, rules, comment.end);
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
  for (const off of open) found.push({ ...off, end: text.length + 1 });
  return found;
}

type Off = Omit<Disabled, 'end'>;

/**
 * After `sach-enable a`, what was switched off together with a stays off, and so does the rest of a family that a is one
 * rule of.
 */
const stillOff = (open: readonly Off[], enabled: readonly string[], start: number): Off[] =>
  open
    .map(({ rules, except = [] }) => ({
      start,
      rules: rules.filter((rule) => !isNamed(rule, enabled)),
      except: [...except, ...enabled],
    }))
    .filter(({ rules }) => rules.length > 0);

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Is a rule switched off at a place? */
export const isDisabled = (disabled: readonly Disabled[], rule: string, at: number): boolean =>
  disabled.some(
    ({ start, end, rules, except = [] }) => start <= at && at < end && isNamed(rule, rules) && !isNamed(rule, except),
  );

/** Does one of the names mean a rule or family: its own, that of its family, or `*`? */
function isNamed(rule: string, names: readonly string[]): boolean {
  const [family] = rule.split('/');
  return names.some((name) => name === '*' || name === rule || name === family);
}
