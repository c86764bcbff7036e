import type { ReviewRequests } from '../view.ts';
import { say } from './parts.ts';

/** What the server refused, in the user's language. */
export class Refused extends Error {}

/** Ask the server for one thing. Throws Refused with what it says, or when it is no longer there. */
export async function ask<Name extends keyof ReviewRequests>(
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
