import { describe, expect, it } from 'vitest';
import { maxRobotsBytes, parseRobots, robotsRules } from '../../src/crawl/robots.ts';
import { cpuTime } from '../cpu-time.ts';
import { cases } from './robots-cases.ts';

const origin = 'http://foo.bar';
const allows = (robots: string, url: string, agent = 'FooBot') =>
  parseRobots(origin, Buffer.from(robots), agent).allows(url.startsWith('/') ? origin + url : url);

describe('robots.txt', () => {
  it.each(cases)('%s', (_name, robots, agent, expected) => {
    for (const [url, allowed] of expected) expect([url, allows(robots, url, agent)]).toEqual([url, allowed]);
  });

  it('is told by as many facts as Google’s test', () => {
    expect(cases.reduce((sum, [, , , expected]) => sum + expected.length, 0)).toBeGreaterThanOrEqual(180);
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
