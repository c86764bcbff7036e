import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../src/cli/config-schema.ts';
import { startingConfig } from '../src/cli/starting-config.ts';
import { SachError } from '../src/model/index.ts';
import { articlePage, openBox } from './cli/box.ts';
import { cpuTime } from './cpu-time.ts';
import { fuzz, fuzzTimeout } from './fuzz.ts';
import { warcRecord } from './input/warc-record.ts';

/** What a user hands to the command line: captures that say anything of themselves, configurations that say anything. */

const maxMilliseconds = 1000;

/** Parts of addresses that a careless tool makes a path of. */
const addressPart = fc.oneof(
  fc.constantFrom(
    ...['..', '.', '', '%2e%2e', '..%2f..', '%5c..%5c', '..\\..', 'C:', 'con', 'aux.html', '%00', '~', '$HOME'],
    ...['tin', 'TIN', 'tín', 'ti\u0301n', '?id=1', '#a', ';x', '*', '|', 'a'.repeat(300), 'ữ'.repeat(200), 'out'],
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const address = fc
  .tuple(
    fc.constantFrom('http://xa.example.vn/', 'https://xa.example.vn:8080/', 'http://../', 'file:///', '//', '/', ''),
    fc.array(addressPart, { maxLength: 6 }),
  )
  .map(([start, parts]) => (start + parts.join('/')).replace(/[\r\n]/g, ' '));

const body = fc.oneof(
  fc.constant(articlePage('Cầu mới')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
);
const warc = fc
  .tuple(
    fc.array(
      fc.record({
        url: address,
        content: body,
        type: fc.constantFrom('response', 'response', 'response', 'resource', 'revisit', 'warcinfo', 'x'),
        headers: fc.constantFrom(
          '',
          'Transfer-Encoding: chunked\r\n',
          'Content-Encoding: gzip\r\n',
          'Location: ..\r\n',
        ),
        mime: fc.constantFrom(
          'text/html',
          'text/html; charset=tcvn3',
          'application/pdf',
          '',
          'text/html; charset=\u0001',
        ),
        status: fc.constantFrom('200 OK', '200 OK', '404 Not Found', '301 Moved', '999', ''),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }),
    fc.double({ min: 0.2, max: 1, noNaN: true }),
  )
  .map(([records, flips, share]) => {
    const whole = Buffer.concat(records.map(({ url, content, ...rest }, i) => warcRecord(i, url, content, rest)));
    const bytes = whole.subarray(0, Math.ceil(whole.length * Math.min(1, share * 1.5)));
    for (const [at, value] of flips) bytes[at % bytes.length] = value;
    return bytes;
  });

test(
  'captures: no crash, no long wait, nothing outside the output folder',
  async () => {
    using box = openBox();
    await fc.assert(
      fc.asyncProperty(warc, async (bytes) => {
        rmSync(join(box.path, 'out'), { recursive: true, force: true });
        box.put('a.warc', bytes);
        const started = cpuTime();
        const { status, stderr } = await box.here(['clean', 'a.warc', '-o', 'out/', '--no-fix']);
        expect(cpuTime() - started).toBeLessThan(maxMilliseconds);
        expect(stderr).not.toMatch(/error\[bug\]|page-crash|\n {4}at /);
        expect([0, 1, 2]).toContain(status);
        const outside = box.files('.').filter((path) => path !== 'a.warc' && !path.startsWith('out/'));
        expect(outside).toEqual([]);
        if (existsSync(join(box.path, 'out'))) for (const path of box.files('out')) expect(path).toMatch(/\.md$/);
      }),
      fuzz(20),
    );
  },
  fuzzTimeout,
);

const key = fc.constantFrom(
  ...['format', 'level', 'encoding', 'fix', 'jobs', 'failOn', 'words', 'timeout', 'userAgent', 'rules', 'overrides'],
  ...['ignore', 'junk', 'frontMatter', 'style', '__proto__', 'constructor', 'x'],
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      'md',
      'all',
      'error',
      'off',
      'old',
      true,
      false,
      null,
      0,
      -1,
      1e99,
      'a+',
      '(',
      '[',
      '\\p{L}',
      '**/*.md',
    ),
    fc.string({ unit: 'binary', maxLength: 10 }),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(key, fc.constantFrom('id', 'pattern', 'matches', 'files', 'toneMarks')), tie('any'), {
      maxKeys: 4,
    }),
    fc.record({ id: fc.constantFrom('junk/a', 'junk/', 'a'), pattern: tie('any'), matches: fc.array(tie('any')) }),
  ),
})).any;
const starting = startingConfig('en');
const configuration = fc.oneof(
  fc.dictionary(key, value, { maxKeys: 6 }).map((config) => JSON.stringify(config)),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.tuple(fc.nat(starting.length), fc.nat(80), fc.constantFrom('', ': ', '- ', '&a ', '*a', '{', '!!js ', '\t')),
    )
    .map((cuts) =>
      cuts.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), starting),
    ),
);

describe('configurations', () => {
  test(
    'are read or refused by name, never a crash nor a long wait',
    () => {
      fc.assert(
        fc.property(configuration, (text) => {
          const started = cpuTime();
          try {
            expect(parseConfig('sach.config.yaml', text)).toBeTypeOf('object');
          } catch (error) {
            expect(error).toBeInstanceOf(SachError);
            expect(['bad-config', 'bad-value', 'missing-key', 'unknown-key']).toContain((error as SachError).code);
          }
          expect(cpuTime() - started).toBeLessThan(maxMilliseconds);
        }),
        fuzz(50),
      );
    },
    fuzzTimeout,
  );
});
