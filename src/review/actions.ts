import * as z from 'zod';
import { type Lang, sentencesOf } from '../messages/index.ts';
import { type DraftChange, SachError } from '../model/index.ts';
import { checked, onlyKeys } from '../schema/checked.ts';
import {
  acceptCorrections,
  acceptedOf,
  decide,
  markFailed,
  markWritten,
  type ReadForReview,
  readAnew,
  rowsOf,
  type Session,
  standingOf,
  viewOf,
  waitingOf,
} from './session.ts';
import type { ReviewRequests } from './view.ts';

/** What a review does outside of itself. Drafts are known by their number in the run, never by a path. */
export interface Desk {
  /** Write a draft with these changes; tells what was done, in sentences, or throws SachError. */
  write(at: number, accepted: readonly DraftChange[]): Promise<readonly string[]>;
  read(at: number): Promise<ReadForReview>;
  /** An error in the user's language. */
  explain(error: SachError): string;
}

export interface Review {
  /** Do what the page asks for. Throws SachError `no-such-request`, `no-such-draft`, `earlier-reading` and those of `checked`. */
  answer(name: string, body: unknown): Promise<object>;
  /** Done when the person has finished. */
  readonly finished: Promise<void>;
  /** Words that are never to be changed. */
  words(): Iterable<string>;
  /** How many changes were agreed to and not written. */
  unwritten(): number;
  /** What was begun is done, a draft that is being written above all. */
  settled(): Promise<unknown>;
}

const number = z.int().min(0);
const reading = { draft: number, reading: number };
const decision = z.union([
  onlyKeys({ kind: z.enum(['yes', 'no', 'all', 'never']) }),
  onlyKeys({ kind: z.literal('edit'), text: z.string() }),
]);

const bodies = {
  open: onlyKeys({}),
  draft: onlyKeys({ draft: number }),
  decide: onlyKeys({ ...reading, change: number, decision: decision.optional() }),
  acceptCorrections: onlyKeys(reading),
  write: onlyKeys(reading),
  writeAll: onlyKeys({}),
  readAnew: onlyKeys({ draft: number }),
  finish: onlyKeys({}),
} satisfies Record<keyof ReviewRequests, z.ZodType>;

type Ask<Name extends keyof ReviewRequests> = z.infer<(typeof bodies)[Name]>;

type Actions = {
  readonly [Name in keyof ReviewRequests]: (
    ask: Ask<Name>,
  ) => ReviewRequests[Name]['answer'] | Promise<ReviewRequests[Name]['answer']>;
};

/** Begin a review: it keeps what was decided, and asks the desk to read and write. One request after the other. */
export function openReview(drafts: Session, desk: Desk, lang: Lang): Review {
  let session = drafts;
  let finish = (): void => {};
  const finished = new Promise<void>((done) => {
    finish = done;
  });
  const write = async (at: number): Promise<readonly string[]> => {
    try {
      const told = await desk.write(at, acceptedOf(session, at));
      session = markWritten(session, at);
      return told;
    } catch (error) {
      if (!(error instanceof SachError)) throw error;
      const problem = desk.explain(error);
      session = markFailed(session, at, problem);
      return [problem];
    }
  };
  const actions: Actions = {
    open: () => ({ lang, sentences: sentencesOf(lang, 'review'), drafts: rowsOf(session) }),
    draft: ({ draft }) => viewOf(session, draft),
    decide: ({ draft, change, decision: made }) => {
      session = decide(session, draft, change, made);
      return viewOf(session, draft);
    },
    acceptCorrections: ({ draft }) => {
      session = acceptCorrections(session, draft);
      return viewOf(session, draft);
    },
    write: async ({ draft }) => ({ told: await write(draft), view: viewOf(session, draft) }),
    writeAll: async () => {
      const told: string[] = [];
      for (const at of waitingOf(session).keys()) told.push(...(await write(at)));
      return { told };
    },
    readAnew: async ({ draft }) => {
      session = readAnew(session, draft, await desk.read(draft));
      return viewOf(session, draft);
    },
    finish: () => {
      finish();
      return {};
    },
  };
  /** What is asked about is there, and is what the page shows. */
  const check = (ask: { draft?: number; reading?: number; change?: number }): void => {
    if (ask.draft === undefined) return;
    const draft = session[ask.draft];
    if (!draft) throw new SachError('no-such-draft', { number: ask.draft });
    if (ask.reading === undefined) return;
    if (ask.reading !== draft.reading || draft.isWritten) throw new SachError('earlier-reading');
    if (ask.change !== undefined && !draft.changes[ask.change])
      throw new SachError('no-such-draft', { number: ask.change });
  };
  const answer = async <Name extends keyof ReviewRequests>(name: Name, body: unknown): Promise<object> => {
    const ask = checked(bodies[name], body, name) as Ask<Name>;
    check(ask);
    return actions[name](ask);
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    answer(name, body) {
      if (!Object.hasOwn(bodies, name)) throw new SachError('no-such-request', { name });
      const turn = last.then(() => answer(name as keyof ReviewRequests, body));
      last = turn.catch(() => {});
      return turn;
    },
    finished,
    words: () => standingOf(session).words,
    settled: () => last,
    unwritten: () => [...waitingOf(session).values()].reduce((sum, count) => sum + count, 0),
  };
}
