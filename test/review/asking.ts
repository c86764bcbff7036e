import { request } from 'node:http';
import type { ReviewRequests } from '../../src/review/view.ts';

/** What a server answers, whatever a browser would let a page ask. */
export interface Answered {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Ask by hand: `fetch` sets Host itself. */
export function askServer(address: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answered> {
  return new Promise((done, fail) => {
    const sent = request(address, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.on('error', fail).end(body);
  });
}

/** Ask as the page does. */
export async function askReview<Name extends keyof ReviewRequests>(
  address: string,
  name: Name,
  body: ReviewRequests[Name]['ask'],
): Promise<Answered & { readonly data: ReviewRequests[Name]['answer'] }> {
  const answered = await askServer(`${address}${name}`, {
    method: 'POST',
    headers: { origin: new URL(address).origin },
    body: JSON.stringify(body),
  });
  return { ...answered, data: JSON.parse(answered.text) };
}
