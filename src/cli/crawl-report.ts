import type { CrawlReport } from '../crawl/index.ts';
import { explainError, hintFor, type Lang, say } from '../messages/index.ts';
import { type Level, SachError } from '../model/index.ts';
import type { FailLevel } from '../options.ts';
import { prettyHint } from '../report/pretty.ts';
import { isAtLeast } from './exit-code.ts';
import { type Terminal, tellAs } from './terminal.ts';

interface Ended {
  readonly folder: string;
  /** Nothing was asked for. */
  readonly isUnchanged: boolean;
  readonly failOn: FailLevel;
}

/** A sentence for each thing that needs a look, and the exit code: 2 when not one page could be had. */
export function tellReport(report: CrawlReport, { folder, isUnchanged, failOn }: Ended, terminal: Terminal): number {
  const { lang, verbosity } = terminal;
  const { counts } = report;
  const file = `${folder.replace(/\/$/, '')}/report.html`;
  const { failed, tooLarge, unfetched } = failuresOf(report);
  tellSeeds(report.lostSeeds, terminal);
  const lost = new Set(report.lostSeeds.map(({ url }) => url));
  for (const url of report.emptyPages) {
    if (verbosity === 'quiet' || lost.has(url) || !report.seeds.includes(url)) continue;
    tellAs('warning', say(lang, 'crawl/seed-empty', { url }), terminal);
  }
  const found: readonly [Level, string, number][] = [
    ['error', 'crawl/nothing', counts.articles === 0 ? 1 : 0],
    ['error', 'crawl/unreadable', report.unreadablePages.length],
    ['error', 'crawl/damaged', report.damagedCapture.length],
    ['error', 'crawl/failed', failed.length],
    ['error', 'crawl/too-large', tooLarge.length],
    ['warning', 'crawl/unfetched', unfetched.length],
    ['warning', 'crawl/given-up', report.unfetched.filter(({ reason }) => reason === 'trap/endless').length],
    // As many as the report lists, those of a server in trouble among them.
    ['warning', 'crawl/error-pages', report.errorPages.length],
    ['warning', 'crawl/broken-sitemaps', report.brokenSitemaps.length],
    ['warning', 'crawl/redirect-loops', report.redirectLoops.length],
    ['warning', 'crawl/missing-images', report.missingImages.length],
    ['warning', 'crawl/missing-documents', report.missingDocuments.length],
    ['warning', 'crawl/low-confidence', report.lowConfidence.length],
  ];
  const told = found.filter(([, , count]) => count > 0);
  for (const [level, id, count] of told) {
    if (verbosity === 'quiet' && level !== 'error') continue;
    tellAs(level, say(lang, id, { count, file }), terminal);
  }
  for (const { site, matched, pages, fits } of report.profiles ?? []) {
    if (verbosity === 'quiet' || fits) continue;
    tellAs('warning', say(lang, 'crawl/profile-mismatch', { site, matched, pages }), terminal);
  }
  if (verbosity !== 'quiet') {
    const { articles, pages } = counts;
    terminal.tell(`${say(lang, isUnchanged ? 'crawl/unchanged' : 'crawl/finished', { articles, pages, folder })}\n`);
  }
  if (counts.pages === 0) return 2;
  const levels = [...report.lostSeeds.map(() => 'error' as const), ...told.map(([level]) => level)];
  return levels.some((level) => isAtLeast(level, failOn)) ? 1 : 0;
}

type Places = CrawlReport['unfetched'];

interface Failures {
  /** What may be there: nobody answered, however often it was tried, or the server was in trouble. */
  readonly failed: Places;
  /** Holes in the archive that no later run fills. */
  readonly tooLarge: Places;
  /** What cannot be had: its host is gone, or private. */
  readonly unfetched: Places;
}

const isFailed = /^(?:host-(?!unknown)|fetch-(?:failed|timeout|cut)|robots-un|status-(?:5|429))/;

/** What was not had, each address once; a hole in the archive is told from a dead link. */
function failuresOf(report: CrawlReport): Failures {
  const asked = report.unfetched.filter(({ reason }) => /^(?:host|fetch|robots-un)/.test(reason));
  const { errorPages, missingImages, missingDocuments } = report;
  const all = [...asked, ...errorPages, ...missingImages, ...missingDocuments].filter(({ reason }) =>
    isFailed.test(reason),
  );
  const failed = new Map(all.map((place) => [place.url, place]));
  const isTooLarge = ({ reason }: Places[number]): boolean => reason === 'fetch-too-large';
  const unfetched = asked.filter((place) => !failed.has(place.url) && !isTooLarge(place));
  return { failed: [...failed.values()], tooLarge: asked.filter(isTooLarge), unfetched };
}

/** What the user named and did not get, each with the reason; what to do about a reason is said once. */
function tellSeeds(lost: Places, terminal: Terminal): void {
  for (const place of lost) tellAs('error', explain(place, terminal.lang).message, terminal);
  tellHints(lost, terminal);
}

/** What to do about the reasons, each once. */
export function tellHints(lost: Places, terminal: Terminal): void {
  const hints = new Set(lost.map((place) => explain(place, terminal.lang).hint));
  for (const hint of hints) if (hint !== undefined) terminal.tell(prettyHint(hint, terminal));
}

function explain({ url, reason }: Places[number], lang: Lang): ReturnType<typeof explainError> {
  const status = /^status-(\d+)$/.exec(reason)?.[1];
  if (status !== undefined) return explainError(new SachError('fetch-status', { url, status }), lang);
  if (reason.startsWith('back-')) {
    const hint = hintFor(lang, 'crawl/held');
    return { message: say(lang, 'crawl/held', { url, reason: say(lang, `reason/${reason}`) }), ...(hint && { hint }) };
  }
  const hint = hintFor(lang, `error/${reason}`) ?? hintFor(lang, reason) ?? hintFor(lang, 'crawl/seed');
  return { message: say(lang, 'crawl/seed', { url, reason }), ...(hint !== undefined && { hint }) };
}
