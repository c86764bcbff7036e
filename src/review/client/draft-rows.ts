import type { DraftRow } from '../view.ts';
import { byId, element, say } from './parts.ts';

/** The list of drafts. */

export const isListed = ({ total, problem }: DraftRow): boolean =>
  !byId<HTMLInputElement>('only-changed').checked || total > 0 || problem !== undefined;

function rowText({ open, accepted, rejected, total, isWritten, problem }: DraftRow): string {
  if (isWritten) return [say('row-written'), say('row-accepted', { accepted })].join(' · ');
  const counts = [
    ...(open > 0 ? [say('row', { open })] : []),
    ...(accepted > 0 ? [say('row-accepted', { accepted })] : []),
    ...(rejected > 0 ? [say('row-rejected', { rejected })] : []),
  ];
  if (problem !== undefined) counts.unshift(say('row-problem'));
  else if (total === 0) counts.push(say('row-nothing'));
  return counts.join(' · ');
}

/** A draft of the list, with what waits in it. */
export function rowOf(draft: DraftRow, number: number, isShown: boolean): HTMLLIElement {
  const link = element('a', draft.open > 0 && !draft.isWritten ? 'waiting' : '', draft.source);
  link.href = `#${number + 1}`;
  link.append(element('span', '', rowText(draft)));
  if (isShown) link.setAttribute('aria-current', 'page');
  const row = element('li', '', link);
  row.hidden = !isListed(draft);
  return row;
}
