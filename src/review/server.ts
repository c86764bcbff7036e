import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { explainError, type Lang, say } from '../messages/index.ts';
import { SachError } from '../model/index.ts';
import { readPageFile } from '../package-data.ts';
import type { Review } from './actions.ts';

/**
 * The page and its requests, on this machine alone. Every address begins with the token, so that the page's own links carry
 * it and a reload keeps it. A page of the web that a browser is lured to asks in vain: its Host (DNS rebinding) or Origin is
 * another. Node's own server is enough: there are three files and one kind of request.
 */
export interface ReviewServer {
  /** What a person may open at any time. */
  readonly address: string;
  /**
   * Leads there once: other users of the machine can read the command line of a browser, and are late with what they read.
   */
  readonly once: string;
  close(): Promise<void>;
}

const loopback = '127.0.0.1';
/** A decision is a line of text. */
const maxBodyBytes = 64 * 1024;
const tokenBytes = 32;

/** A page that holds on to its connection does not keep the command from ending. */
const graceMs = 1000;

const headers = {
  connection: 'close',
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const files: Readonly<Record<string, { readonly name: string; readonly type: string }>> = {
  '': { name: 'page.html', type: 'text/html; charset=utf-8' },
  'page.css': { name: 'page.css', type: 'text/css; charset=utf-8' },
  'page.js': { name: 'page.js', type: 'text/javascript; charset=utf-8' },
};

interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

const json = (status: number, body: object): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});

/** Start the server on a port, 0 for any that is free. Throws SachError `cannot-listen`. */
export async function startServer(review: Review, port: number, lang: Lang): Promise<ReviewServer> {
  const token = randomBytes(tokenBytes).toString('base64url');
  let ticket: string | undefined = randomBytes(tokenBytes).toString('base64url');
  const refused: Reply = { status: 403, type: 'text/plain; charset=utf-8', body: `${say(lang, 'review/refused')}\n` };

  async function replyTo(request: IncomingMessage): Promise<Reply> {
    const { host = '', origin } = request.headers;
    if (!hosts.includes(host)) return refused;
    const [, given = '', ...rest] = (request.url ?? '').split('/');
    if (ticket !== undefined && isSame(given, ticket)) {
      ticket = undefined;
      return { status: 303, headers: { location: `/${token}/` } };
    }
    if (!isSame(given, token)) return refused;
    const name = rest.join('/');
    if (request.method === 'POST') return origin === `http://${host}` ? answer(name, request) : refused;
    const file = files[name];
    if (request.method !== 'GET' || rest.length === 0 || !file) return { status: 404 };
    return { status: 200, type: file.type, body: readPageFile(file.name) };
  }

  async function answer(name: string, request: IncomingMessage): Promise<Reply> {
    const body = await readBody(request);
    if (body === undefined) return json(413, { message: say(lang, 'review/too-large') });
    try {
      return json(200, await review.answer(name, parsed(body)));
    } catch (error) {
      const known =
        error instanceof SachError
          ? error
          : new SachError('bug', { reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      return json(statuses[known.code] ?? (known === error ? 400 : 500), explainError(known, lang));
    }
  }

  const server = createServer((request, response) => {
    replyTo(request)
      // A request that breaks off has nobody to answer.
      .catch(() => ({ status: 400 }))
      .then((reply) => send(response, reply));
  });
  await listen(server, port);
  const taken = (server.address() as AddressInfo).port;
  const hosts = [`${loopback}:${taken}`, `localhost:${taken}`];
  return {
    address: `http://${hosts[0]}/${token}/`,
    once: `http://${hosts[0]}/${ticket}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), graceMs).unref();
      }),
  };
}

const statuses: Readonly<Record<string, number>> = {
  'no-such-request': 404,
  'no-such-draft': 404,
  'earlier-reading': 409,
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** In the same time whatever is given. */
const isSame = (given: string, secret: string): boolean => timingSafeEqual(digest(given), digest(secret));

/** The body of a request; undefined when it is larger than any of the page. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  // Not to be cut off: who sends too much is told so.
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > maxBodyBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, { status, type, body = '', headers: own }: Reply): void {
  response.writeHead(status, { ...headers, ...(type !== undefined && { 'content-type': type }), ...own });
  response.end(body);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    const refuse = (cause: unknown): void => {
      const { code = '' } = cause as NodeJS.ErrnoException;
      fail(new SachError('cannot-listen', { port, reason: code }));
    };
    server.once('error', refuse);
    try {
      server.listen(port, loopback, done);
    } catch (cause) {
      refuse(cause);
    }
  });
}
