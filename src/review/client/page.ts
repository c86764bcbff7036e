import { fill } from '../../messages/fill.ts';
import { type Decision, decisionKeys } from '../decision-keys.ts';
import type { ChangeView, DraftRow, DraftView, ReviewRequests, TextPart } from '../view.ts';

/**
 * The page of `sach review`. The server keeps everything that is decided; here stands only what is looked at. Texts of drafts
 * are put in as text, never as markup.
 */

let sentences: Readonly<Record<string, string>> = {};
let drafts: readonly DraftRow[] = [];
let shown: DraftView | undefined;
/** Numbers of the draft and of the change that are looked at. */
let at = 0;
let current = 0;
let isWhole = false;

const say = (id: string, params = {}): string => fill(sentences[`review/${id}`] ?? id, params);

const byId = <E extends HTMLElement = HTMLElement>(id: string): E => document.getElementById(id) as E;
const button = (id: string): HTMLButtonElement => byId<HTMLButtonElement>(id);

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

/** What the server refused, in the user's language. */
class Refused extends Error {}

async function ask<Name extends keyof ReviewRequests>(
  name: Name,
  body: ReviewRequests[Name]['ask'],
): Promise<ReviewRequests[Name]['answer']> {
  const response = await fetch(name, { method: 'POST', body: JSON.stringify(body) }).catch(() => {
    throw new Refused(say('gone'));
  });
  const answer = await response.json();
  if (!response.ok) throw new Refused([answer.message, answer.hint].filter(Boolean).join(' '));
  return answer;
}

const tell = (text: string): void => {
  byId('status').textContent = text;
};

let last: Promise<unknown> = Promise.resolve();

/** One thing after the other: a key that is pressed before the answer to the last one is there is about the next change. */
function inTurn(work: () => Promise<void>): void {
  last = last.then(work).catch((error: unknown) => tell(error instanceof Refused ? error.message : String(error)));
}

const change = (): ChangeView | undefined => shown?.changes[current];

// The list of drafts

const isListed = ({ total, problem }: DraftRow): boolean =>
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

function rowOf(draft: DraftRow, number: number): HTMLLIElement {
  const link = element('a', draft.open > 0 && !draft.isWritten ? 'waiting' : '', draft.source);
  link.href = `#${number + 1}`;
  link.append(element('span', '', rowText(draft)));
  if (number === at) link.setAttribute('aria-current', 'page');
  const row = element('li', '', link);
  row.hidden = !isListed(draft);
  return row;
}

const waiting = (): number => drafts.reduce((sum, { accepted, isWritten }) => sum + (isWritten ? 0 : accepted), 0);

function showDrafts(): void {
  byId('drafts').replaceChildren(...drafts.map(rowOf));
  showSum();
}

function showSum(): void {
  const open = drafts.reduce((sum, draft) => sum + (draft.isWritten ? 0 : draft.open), 0);
  byId('sum').textContent = say('sum', { open, drafts: drafts.length, accepted: waiting() });
  button('write-all').disabled = waiting() === 0;
}

async function loadDrafts(): Promise<void> {
  ({ drafts } = await ask('open', {}));
  showDrafts();
}

// The draft that is looked at

/** Show a draft as the server has it now. */
function show(view: DraftView): void {
  shown = view;
  drafts = drafts.with(at, view);
  byId('drafts').children[at]?.replaceWith(rowOf(view, at));
  showSum();
  const { source, changes, isWritten, isDocument, problem, open, accepted, total } = view;
  document.title = `${source} · sach review`;
  byId('source').textContent = source;
  byId('problem').textContent = problem ?? '';
  byId('problem').hidden = problem === undefined;
  const notice = isWritten
    ? say('written')
    : [
        ...(isDocument ? [say('document')] : []),
        ...(total === 0 && problem === undefined ? [say('nothing')] : []),
        ...(total > 0 && open === 0 ? [say('all-decided')] : []),
      ].join(' ');
  byId('notice').textContent = notice;
  byId('notice').hidden = notice === '';
  button('read-anew').hidden = !isWritten && problem === undefined;
  button('write').disabled = isWritten || (accepted === 0 && !isDocument);
  button('accept-corrections').disabled =
    isWritten || !changes.some(({ state, isSuggestion }) => state === 'open' && !isSuggestion);
  button('whole').setAttribute('aria-pressed', String(isWhole));
  const list = byId('changes');
  const hadFocus = list.contains(document.activeElement);
  // Where there is nothing to decide, there is a text to read.
  const isText = isWhole || total === 0;
  list.hidden = isText;
  byId('text').hidden = !isText;
  if (isText) byId('text').replaceChildren(...textOf(view));
  else list.replaceChildren(...changes.map(optionOf));
  showCurrent(hadFocus);
}

const marked = (tag: 'del' | 'ins', text: string): HTMLElement => element(tag, '', text === '' ? say('nowhere') : text);

/** `12:5  typo/tone  probability 0.99  “…” 18204` above the sentence. */
function optionOf(one: ChangeView, number: number): HTMLElement {
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
  option.addEventListener('click', () => move(number));
  return option;
}

/** The text before and after, side by side, line by line. */
function textOf({ parts, changes }: DraftView): HTMLElement[] {
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
    row.before.push(placeOf(part.change, state, part.before));
    row.after.push(placeOf(part.change, state, isMade ? part.after : part.before));
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

function placeOf(number: number, state: string, text: string): HTMLElement {
  const place = element('mark', `place ${state}`, text);
  place.dataset.change = String(number);
  place.addEventListener('click', () => move(number));
  return place;
}

/** Mark the change that is looked at, and what can be done with it. */
function showCurrent(takesFocus: boolean): void {
  for (const [i, option] of [...byId('changes').children].entries()) {
    option.setAttribute('aria-selected', String(i === current));
    (option as HTMLElement).tabIndex = i === current ? 0 : -1;
  }
  for (const place of document.querySelectorAll<HTMLElement>('.place'))
    place.classList.toggle('current', place.dataset.change === String(current));
  const looked = isWhole ? document.querySelector<HTMLElement>('.place.current') : byId('changes').children[current];
  looked?.scrollIntoView({ block: 'nearest' });
  if (takesFocus && !isWhole) (looked as HTMLElement | undefined)?.focus();
  const one = change();
  const isFixed = one === undefined || one.state === 'written-over' || shown?.isWritten === true;
  for (const id of ['accept', 'reject', 'edit', 'all']) button(id).disabled = isFixed;
  button('never').disabled = isFixed || !one.isWord;
  button('take-back').disabled = isFixed || one.state === 'open';
  button('all').setAttribute('aria-pressed', String(one?.standing === 'all'));
  button('never').setAttribute('aria-pressed', String(one?.standing === 'never'));
  button('previous').disabled = current === 0;
  button('next').disabled = current + 1 >= (shown?.changes.length ?? 0);
}

function move(to: number): void {
  if (!shown?.changes[to]) return;
  current = to;
  showCurrent(true);
  if (isWhole) tell(describe(shown.changes[to]));
}

const describe = ({ before, after, state }: ChangeView): string => `“${before}” → “${after}”: ${say(state)}`;

/** The next change that waits for a decision, from here on and then from the top; without one, this. */
function nextOpen(): number {
  const changes = shown?.changes ?? [];
  const isOpen = ({ state }: ChangeView): boolean => state === 'open';
  const after = changes.findIndex((one, i) => i > current && isOpen(one));
  const first = changes.findIndex(isOpen);
  return after >= 0 ? after : first >= 0 ? first : current;
}

async function loadDraft(number: number): Promise<void> {
  const view = await ask('draft', { draft: number });
  byId('drafts').children[at]?.querySelector('a')?.removeAttribute('aria-current');
  at = number;
  shown = view;
  current = -1;
  current = Math.max(0, nextOpen());
  show(view);
  tell('');
  byId('drafts').children[at]?.scrollIntoView({ block: 'nearest' });
}

// What a person does

async function decide(decision: Decision | undefined): Promise<void> {
  const one = change();
  if (!shown || !one || button('accept').disabled) return;
  if (decision?.kind === 'never' && !one.isWord) return;
  const { reading } = shown;
  const view = await ask('decide', { draft: at, reading, change: current, ...(decision && { decision }) });
  const isForAll = one.standing !== undefined || decision?.kind === 'all' || decision?.kind === 'never';
  const decided = view.changes[current];
  shown = view;
  if (decision) current = nextOpen();
  show(view);
  if (decided) tell(describe(decided));
  if (isForAll) await loadDrafts();
}

/** Once and for all, or no longer. */
const toggle = (kind: 'all' | 'never'): Promise<void> => decide(change()?.standing === kind ? undefined : { kind });

async function edit(): Promise<void> {
  const one = change();
  if (!one || button('edit').disabled) return;
  const dialog = byId<HTMLDialogElement>('editing');
  const typed = byId<HTMLTextAreaElement>('typed');
  byId('instead').textContent = say('instead', { before: one.before });
  typed.value = one.proposed;
  typed.select();
  if ((await answerOf(dialog)) === 'keep') await decide({ kind: 'edit', text: typed.value });
}

/** Ask in a dialog; Escape answers nothing. */
function answerOf(dialog: HTMLDialogElement): Promise<string> {
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener('close', () => done(dialog.returnValue), { once: true });
  });
}

async function write(): Promise<void> {
  if (!shown) return;
  const { told, view } = await ask('write', { draft: at, reading: shown.reading });
  show(view);
  tell(told.join('\n'));
}

async function writeAll(): Promise<void> {
  const { told } = await ask('writeAll', {});
  await loadDrafts();
  await loadDraft(at);
  tell(told.join('\n'));
}

async function finish(): Promise<void> {
  if (waiting() > 0) {
    byId('ask-finish').textContent = say('ask-finish', { count: waiting() });
    const answer = await answerOf(byId<HTMLDialogElement>('finishing'));
    if (answer === '') return;
    if (answer === 'write') await writeAll();
    // What could not be written is looked at first.
    if (answer === 'write' && waiting() > 0) return;
  }
  await ask('finish', {});
  document.body.replaceChildren(element('p', 'finished', say('finished')));
}

/** Go to the next draft of the list, or to the one before. */
function goToDraft(step: 1 | -1): void {
  let number = at + step;
  for (let row = drafts[number]; row && !isListed(row); row = drafts[number]) number += step;
  if (drafts[number]) location.hash = String(number + 1);
}

const actions: Readonly<Record<string, () => Promise<void>>> = {
  accept: () => decide({ kind: 'yes' }),
  reject: () => decide({ kind: 'no' }),
  edit,
  all: () => toggle('all'),
  never: () => toggle('never'),
  'take-back': () => decide(undefined),
  previous: async () => move(current - 1),
  next: async () => move(current + 1),
  'previous-draft': async () => goToDraft(-1),
  'next-draft': async () => goToDraft(1),
  whole: async () => {
    isWhole = !isWhole;
    if (shown) show(shown);
  },
  'accept-corrections': async () => {
    if (shown) show(await ask('acceptCorrections', { draft: at, reading: shown.reading }));
  },
  'read-anew': async () => {
    await ask('readAnew', { draft: at });
    await loadDraft(at);
  },
  write,
  'write-all': writeAll,
  finish,
  skip: async () => (isWhole ? byId('text') : (byId('changes').children[current] as HTMLElement))?.focus(),
};

const decisionActions = { yes: 'accept', no: 'reject', all: 'all', never: 'never', edit: 'edit' } as const;

const keys: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(decisionKeys).map(([key, kind]) => [key, decisionActions[kind]])),
  u: 'take-back',
  v: 'whole',
  ArrowUp: 'previous',
  ArrowDown: 'next',
  '[': 'previous-draft',
  ']': 'next-draft',
};

function onKey(event: KeyboardEvent): void {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || document.querySelector('dialog[open]')) return;
  const isOnChange = key === 'Enter' && target instanceof HTMLElement && target.role === 'option';
  const action = isOnChange ? 'accept' : keys[key.length === 1 ? key.toLowerCase() : key];
  if (action === undefined) return;
  event.preventDefault();
  inTurn(actions[action] as () => Promise<void>);
}

/** Put the page's own words in, with the key that does the same. */
function label(): void {
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

const numberInAddress = (): number => Math.min(Math.max(0, Number(location.hash.slice(1)) - 1 || 0), drafts.length - 1);

async function start(): Promise<void> {
  const opened = await ask('open', {});
  ({ sentences, drafts } = opened);
  document.documentElement.lang = opened.lang;
  label();
  showDrafts();
  const first = drafts.findIndex(({ open }) => open > 0);
  await loadDraft(location.hash === '' && first >= 0 ? first : numberInAddress());
}

for (const [id, action] of Object.entries(actions)) byId(id).addEventListener('click', () => inTurn(action));
byId('only-changed').addEventListener('change', showDrafts);
byId('typed').addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  byId<HTMLDialogElement>('editing').close('keep');
});
document.addEventListener('keydown', onKey);
window.addEventListener('hashchange', () => inTurn(() => loadDraft(numberInAddress())));
inTurn(start);
