/** The reason that a line gives for the absence of an article, if it gives one. */
import { type LearntMessage, learntMessage } from './message-model.ts';

/** A message id without its family, as in `Verdict`. */
export type MessageReason =
  | 'not-found'
  | 'server-error'
  | 'database-error'
  | 'maintenance'
  | 'login-wall'
  | 'no-content-yet'
  | 'nothing-found'
  | 'done';

const reasons: Readonly<Record<LearntMessage['kind'], MessageReason>> = {
  lost: 'not-found',
  failure: 'server-error',
  closed: 'login-wall',
  empty: 'no-content-yet',
  'nothing-found': 'nothing-found',
  done: 'done',
};
/** What a failure is told to be. */
const causes: readonly { readonly reason: MessageReason; readonly words: RegExp }[] = [
  { reason: 'maintenance', words: /bảo (?:trì|dưỡng)|nâng cấp|maintenance/iu },
  { reason: 'database-error', words: /cơ sở dữ liệu|csdl|database|\bsql/iu },
];

/**
 * From here on a sentence is a message: four in five are, of sentences that the model has not seen. A line without an end
 * mark may be a headline about such a thing, a short one a label: they must say it plainly.
 */
const minProbability = { sentence: 0.5, headline: 0.8, label: 0.9 } as const;
const maxLabelLetters = 24;
const ended = /[.!?…]["”’)]?$/u;
/** A point of a law or a list is part of a text. */
const point = /^(?:[-+•–]|\(?\p{L}{1,2}\)|\d{1,3}[.)]) /u;
/** A longer line says more than that there is nothing. */
export const maxMessageLetters = 400;

/** Why there is no article, by the words of one line; undefined when the line is no message. */
export function reasonSaid(text: string): MessageReason | undefined {
  if (text.length > maxMessageLetters || !text.includes(' ') || point.test(text)) return undefined;
  const { kind, probability } = learntMessage(text);
  const form = text.length < maxLabelLetters ? 'label' : ended.test(text) ? 'sentence' : 'headline';
  if (probability < minProbability[form]) return undefined;
  const cause = kind === 'failure' ? causes.find(({ words }) => words.test(text)) : undefined;
  return cause?.reason ?? reasons[kind];
}
