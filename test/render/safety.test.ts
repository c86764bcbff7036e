import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { Block, Inline } from '../../src/model/index.ts';
import { toHtml } from '../../src/render/html.ts';
import { renderers } from '../../src/render/index.ts';
import { toMarkdown } from '../../src/render/markdown.ts';
import { resultOf } from './result.ts';

/** Text that a page may show and that must stay text. */
const texts = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//x.vn/a.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '</script><script>alert(1)</script>',
  '<script\n>alert(1)</script\n>',
  '<img src=x onerror=alert(1)>',
  '<img/src="x"/onerror=alert(1)>',
  '<IMG """><SCRIPT>alert(1)</SCRIPT>">',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1)>',
  '<svg><use href="data:image/svg+xml,x"></use></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<math href="javascript:alert(1)">x</math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<iframe src="javascript:alert(1)">',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<object data="javascript:alert(1)">',
  '<embed src="javascript:alert(1)">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<body onload=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<video><source onerror=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<marquee onstart=alert(1)>',
  '<style>@import "javascript:alert(1)"</style>',
  '<link rel=stylesheet href=javascript:alert(1)>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href="javascript:/a/">',
  '<!--><script>alert(1)</script>-->',
  '<!--[if IE]><script>alert(1)</script><![endif]-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '<template><script>alert(1)</script></template>',
  '<xmp><script>alert(1)</script></xmp>',
  '<plaintext><script>alert(1)</script>',
  '<title></title><script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '&#x3c;img src=x onerror=alert(1)&#x3e;',
  '&amp;lt;script&amp;gt;',
  '\\<script>alert(1)</script>',
  '\\\\<script>alert(1)</script>',
  '<\u0000script>alert(1)</script>',
  '<script\u0000>alert(1)</script>',
  '[x](javascript:alert(1))',
  '[x]( javascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](javascript&colon;alert(1))',
  '![x](javascript:alert(1))',
  '[x]: javascript:alert(1)',
  '[x]',
  '<javascript:alert(1)>',
  '<vbscript:x>',
  '[![x](data:x)](javascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '`` `<script>alert(1)</script>',
  '```\n<script>alert(1)</script>',
  '~~~html\n<img src=x onerror=alert(1)>',
  '    <script>alert(1)</script>',
  '> <script>alert(1)</script>',
  '- <img src=x onerror=alert(1)>',
  '| a |\n|---|\n| <script>alert(1)</script> |',
  '*<script>*alert(1)*</script>*',
  '<a\u00a0onclick=alert(1)>',
  '"><script>alert(1)</script>',
  "'-alert(1)-'",
  '" onmouseover="alert(1)',
  '"><img src=x onerror=alert(1)>',
  '</title><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '</p><script>alert(1)</script>',
  '-->',
  ']]>',
  '{{constructor.constructor("alert(1)")()}}',
  '<o:p onclick=alert(1)>',
  '<custom-element onclick=alert(1)>',
]; // prettier-ignore

/** Addresses that must not be followed. */
const addresses = [
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'java\r\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  '\u00a0javascript:alert(1)',
  'javascript\u200b:alert(1)',
  'javascript&colon;alert(1)',
  'javascript&#58;alert(1)',
  'javascript&#x3A;alert(1)',
  '&#106;avascript:alert(1)',
  '&#x6A;avascript:alert(1)',
  'java&Tab;script:alert(1)',
  'java&NewLine;script:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml;base64,PHN2Zz4=',
  'javascript:alert(1)//https://a.vn',
  'https://a.vn/" onclick="alert(1)',
  "https://a.vn/' onclick='alert(1)",
  'https://a.vn/) [y](javascript:alert(1)',
  'https://a.vn/><script>alert(1)</script>',
  'x" onerror="alert(1)',
  'x\\) <script>alert(1)</script>',
]; // prettier-ignore

const text = (value: string): Inline => ({ kind: 'text', value });
const paragraph = (...children: Inline[]): Block => ({ kind: 'paragraph', children });

/** The payload at every place of a body where text or an address may stand. */
const bodiesOf = (payload: string): Block[] => [
  paragraph(text(payload)),
  paragraph(text('a'), { kind: 'strong', children: [text(payload)] }, text('b')),
  paragraph(text('Xem <'), { kind: 'emphasis', children: [text(payload)] }),
  paragraph({ kind: 'code', value: payload }, { kind: 'break' }, text(payload)),
  paragraph({ kind: 'link', href: payload, children: [text(payload)] }),
  paragraph({ kind: 'link', href: 'https://a.vn', children: [{ kind: 'image', src: payload, alt: payload }] }),
  paragraph({ kind: 'sup', children: [text(payload)] }, { kind: 'sub', children: [text(payload)] }),
  { kind: 'heading', level: 2, children: [text(payload)] },
  { kind: 'list', ordered: false, items: [[paragraph(text(payload))], [{ kind: 'code', value: payload }]] },
  {
    kind: 'table',
    caption: [text(payload)],
    rows: [
      [{ header: true, colspan: 1, rowspan: 1, children: [paragraph(text(payload))] }],
      [
        {
          header: false,
          colspan: 1,
          rowspan: 1,
          children: [{ kind: 'code', value: payload }, paragraph(text(payload))],
        },
      ],
    ],
  },
  { kind: 'figure', images: [{ kind: 'image', src: payload, alt: payload }], caption: [text(payload)] },
  { kind: 'quote', children: [paragraph(text(payload))] },
  { kind: 'code', language: payload, value: payload },
  { kind: 'verse', lines: [[text('a')], [text(payload)]] },
  { kind: 'definitions', items: [{ term: [text(payload)], definition: [paragraph(text(payload))] }] },
  { kind: 'embed', href: payload, title: payload },
  { kind: 'embed', href: payload },
];

const allowed = new Set(
  'a article blockquote body br caption code dd del dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 head header hr html img input li link meta ol p pre strong sub sup table tbody td th thead time title tr ul'.split(
    ' ',
  ),
);

interface Node {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

/** What is dangerous in a piece of HTML, as a browser would build it. */
function dangers(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    const name = node.nodeName;
    if (!name.startsWith('#') && !allowed.has(name)) found.push(`<${name}>`);
    for (const { name: attribute, value } of node.attrs ?? []) {
      if (/^on|^style$|^srcdoc$/i.test(attribute)) found.push(`${name}[${attribute}]`);
      if (/^(?:href|src|action|formaction|xlink:href)$/i.test(attribute)) {
        const scheme = /^[\s\u0000-\u001f]*([a-z][a-z\d+.\s-]*):/i.exec(value)?.[1]?.replace(/\s/g, '').toLowerCase();
        if (scheme && !['http', 'https', 'mailto', 'tel', 'ftp'].includes(scheme))
          found.push(`${name}[${attribute}=${value}]`);
      }
    }
    for (const child of node.childNodes ?? []) visit(child);
  };
  visit(parseFragment(html) as Node);
  return found;
}

/** The most lenient reader: GFM with raw HTML and every scheme let through. */
const renderMarkdown = (markdown: string): string =>
  micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });

describe.each([...texts, ...addresses])('%j', (payload) => {
  test('stays text in HTML', () => {
    expect(dangers(toHtml(bodiesOf(payload)))).toEqual([]);
  });
  test('stays text in Markdown, each alone and all together', () => {
    for (const block of bodiesOf(payload)) expect(dangers(renderMarkdown(toMarkdown([block])))).toEqual([]);
    expect(dangers(renderMarkdown(toMarkdown(bodiesOf(payload))))).toEqual([]);
  });
  test('stays text in the head of a page', () => {
    const page = renderers.html(
      resultOf({
        title: payload,
        kicker: payload,
        byline: payload,
        sapo: payload,
        url: payload,
        language: payload,
        publishedAt: payload,
        attachments: [{ href: payload, title: payload }],
      }),
    );
    expect(dangers(page)).toEqual([]);
  });
});

test('the check itself sees what it looks for', () => {
  expect(dangers('<script></script>')).toEqual(['<script>']);
  expect(dangers('<img src=x onerror=alert(1)>')).toEqual(['img[onerror]']);
  expect(dangers('<a href=" java\tscript:alert(1)">x</a>')).toHaveLength(1);
  expect(dangers(renderMarkdown('<img src=x onerror=alert(1)> [x](javascript:a)'))).toHaveLength(2);
});
