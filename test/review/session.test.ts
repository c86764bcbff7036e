import { expect, test } from 'vitest';
import { editDraft, parseDraft } from '../../src/drafts/index.ts';
import { correctDraft } from '../../src/proofread/index.ts';
import type { Decision } from '../../src/review/decision-keys.ts';
import {
  acceptCorrections,
  acceptedOf,
  decide,
  markFailed,
  markWritten,
  readAnew,
  rowsOf,
  type Session,
  standingOf,
  toReviewed,
  viewOf,
} from '../../src/review/session.ts';

const read = (source: string, text: string) => {
  const { changes, suggestions } = correctDraft(parseDraft(source, text, 'markdown'));
  return { source, text, corrections: changes, suggestions, isDocument: false };
};

const open = (...texts: string[]): Session => texts.map((text, i) => toReviewed(read(`${i}.md`, text)));

/** The text of a draft as it would be written. */
function written(session: Session, at = 0): string {
  const { source = '', text = '' } = session[at] ?? {};
  return editDraft(parseDraft(source, text, 'markdown'), acceptedOf(session, at)).text;
}

const states = (session: Session, at = 0): string[] => viewOf(session, at).changes.map(({ state }) => state);

const yes: Decision = { kind: 'yes' };
const no: Decision = { kind: 'no' };
const three = 'Ngừơi dân.\n\nHòan thành.\n\nNgừơi đựơc giao.\n';

test('nothing is changed that was not accepted', () => {
  expect([states(open(three)), written(open(three))]).toEqual([['open', 'open', 'open', 'open'], three]);
});

test('yes, no, another text, and what was decided taken back', () => {
  let session = decide(decide(decide(open(three), 0, 0, yes), 0, 1, no), 0, 2, { kind: 'edit', text: 'Mọi người' });
  expect(written(session)).toBe('Người dân.\n\nHòan thành.\n\nMọi người đựơc giao.\n');
  expect(rowsOf(session)[0]).toMatchObject({ open: 1, accepted: 2, rejected: 1, total: 4 });
  session = decide(session, 0, 0, undefined);
  expect([states(session)[0], written(session).slice(0, 5)]).toEqual(['open', 'Ngừơi']);
});

test('no text at all is a no, and what is typed is composed', () => {
  expect(states(decide(open(three), 0, 0, { kind: 'edit', text: '' }))[0]).toBe('rejected');
  const typed = decide(open(three), 0, 0, { kind: 'edit', text: 'Người'.normalize('NFD') });
  expect(written(typed).slice(0, 5)).toBe('Người');
});

test('all like this: in every draft, but where something else was decided', () => {
  let session = decide(open(three, 'Ngừơi dân.\n'), 0, 1, no);
  session = decide(session, 0, 0, { kind: 'all' });
  expect([states(session), states(session, 1)]).toEqual([
    ['accepted', 'rejected', 'accepted', 'accepted'],
    ['accepted'],
  ]);
  expect(viewOf(session, 1).changes[0]).toMatchObject({ standing: 'all' });
  // Taken back at another change than where it was said: this one is open, that one was a yes.
  session = decide(session, 1, 0, undefined);
  expect([states(session), states(session, 1)]).toEqual([['accepted', 'rejected', 'open', 'open'], ['open']]);
});

test('never this word: in every draft; a mark is no word and is left alone this once', () => {
  const session = decide(open(three, 'NGỪƠI dân ,vui.\n'), 0, 0, { kind: 'never' });
  expect([states(session), [...standingOf(session).words]]).toEqual([
    ['rejected', 'open', 'rejected', 'open'],
    ['ngừơi'],
  ]);
  const marks = open('Cả làng ,vui.\n\nNhà trường , lớp học.\n');
  const mark = decide(marks, 0, 0, { kind: 'never' });
  expect([states(mark)[0], [...standingOf(mark).words]]).toEqual(['rejected', []]);
  expect(states(mark).slice(1)).toEqual(states(marks).slice(1));
});

test('another text stands as written: what it was written over is not changed, whatever was said before', () => {
  let session = decide(open('Việc đựơc , giao.\n'), 0, 0, yes);
  expect(viewOf(session, 0).changes[1]?.proposed).toBe('được,');
  session = decide(session, 0, 1, { kind: 'edit', text: 'đã' });
  expect([states(session), written(session)]).toEqual([['written-over', 'accepted'], 'Việc đã giao.\n']);
  expect(viewOf(session, 0).changes[1]).toMatchObject({ before: 'đựơc ,', after: 'đã', proposed: 'đã' });
});

test('suggestions are not accepted with the rest', () => {
  const { text, changes, suggestions } = correctDraft(parseDraft('a.md', three, 'markdown'));
  const likely = { source: 'a.md', text: three, corrections: changes.slice(1), suggestions: changes.slice(0, 1) };
  const session = acceptCorrections(decide([toReviewed({ ...likely, isDocument: false })], 0, 2, no), 0);
  expect([suggestions, states(session)]).toEqual([[], ['open', 'accepted', 'rejected', 'accepted']]);
  expect(viewOf(session, 0).changes.map(({ isSuggestion }) => isSuggestion)).toEqual([true, false, false, false]);
  expect(written(acceptCorrections(open(three), 0))).toBe(text);
});

test('what was written is done; what is decided once and for all later leaves it alone', () => {
  let session = markWritten(decide(open('Ngừơi dân.\n', 'Việc hòan thành sớm.\n'), 0, 0, no), 0);
  session = decide(session, 1, 0, { kind: 'all' });
  expect([states(session), states(session, 1), rowsOf(session)[0]?.isWritten]).toEqual([
    ['rejected'],
    ['accepted'],
    true,
  ]);
});

test('a failure is told until the draft is read anew, which forgets what was decided', () => {
  const failed = markFailed(decide(open('Ngừơi dân.\n'), 0, 0, yes), 0, 'no room');
  expect(viewOf(failed, 0)).toMatchObject({ problem: 'no room', accepted: 1, reading: 1 });
  const again = viewOf(readAnew(failed, 0, read('0.md', 'Ngừơi ta.\n')), 0);
  expect(again).toMatchObject({ open: 1, accepted: 0, reading: 2 });
  expect(again.problem).toBeUndefined();
});

test('a draft that is read anew keeps what was decided once and for all', () => {
  const never = decide(open('Ngừơi dân.\n', 'Ngừơi ta.\n'), 0, 0, { kind: 'never' });
  const again = readAnew(markWritten(never, 0), 0, read('0.md', 'Ngừơi ta.\n'));
  expect([states(again), states(again, 1), [...standingOf(again).words]]).toEqual([
    ['rejected'],
    ['rejected'],
    ['ngừơi'],
  ]);
  const twice = markWritten(again, 0);
  expect([states(twice), [...standingOf(twice).words]]).toEqual([['rejected'], ['ngừơi']]);
});

test('where a person wrote something else, nothing is decided', () => {
  const session = decide(open('Việc đựơc , giao.\n'), 0, 1, { kind: 'edit', text: 'đã' });
  expect(decide(session, 0, 0, { kind: 'edit', text: 'được' })).toBe(session);
});

test('the whole text, with each change in its place', () => {
  const session = decide(open('\ufeffNgừơi dân.\r\n\r\nHòan thành.\r\n'), 0, 1, yes);
  const { parts, changes } = viewOf(session, 0);
  const side = (which: 'before' | 'after'): string =>
    parts.map((part) => (typeof part === 'string' ? part : part[which])).join('');
  expect([side('before'), side('after')]).toEqual(['Ngừơi dân.\n\nHòan thành.\n', 'Người dân.\n\nHoàn thành.\n']);
  expect(changes[1]).toMatchObject({ place: '3:1', before: 'Hòan', after: 'Hoàn', right: ' thành.' });
});
