import { fill } from '../../messages/fill.ts';

/** The parts of the page, and what it says in the user's language. Texts of drafts are put in as text, never as markup. */

let sentences: Readonly<Record<string, string>> = {};

export const say = (id: string, params = {}): string => fill(sentences[`review/${id}`] ?? id, params);

export const byId = <E extends HTMLElement = HTMLElement>(id: string): E => document.getElementById(id) as E;
export const button = (id: string): HTMLButtonElement => byId<HTMLButtonElement>(id);

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

export const tell = (text: string): void => {
  byId('status').textContent = text;
};

/** Ask in a dialog; Escape answers nothing. */
export function answerOf(dialog: HTMLDialogElement): Promise<string> {
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener('close', () => done(dialog.returnValue), { once: true });
  });
}

/** Put the page's own words in, with the key that does the same. */
export function label(words: Readonly<Record<string, string>>): void {
  sentences = words;
  for (const one of document.querySelectorAll<HTMLElement>('[data-say]'))
    one.textContent = say(one.dataset.say?.replace('review/', '') ?? '');
  for (const one of document.querySelectorAll<HTMLElement>('[data-key], [data-name]')) {
    const id = (one.dataset.key ?? one.dataset.name ?? '').replace('review/', '');
    const key = sentences[`review/${id}.key`];
    if (one.dataset.key) one.append(say(id));
    else one.setAttribute('aria-label', say(id));
    if (key === undefined) continue;
    one.append(element('kbd', '', key));
    one.title = `${say(id)} (${key})`;
    one.setAttribute('aria-keyshortcuts', key.replace('↑', 'ArrowUp').replace('↓', 'ArrowDown'));
  }
}
