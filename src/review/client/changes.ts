import type { ChangeView, DraftView, TextPart } from '../view.ts';
import { element, say } from './parts.ts';

/** Changes as they are looked at, one by one or in their text; `onLook` is told which one a person clicks on. */

const marked = (tag: 'del' | 'ins', text: string): HTMLElement => element(tag, '', text === '' ? say('nowhere') : text);

/** `12:5  typo/tone  probability 0.99  “…” 18204` above the sentence. */
export function optionOf(one: ChangeView, onLook: () => void): HTMLElement {
  const { place, left, before, after, right, rule, confidence, why, isSuggestion, state, standing } = one;
  const becomes = element('span', '', ' → ');
  becomes.setAttribute('aria-label', say('becomes'));
  const about = element('div', 'about', element('span', `mark ${state}`, say(state)));
  if (isSuggestion) about.append(element('span', 'mark unsure', say('suggestion')));
  for (const text of [
    ...(standing ? [say(`standing-${standing}`)] : []),
    place,
    rule,
    say('probability', { value: Number(confidence.toFixed(3)) }),
    ...(why === undefined ? [] : [why]),
  ])
    about.append(element('span', '', text));
  const sentence = element('div', 'sentence', left, marked('del', before), becomes, marked('ins', after), right);
  const option = element('div', `change ${state}${isSuggestion ? ' suggestion' : ''}`, about, sentence);
  option.role = 'option';
  option.addEventListener('click', onLook);
  return option;
}

/** The text before and after, side by side, line by line. */
export function textOf({ parts, changes }: DraftView, onLook: (change: number) => void): HTMLElement[] {
  if (parts.length === 0) return [];
  const rows: { before: (Node | string)[]; after: (Node | string)[]; isSame: boolean }[] = [];
  const begin = () => rows.push({ before: [], after: [], isSame: true });
  const add = (part: TextPart): void => {
    const row = rows.at(-1);
    if (!row) return;
    if (typeof part === 'string') {
      row.before.push(part);
      row.after.push(part);
      return;
    }
    const state = changes[part.change]?.state ?? 'open';
    const isMade = state === 'accepted';
    if (isMade) row.isSame = false;
    row.before.push(placeOf(part.change, state, part.before, onLook));
    row.after.push(placeOf(part.change, state, isMade ? part.after : part.before, onLook));
  };
  begin();
  for (const part of parts) {
    if (typeof part !== 'string') {
      add(part);
      continue;
    }
    for (const [i, line] of part.split('\n').entries()) {
      if (i > 0) begin();
      add(line);
    }
  }
  const heads = element('div', 'heads', element('div', '', say('before')), element('div', '', say('after')));
  return [
    heads,
    ...rows.map(({ before, after, isSame }) =>
      element('div', `line${isSame ? ' same' : ''}`, element('div', '', ...before), element('div', '', ...after)),
    ),
  ];
}

function placeOf(number: number, state: string, text: string, onLook: (change: number) => void): HTMLElement {
  const place = element('mark', `place ${state}`, text);
  place.dataset.change = String(number);
  place.addEventListener('click', () => onLook(number));
  return place;
}
