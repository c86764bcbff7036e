import type { Article, CleanResult } from '../model/index.ts';
import { escapeHtml, safeUrl } from '../text/index.ts';
import { toHtml } from './html.ts';

const element = (tag: string, text: string | undefined, attributes = ''): string =>
  text === undefined ? '' : `<${tag}${attributes}>${escapeHtml(text)}</${tag}>`;

const meta = (name: string, content: string | undefined): string =>
  content === undefined ? '' : `<meta name="${name}" content="${escapeHtml(content)}">`;

/** Title, byline and date above the body: what the page showed and `body` does not hold. */
function writeHeader({ kicker, title, byline, publishedAt }: Article): string {
  const time =
    publishedAt === undefined ? '' : `<time datetime="${escapeHtml(publishedAt)}">${escapeHtml(publishedAt)}</time>`;
  const lines = [
    element('p', kicker, ' class="kicker"'),
    element('h1', title),
    element('p', byline, ' class="byline"'),
    time === '' ? '' : `<p>${time}</p>`,
  ].filter(Boolean);
  return lines.length > 0 ? `<header>\n${lines.join('\n')}\n</header>` : '';
}

function writeAttachments({ attachments }: Article): string {
  const items = attachments.flatMap(({ href, title }) => {
    const address = safeUrl(href);
    return address === undefined ? [] : [`<li><a href="${escapeHtml(address)}">${escapeHtml(title ?? href)}</a></li>`];
  });
  return items.length > 0 ? `<footer>\n<ul>\n${items.join('\n')}\n</ul>\n</footer>` : '';
}

/** A page of its own around the body: no script, no style, nothing loaded but the article's images. */
export function toHtmlPage({ article, provenance }: CleanResult): string {
  const canonical = article.url === undefined ? undefined : safeUrl(article.url);
  return `${[
    '<!doctype html>',
    `<html lang="${escapeHtml(article.language ?? 'vi')}">`,
    '<head>',
    '<meta charset="utf-8">',
    element('title', article.title ?? article.url ?? 'sach'),
    meta('author', article.byline),
    meta('description', article.sapo),
    meta('generator', provenance.tool),
    canonical === undefined ? '' : `<link rel="canonical" href="${escapeHtml(canonical)}">`,
    '</head>',
    '<body>',
    '<article>',
    writeHeader(article),
    toHtml(article.body),
    writeAttachments(article),
    '</article>',
    '</body>',
    '</html>',
  ]
    .filter(Boolean)
    .join('\n')}\n`;
}
