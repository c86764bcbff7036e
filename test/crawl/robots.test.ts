import { describe, expect, it } from 'vitest';
import { maxRobotsBytes, parseRobots, robotsRules } from '../../src/crawl/robots.ts';
import { cpuTime } from '../cpu-time.ts';

const origin = 'http://foo.bar';
const allows = (robots: string, url: string, agent = 'FooBot') =>
  parseRobots(origin, Buffer.from(robots), agent).allows(url.startsWith('/') ? origin + url : url);

/** The facts that Google's own test of its parser asserts, in our words: robots.txt, product token, [address, allowed]. */
const cases: readonly (readonly [string, string, string, readonly (readonly [string, boolean])[]])[] = [
  ['no rules allow all', '', 'FooBot', [['/x/y', true]]],
  ['rules without an agent are nobody’s', 'Disallow: /\n', 'FooBot', [['/x/y', true]]],
  ['an agent without rules', 'user-agent: FooBot\n', 'FooBot', [['/x/y', true]]],
  ['plain', 'user-agent: FooBot\ndisallow: /\n', 'FooBot', [['/x/y', false]]],
  ['another agent', 'user-agent: FooBot\ndisallow: /\n', 'BarBot', [['/x/y', true]]],
  ['a misspelt directive', 'foo: FooBot\nbar: /\n', 'FooBot', [['/x/y', true]]],
  ['no colon', 'user-agent FooBot\ndisallow /\n', 'FooBot', [['/x/y', false]]],
  [
    'groups',
    'allow: /foo/bar/\n\nuser-agent: FooBot\ndisallow: /\nallow: /x/\nuser-agent: BarBot\ndisallow: /\nallow: /y/\n\n\nallow: /w/\nuser-agent: BazBot\n\nuser-agent: FooBot\nallow: /z/\ndisallow: /\n',
    'FooBot',
    [
      ['/x/b', true],
      ['/z/d', true],
      ['/y/c', false],
    ],
  ],
  [
    'groups, the second agent',
    'user-agent: FooBot\ndisallow: /\nallow: /x/\nuser-agent: BarBot\ndisallow: /\nallow: /y/\n\nallow: /w/\n',
    'BarBot',
    [
      ['/y/c', true],
      ['/w/a', true],
      ['/x/b', false],
    ],
  ],
  [
    'directives without case',
    'USER-AGENT: FooBot\nALLOW: /x/\nDISALLOW: /\n',
    'FooBot',
    [
      ['/x/y', true],
      ['/a/b', false],
    ],
  ],
  [
    'directives in mixed case',
    'uSeR-aGeNt: FooBot\nAlLoW: /x/\ndIsAlLoW: /\n',
    'FooBot',
    [
      ['/x/y', true],
      ['/a/b', false],
    ],
  ],
  [
    'agents without case',
    'User-Agent: FOO bAr\nAllow: /x/\nDisallow: /\n',
    'foo',
    [
      ['/x/y', true],
      ['/a/b', false],
    ],
  ],
  [
    'an agent ends at the first space',
    'user-agent: Foo Bar\nallow: /x/\ndisallow: /\n',
    'Foo',
    [
      ['/x/y', true],
      ['/a/b', false],
    ],
  ],
  [
    'the global group, where none is ours',
    'user-agent: *\nallow: /\nuser-agent: FooBot\ndisallow: /\n',
    'FooBot',
    [['/x/y', false]],
  ],
  [
    'the global group for the others',
    'user-agent: *\nallow: /\nuser-agent: FooBot\ndisallow: /\n',
    'BarBot',
    [['/x/y', true]],
  ],
  [
    'only other agents',
    'user-agent: FooBot\nallow: /\nuser-agent: BarBot\ndisallow: /\nuser-agent: BazBot\ndisallow: /\n',
    'QuxBot',
    [['/x/y', true]],
  ],
  [
    'values keep their case',
    'user-agent: FooBot\ndisallow: /x/\n',
    'FooBot',
    [
      ['/x/y', false],
      ['/X/y', true],
    ],
  ],
  [
    'longest match: disallow',
    'user-agent: FooBot\ndisallow: /x/page.html\nallow: /x/\n',
    'FooBot',
    [['/x/page.html', false]],
  ],
  [
    'longest match: allow',
    'user-agent: FooBot\nallow: /x/page.html\ndisallow: /x/\n',
    'FooBot',
    [
      ['/x/page.html', true],
      ['/x/', false],
    ],
  ],
  ['two empty rules', 'user-agent: FooBot\ndisallow: \nallow: \n', 'FooBot', [['/x/page.html', true]]],
  ['two equal rules', 'user-agent: FooBot\ndisallow: /\nallow: /\n', 'FooBot', [['/x/page.html', true]]],
  [
    'with and without slash',
    'user-agent: FooBot\ndisallow: /x\nallow: /x/\n',
    'FooBot',
    [
      ['/x', false],
      ['/x/', true],
    ],
  ],
  [
    'equal length',
    'user-agent: FooBot\ndisallow: /x/page.html\nallow: /x/page.html\n',
    'FooBot',
    [['/x/page.html', true]],
  ],
  [
    'wildcards count by length',
    'user-agent: FooBot\nallow: /page\ndisallow: /*.html\n',
    'FooBot',
    [
      ['/page.html', false],
      ['/page', true],
    ],
  ],
  [
    'the longer pattern wins',
    'user-agent: FooBot\nallow: /x/page.\ndisallow: /*.html\n',
    'FooBot',
    [
      ['/x/page.html', true],
      ['/x/y.html', false],
    ],
  ],
  [
    'our group only, not the global one',
    'user-agent: *\ndisallow: /x/\nuser-agent: FooBot\ndisallow: /y/\n',
    'FooBot',
    [
      ['/x/page', true],
      ['/y/page', false],
    ],
  ],
  [
    'query',
    'user-agent: FooBot\ndisallow: /\nallow: /foo/bar?qux=taz&baz=http://foo.bar?tar&par\n',
    'FooBot',
    [['/foo/bar?qux=taz&baz=http://foo.bar?tar&par', true]],
  ],
  [
    'raw letters match their escapes',
    'user-agent: FooBot\ndisallow: /\nallow: /foo/bar/ツ\n',
    'FooBot',
    [['/foo/bar/%E3%83%84', true]],
  ],
  [
    'escapes match themselves',
    'user-agent: FooBot\ndisallow: /\nallow: /foo/bar/%E3%83%84\n',
    'FooBot',
    [['/foo/bar/%E3%83%84', true]],
  ],
  [
    '*',
    'user-agent: FooBot\ndisallow: /foo/bar/quz\nallow: /foo/*/qux\n',
    'FooBot',
    [
      ['/foo/bar/quz', false],
      ['/foo/quz', true],
      ['/foo//quz', true],
      ['/foo/bax/quz', true],
    ],
  ],
  [
    '$ at the end',
    'user-agent: FooBot\ndisallow: /\nallow: /foo/bar/$\n',
    'FooBot',
    [
      ['/foo/bar/', true],
      ['/foo/bar/x', false],
    ],
  ],
  [
    '$ is a letter elsewhere',
    'user-agent: FooBot\ndisallow: /foo/bar$baz\n',
    'FooBot',
    [
      ['/foo/bar$baz', false],
      ['/foo/bar', true],
    ],
  ],
  [
    'comments',
    'user-agent: FooBot\n# Disallow: /\ndisallow: /foo/quz#qux\n',
    'FooBot',
    [
      ['/foo/bar', true],
      ['/foo/quz', false],
    ],
  ],
  ['BOM', '\ufeffUser-Agent: foo\nDisallow: /AnyValue\n', 'foo', [['/AnyValue', false]]],
  [
    'line ends of three systems',
    'User-Agent: foo\r\nAllow: /some/path\rDisallow: /\n',
    'foo',
    [
      ['/some/path', true],
      ['/other', false],
    ],
  ],
  [
    'robots.txt itself',
    'user-agent: *\ndisallow: /\n',
    'FooBot',
    [
      ['/robots.txt', true],
      ['/', false],
    ],
  ],
  [
    'index.html is only itself',
    'user-agent: *\nallow: /allowed-slash/index.html\ndisallow: /\n',
    'FooBot',
    [
      ['/allowed-slash/index.html', true],
      ['/foo', false],
    ],
  ],
];

describe('robots.txt', () => {
  it.each(cases)('%s', (_name, robots, agent, expected) => {
    for (const [url, allowed] of expected) expect([url, allows(robots, url, agent)]).toEqual([url, allowed]);
  });

  it('finds crawl-delay and sitemaps', () => {
    const robots = 'Sitemap: http://foo.bar/a.xml\nUser-agent: *\nCrawl-delay: 2.5\nsitemap: /b.xml.gz # tin\n';
    const { crawlDelay, sitemaps } = parseRobots(origin, Buffer.from(robots));
    expect(crawlDelay).toBe(2.5);
    expect(sitemaps).toEqual(['http://foo.bar/a.xml', '/b.xml.gz']);
  });

  it('reads 512 KiB of a large file, and no half rule at its end', () => {
    const line = 'disallow: /muc\n';
    const head = 'user-agent: *\n';
    const filler = line.repeat(Math.ceil((maxRobotsBytes - head.length) / line.length));
    const robots = `${head}disallow: /dau\n${filler}`.padEnd(600 * 1024, 'x');
    const cut = `${head}${'#'.repeat(maxRobotsBytes - head.length - 12)}\ndisallow: /tin-tuc\n`;
    const started = cpuTime();
    expect(allows(robots, '/dau')).toBe(false);
    expect(allows(cut, '/tin')).toBe(true);
    expect(allows(`${cut}\ndisallow: /sau\n`, '/sau')).toBe(true);
    expect(cpuTime() - started).toBeLessThan(1500);
  });
});

describe('answers to robots.txt', () => {
  const denying = Buffer.from('user-agent: *\ndisallow: /\n');
  it.each([
    [200, 'read'],
    [204, 'read'],
    [301, 'allow'],
    [400, 'allow'],
    [401, 'allow'],
    [403, 'allow'],
    [404, 'allow'],
    [410, 'allow'],
    [429, 'later'],
    [500, 'later'],
    [503, 'later'],
    [undefined, 'later'],
  ] as const)('%s: %s', (status, meaning) => {
    const rules = robotsRules(origin, status === undefined ? undefined : { status, body: denying });
    const verdict = rules === undefined ? 'later' : rules.allows(`${origin}/tin`) ? 'allow' : 'read';
    expect(verdict).toBe(meaning);
  });
});
