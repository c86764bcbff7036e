import { type Lang, say } from '../../messages/index.ts';
import { escapeHtml } from '../../text/index.ts';
import { type CrawlReport, countNames } from './report.ts';

/** So many of a list are shown; the rest is in report.json. */
const maxShown = 100;

/** What is beside the report, for who opens the folder. */
const folderFiles = ['articles/', 'index.csv', 'redirects/', 'capture/', 'report.json'];

/** One line of a list: an address, and what is said of it. */
interface Line {
  readonly url: string;
  readonly note?: string;
  readonly via?: string;
  /** What was saved of it, from the report's own folder. */
  readonly file?: string;
}

/** The report as one page that needs nothing else: for the person who decides what to look at next. */
export function reportHtml(report: CrawlReport, lang: Lang): string {
  const sections = sectionsOf(report, lang).filter(({ lines }) => lines.length > 0);
  const { pages, articles } = report.counts;
  const t = (id: string, params = {}) => escapeHtml(say(lang, id, params));
  const mismatch = (report.profiles ?? [])
    .filter(({ fits }) => !fits)
    .map(
      ({ site, matched, pages: all }) =>
        `<p class="alert">${t('crawl/profile-mismatch', { site, matched, pages: all })}</p>`,
    )
    .join('\n');
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('report/title')}</title>
<style>${css}</style>
</head>
<body>
<header>
<h1>${t('report/title')}</h1>
<p>${t('report/subtitle', { articles, pages })}</p>
<p class="seeds">${t('report/seeds')} ${report.seeds.map((seed) => link(seed)).join(', ')}</p>
<p>${t('report/files')} ${folderFiles.map((file) => `<a href="${file}">${file}</a>`).join(' · ')}</p>
</header>
<main>
<ul class="counts">
${countNames.map((name) => `<li><b>${number(report.counts[name], lang)}</b> ${t(`report/count/${name}`)}</li>`).join('\n')}
</ul>
<h2>${t('report/look')}</h2>
${mismatch}
${sections.length === 0 && mismatch === '' ? `<p>${t('report/all-well')}</p>` : ''}
${sections.map((section) => sectionHtml(section, lang)).join('\n')}
<h2>${t('report/hosts')}</h2>
<table>
<tr><th>${t('report/host')}</th><th>${t('report/count/pages')}</th><th>${t('report/count/articles')}</th></tr>
${report.hosts.map((row) => `<tr><td>${escapeHtml(row.host)}</td><td>${number(row.pages, lang)}</td><td>${number(row.articles, lang)}</td></tr>`).join('\n')}
</table>
</main>
<footer>${escapeHtml(report.tool)}</footer>
</body>
</html>
`;
}

interface Section {
  readonly id: string;
  readonly lines: readonly Line[];
  /** One list for each note, the longest first. */
  readonly byNote?: boolean;
  /** Shown open: something is lost, or may be. */
  readonly isOpen?: boolean;
}

/** What needs a person first, what is only good to know last. */
function sectionsOf(report: CrawlReport, lang: Lang): Section[] {
  const reason = (id: string) => say(lang, `reason/${id}`).replace(/^reason\/(?:status-)?/, '');
  const place = ({ url, reason: id, via }: CrawlReport['unfetched'][number]): Line => ({
    url,
    note: reason(id),
    ...(via !== undefined && { via }),
  });
  return [
    { id: 'lostSeeds', isOpen: true, lines: report.lostSeeds.map(place) },
    {
      id: 'lowConfidence',
      isOpen: true,
      lines: report.lowConfidence.map(({ url, confidence, file }) => ({ url, note: percent(confidence), file })),
    },
    { id: 'missingImages', isOpen: true, lines: report.missingImages.map(place) },
    { id: 'missingDocuments', isOpen: true, lines: report.missingDocuments.map(place) },
    { id: 'errorPages', isOpen: true, byNote: true, lines: report.errorPages.map(place) },
    { id: 'unreadablePages', isOpen: true, byNote: true, lines: report.unreadablePages.map(place) },
    {
      id: 'damagedCapture',
      isOpen: true,
      byNote: true,
      lines: report.damagedCapture.map(({ url, reason: id, file }) => ({ url, note: reason(id), file })),
    },
    { id: 'brokenSitemaps', isOpen: true, byNote: true, lines: report.brokenSitemaps.map(place) },
    { id: 'emptyPages', lines: report.emptyPages.map((url) => ({ url })) },
    { id: 'frontPages', lines: report.frontPages.map((url) => ({ url })) },
    { id: 'scriptLinks', lines: report.scriptLinks.map(({ url, links }) => ({ url, note: String(links) })) },
    { id: 'redirectLoops', lines: report.redirectLoops.map((url) => ({ url })) },
    { id: 'unfetched', byNote: true, lines: report.unfetched.map(place) },
    { id: 'duplicates', lines: report.duplicates.map(({ url, of }) => ({ url, note: of })) },
  ];
}

function sectionHtml({ id, lines, byNote, isOpen }: Section, lang: Lang): string {
  const t = (message: string) => escapeHtml(say(lang, message));
  const lists = byNote ? groupByNote(lines) : [{ lines }];
  return `<details${isOpen ? ' open' : ''}>
<summary>${t(`report/${id}`)} ${badge(lines.length, lang)}</summary>
<p>${t(`report/${id}.why`)}</p>
${lists.map((list) => listHtml(list, lang)).join('\n')}
</details>`;
}

interface NotedLines {
  readonly note?: string;
  readonly lines: readonly Line[];
}

function groupByNote(lines: readonly Line[]): NotedLines[] {
  const groups = new Map<string, Line[]>();
  for (const { note = '', ...line } of lines) {
    const group = groups.get(note);
    if (group) group.push(line);
    else groups.set(note, [line]);
  }
  return [...groups]
    .map(([note, members]) => ({ note, lines: members }))
    .sort((a, b) => b.lines.length - a.lines.length);
}

function listHtml({ note, lines }: NotedLines, lang: Lang): string {
  const more = lines.length - maxShown;
  return `${note === undefined ? '' : `<h3>${escapeHtml(note)} ${badge(lines.length, lang)}</h3>`}
<ul>
${lines
  .slice(0, maxShown)
  .map((line) => lineHtml(line, lang))
  .join('\n')}
</ul>
${more > 0 ? `<p>${escapeHtml(say(lang, 'report/more', { count: more }))}</p>` : ''}`;
}

const badge = (count: number, lang: Lang): string => `<span class="badge">${number(count, lang)}</span>`;

function lineHtml({ url, note, via, file }: Line, lang: Lang): string {
  const from = via === undefined ? '' : `<span class="via">${escapeHtml(say(lang, 'report/via'))} ${link(via)}</span>`;
  // Paths of the archive are made of letters, digits and hyphens.
  const saved =
    file === undefined ? '' : `<span class="via">→ <a href="${escapeHtml(file)}">${escapeHtml(file)}</a></span>`;
  const said = note === undefined ? '' : `<span class="note">${escapeHtml(note)}</span>`;
  return `<li><span>${link(url)}${from}${saved}</span>${said}</li>`;
}

/** Only addresses of the web are made links: the list holds what strangers wrote. */
function link(url: string): string {
  return /^https?:\/\//.test(url)
    ? `<a href="${escapeHtml(url)}" rel="noreferrer">${escapeHtml(url)}</a>`
    : escapeHtml(url);
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const number = (value: number, lang: Lang): string => value.toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB');

const css = `
:root { color-scheme: light dark; --ink: #1c2321; --soft: #5d6b66; --line: #d9e0dc; --paper: #fbfcfa; --card: #fff; --accent: #0b6e4f; --warn: #b4530a }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ece8; --soft: #9aa8a2; --line: #2e3a35; --paper: #121714; --card: #1a211d; --accent: #5ec79d; --warn: #f0a35e } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 64rem; padding: 2.5rem 1.25rem; font: 1rem/1.6 "Be Vietnam Pro", "Segoe UI", system-ui, sans-serif; color: var(--ink); background: var(--paper) }
h1 { margin: 0; font-size: 2rem; letter-spacing: -.01em } header p { margin: .25rem 0; color: var(--soft) }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.25rem }
a { color: var(--accent); text-decoration: none; overflow-wrap: anywhere } a:hover { text-decoration: underline }
.counts { display: grid; grid-template-columns: repeat(6, 1fr); gap: .75rem; margin: 2rem 0 0; padding: 0; list-style: none }
.counts li { padding: .9rem 1rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--card); color: var(--soft) }
.counts b { display: block; font-size: 1.6rem; line-height: 1.2; color: var(--ink); font-variant-numeric: tabular-nums }
details { margin: .75rem 0; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--card) }
summary { cursor: pointer; font-weight: 600 } details p { margin: .5rem 0; color: var(--soft) }
details ul { margin: .5rem 0; padding: 0; list-style: none; font-size: .925rem } details li { padding: .35rem 0; border-top: 1px solid var(--line) }
details h3 { margin: 1rem 0 .25rem; font-size: .925rem; font-weight: 600; color: var(--warn) }
details li { display: flex; gap: 1rem; justify-content: space-between }
.badge { margin-left: .35rem; padding: .1rem .55rem; border-radius: 1rem; background: var(--line); color: var(--soft); font-size: .8rem; font-weight: 500 }
.alert { padding: .75rem 1rem; border-left: .25rem solid var(--warn); background: var(--card); color: var(--warn) }
.note { flex: none; max-width: 50%; color: var(--warn); overflow-wrap: anywhere; text-align: right } .via { display: block; color: var(--soft); font-size: .85rem }
table { width: 100%; border-collapse: collapse } th, td { padding: .5rem .75rem; border-bottom: 1px solid var(--line); text-align: right } th:first-child, td:first-child { text-align: left }
footer { margin-top: 3rem; color: var(--soft); font-size: .85rem }
@media (max-width: 44rem) { .counts { grid-template-columns: repeat(2, 1fr) } details li { display: block } .note { max-width: none } }`;
