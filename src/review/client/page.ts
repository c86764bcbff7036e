import { type Decision, decisionKeys } from '../decision-keys.ts';
import type { ChangeView, DraftRow, DraftView } from '../view.ts';
import { optionOf, textOf } from './changes.ts';
import { isListed, rowOf } from './draft-rows.ts';
import { answerOf, button, byId, element, label, say, tell } from './parts.ts';
import { ask, Refused } from './server.ts';

/** The page of `sach review`. The server keeps everything that is decided; here stands only what is looked at. */

let drafts: readonly DraftRow[] = [];
let shown: DraftView | undefined;
/** Numbers of the draft and of the change that are looked at. */
let at = 0;
let current = 0;
let isWhole = false;

let last: Promise<unknown> = Promise.resolve();

/** One thing after the other: a key that is pressed before the answer to the last one is there is about the next change. */
function inTurn(work: () => Promise<void>): void {
  last = last.then(work).catch((error: unknown) => tell(error instanceof Refused ? error.message : String(error)));
}

const change = (): ChangeView | undefined => shown?.changes[current];

const waiting = (): number => drafts.reduce((sum, { accepted, isWritten }) => sum + (isWritten ? 0 : accepted), 0);

function showDrafts(): void {
  byId('drafts').replaceChildren(...drafts.map((draft, i) => rowOf(draft, i, i === at)));
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
  byId('drafts').children[at]?.replaceWith(rowOf(view, at, true));
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
  if (isText) byId('text').replaceChildren(...textOf(view, move));
  else list.replaceChildren(...changes.map((one, i) => optionOf(one, () => move(i))));
  showCurrent(hadFocus);
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

const numberInAddress = (): number => Math.min(Math.max(0, Number(location.hash.slice(1)) - 1 || 0), drafts.length - 1);

async function start(): Promise<void> {
  const opened = await ask('open', {});
  ({ drafts } = opened);
  document.documentElement.lang = opened.lang;
  label(opened.sentences);
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
