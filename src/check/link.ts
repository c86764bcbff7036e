import { decodePart } from '../text/index.ts';
import type { CheckRule } from './rule.ts';

/** An address of a file beside the draft: its path, query and fragment left out; undefined for all others. */
export function localPath(address: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|\/|#|\{)/i.test(address)) return undefined;
  const [path = ''] = address.split(/[?#]/);
  return path === '' ? undefined : decodePart(path);
}

export const linkRules: readonly CheckRule[] = [
  {
    id: 'link/empty',
    level: 'warning',
    why: 'A link that leads nowhere is what is left of a menu, a script or a lost address.',
    source: '“Về đầu trang” and “Bản in” copied with the text',
    find: ({ links }) =>
      links
        .filter(({ href }) => /^(?:#?|javascript:.*|about:blank)$/i.test(href.trim()))
        .map(({ start, end, href }) => ({ start, end, params: { href } })),
    wrong: ['Xem [văn bản](#) này.', 'Bấm [vào đây](javascript:void(0)).'],
    right: ['Xem [mục 2](#muc-2) và [trang chủ](/).'],
  },
  {
    id: 'link/broken',
    level: 'error',
    why: 'The file that the link names is not there.',
    source: 'attachments that were not copied with the article',
    find: ({ links }, { fileExists }) =>
      links.flatMap(({ start, end, href }) => {
        const path = localPath(href);
        return path === undefined || !fileExists || fileExists(path) ? [] : [{ start, end, params: { href } }];
      }),
    wrong: ['Tải [quyết định](tep/khong-co.pdf).'],
    right: ['Tải [quyết định](https://vanban.example/1187.pdf), xem [mục 2](#muc-2).'],
  },
];
