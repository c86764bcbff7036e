import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDraft } from '../../src/drafts/index.ts';
import type { SachError } from '../../src/model/index.ts';
import { correctDraft } from '../../src/proofread/index.ts';
import { openReview, type Review } from '../../src/review/actions.ts';
import { type ReviewServer, startServer } from '../../src/review/server.ts';
import { toReviewed } from '../../src/review/session.ts';
import { askReview, askServer } from './asking.ts';

const text = 'Ngừơi dân.\n\nHòan thành.\n';
const { changes, suggestions } = correctDraft(parseDraft('a.md', text, 'markdown'));
const read = { source: 'a.md', text, corrections: changes, suggestions, isDocument: false };
const written: number[] = [];

let review: Review;
let server: ReviewServer;
let origin = '';
let token = '';

beforeAll(async () => {
  const desk = {
    write: async (at: number) => {
      written.push(at);
      return ['done'];
    },
    read: async () => read,
    explain: (error: SachError) => error.code,
  };
  review = openReview([toReviewed(read)], desk, 'en');
  server = await startServer(review, 0, 'en');
  ({ origin } = new URL(server.address));
  token = new URL(server.address).pathname;
});

afterAll(() => server.close());

describe('who is let in', () => {
  test('the page, its style and its script, with the token alone', async () => {
    for (const [name, type] of [
      ['', 'text/html; charset=utf-8'],
      ['page.css', 'text/css; charset=utf-8'],
      ['page.js', 'text/javascript; charset=utf-8'],
    ])
      expect(await askServer(`${server.address}${name}`)).toMatchObject({
        status: 200,
        headers: { 'content-type': type },
      });
    expect(token.length).toBeGreaterThan(40);
  });

  test('nothing is kept, framed or loaded from elsewhere, and no script stands in the page', async () => {
    const { headers, text: page } = await askServer(server.address);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self'; style-src 'self';/),
    });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=|https?:/);
  });

  test.each([
    ['no token', '/'],
    ['the page’s files without it', '/page.js'],
    ['another token', `/${'A'.repeat(43)}/`],
    ['a beginning of the token', () => `${token.slice(0, 20)}/`],
    ['the token without its end', () => token.replace(/.\/$/, '/')],
  ])('%s: refused, with a word on where to go', async (_, path) => {
    const asked = await askServer(origin + (typeof path === 'string' ? path : path()));
    expect([asked.status, asked.text]).toEqual([403, expect.stringContaining('Open the address that sach review')]);
  });

  test.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost.evil.example', '0.0.0.0'])(
    'Host %j: refused, as it is after DNS rebinding',
    async (host) => {
      const asked = await askServer(server.address, { headers: { host } });
      expect([asked.status, asked.text]).toEqual([403, expect.stringContaining('Open the address')]);
    },
  );

  test('localhost is this machine too, as Host and Origin', async () => {
    const host = new URL(origin).host.replace('127.0.0.1', 'localhost');
    const headers = { host, origin: `http://${host}` };
    expect((await askServer(server.address, { headers })).status).toBe(200);
    expect((await askServer(`${server.address}open`, { method: 'POST', headers, body: '{}' })).status).toBe(200);
  });

  test.each([
    ['of another site', 'https://evil.example'],
    ['of another port', 'http://127.0.0.1:1'],
    ['of a file or a sandbox', 'null'],
    ['missing', undefined],
  ])('a request with an Origin %s is refused', async (_, from) => {
    const headers: Record<string, string> = from === undefined ? {} : { origin: from };
    const asked = await askServer(`${server.address}write`, {
      method: 'POST',
      headers,
      body: '{"draft":0,"reading":1}',
    });
    expect([asked.status, written]).toEqual([403, []]);
  });

  test('the address for the browser’s command line leads in once', async () => {
    const [first, second] = [await askServer(server.once), await askServer(server.once)];
    expect([first.status, first.headers.location, second.status]).toEqual([303, token, 403]);
  });

  test('other machines do not reach it', async () => {
    const { port } = new URL(origin);
    // The whole of 127.0.0.0/8 is this machine: a server that listens everywhere answers at 127.0.0.2.
    const reached = await new Promise((done) => {
      const socket = connect(Number(port), '127.0.0.2');
      socket.on('connect', () => done(true)).on('error', () => done(false));
      socket.on('connect', () => socket.destroy());
    });
    expect(reached).toBe(false);
  });
});

describe('what is asked for', () => {
  test.each([
    ['a draft that is not there', 'draft', { draft: 7 }, 404],
    ['a change that is not there', 'decide', { draft: 0, reading: 1, change: 99, decision: { kind: 'yes' } }, 404],
    ['a draft by its path', 'draft', { draft: '../../etc/passwd' }, 400],
    ['a negative number', 'draft', { draft: -1 }, 400],
    ['a file to write', 'write', { draft: 0, reading: 1, path: '/tmp/a' }, 400],
    ['a decision that does not exist', 'decide', { draft: 0, reading: 1, change: 0, decision: { kind: 'maybe' } }, 400],
    ['another text without a text', 'decide', { draft: 0, reading: 1, change: 0, decision: { kind: 'edit' } }, 400],
    ['an earlier reading', 'write', { draft: 0, reading: 0 }, 409],
    ['a request that does not exist', 'constructor', {}, 404],
    ['a path', '../../page.html', {}, 403],
  ])('%s: refused', async (_, name, body, status) => {
    const asked = await askServer(`${server.address}${name}`, {
      method: 'POST',
      headers: { origin },
      body: JSON.stringify(body),
    });
    expect([asked.status, written]).toEqual([status, []]);
  });

  test('a body that is no JSON, or too large', async () => {
    const post = (body: string) => askServer(`${server.address}open`, { method: 'POST', headers: { origin }, body });
    expect((await post('{')).status).toBe(400);
    const large = await post(JSON.stringify({ text: 'a'.repeat(70_000) }));
    expect([large.status, large.text]).toEqual([413, expect.stringContaining('too long')]);
    expect((await post('{}')).status).toBe(200);
  });

  test.each([
    ['GET', 'open'],
    ['GET', 'page.html'],
    ['GET', '../package.json'],
    ['PUT', ''],
    ['DELETE', ''],
    ['OPTIONS', 'write'],
  ])('%s %s: there is no such thing', async (method, name) => {
    const asked = await askServer(`${server.address}${name}`, { method });
    expect([403, 404]).toContain(asked.status);
  });

  test('what was decided stays for a page that is loaded again', async () => {
    await askReview(server.address, 'decide', { draft: 0, reading: 1, change: 1, decision: { kind: 'yes' } });
    const { data } = await askReview(server.address, 'open', {});
    expect(data.drafts).toMatchObject([{ source: 'a.md', open: 1, accepted: 1 }]);
    expect(review.unwritten()).toBe(1);
  });
});

test('a port that is taken, and one that does not exist', async () => {
  const { port } = new URL(origin);
  await expect(startServer(review, Number(port), 'en')).rejects.toMatchObject({
    code: 'cannot-listen',
    params: { reason: 'EADDRINUSE' },
  });
  await expect(startServer(review, 65_536, 'en')).rejects.toMatchObject({
    code: 'cannot-listen',
    params: { reason: 'ERR_SOCKET_BAD_PORT' },
  });
});
