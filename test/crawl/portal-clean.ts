import type { Block, CleanResult, PageType, RawPage } from '../../src/model/index.ts';

/** Cleans the pages of the test portal, whose markup is known: these tests are of crawling, not of extraction. */
export async function cleanPortal(page: RawPage): Promise<CleanResult> {
  const html = Buffer.from(page.bytes).toString();
  const url = page.url ?? page.source;
  const absolute = (link: string) => new URL(link.replaceAll('&amp;', '&'), url).href;
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? '');
  const pageType: PageType = /bodytext|class="Normal"|item-page/.test(html)
    ? 'article'
    : /không tồn tại/.test(html)
      ? 'error'
      : 'listing';
  const body: Block[] = [
    ...all(/<p>((?:(?!<img|<a ).)*?)<\/p>/g).map(
      (value): Block => ({
        kind: 'paragraph',
        children: [{ kind: 'text', value: value.replace(/<[^>]*>/g, '') }],
      }),
    ),
    ...all(/<img src="([^"]*)"/g).map(
      (src): Block => ({ kind: 'figure', images: [{ kind: 'image', src: absolute(src) }] }),
    ),
    ...all(/class="other"><ul><li><a href="([^"]*)"/g).map(
      (href): Block => ({
        kind: 'paragraph',
        children: [{ kind: 'link', href: absolute(href), children: [{ kind: 'text', value: 'Bài sau' }] }],
      }),
    ),
  ];
  const title = all(/<title>([^<]*)/g)[0];
  return {
    source: page.source,
    article: {
      url,
      ...(title && { title }),
      pageType,
      confidence: pageType === 'article' ? 0.9 : 0.4,
      body,
      attachments: all(/href="(\/tep\/[^"]*)"/g).map((href) => ({ href: absolute(href), type: 'pdf' })),
      removed: [],
      evidence: [],
    },
    edits: [],
    suggestions: [],
    encoding: { name: 'utf-8', confidence: 1, repairs: [] },
    findings: [],
    provenance: { sha256: '', tool: 'test', ...(page.fetchedAt && { fetchedAt: page.fetchedAt }) },
  };
}
