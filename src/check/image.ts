import { localPath } from './link.ts';
import type { CheckRule } from './rule.ts';

/** File names that stand in for a picture. */
const placeholder =
  /(?:^|[/_-])(?:blank|spacer|pixel|transparent|no[-_]?(?:image|photo|pic)|default[-_]?(?:image|thumb)|placeholder|loading|lazy|1x1)(?![a-z])[^/]{0,20}\.(?:gif|png|jpe?g|svg|webp)(?:[?#]|$)/i;

export const imageRules: readonly CheckRule[] = [
  {
    id: 'image/empty',
    level: 'error',
    why: 'A picture without an address shows a broken frame.',
    source: 'lazy-loading scripts that keep the address elsewhere',
    find: ({ images }) => images.filter(({ src }) => src.trim() === '').map(({ start, end }) => ({ start, end })),
    wrong: ['![Đoàn khảo sát]()'],
    right: ['![Đoàn khảo sát](https://anh.example/a.jpg)'],
  },
  {
    id: 'image/placeholder',
    level: 'warning',
    why: 'A 1×1 dot or “no image” was saved where the picture should be.',
    source: 'newspapers that load pictures when they are scrolled to',
    find: ({ images }) =>
      images
        .filter(({ src }) => /^data:image\/[a-z+]+[;,].{0,200}$/i.test(src) || placeholder.test(src))
        .map(({ start, end, src }) => ({ start, end, params: { src: src.slice(0, 60) } })),
    wrong: ['![](images/blank.gif)', '![](data:image/gif;base64,R0lGODlhAQABAAAAACw=)'],
    right: ['![](https://anh.example/blankets-for-school.jpg)'],
  },
  {
    id: 'image/missing-file',
    level: 'error',
    why: 'The picture is not beside the draft.',
    source: 'drafts moved without their pictures',
    find: ({ images }, { fileExists }) =>
      images.flatMap(({ start, end, src }) => {
        const path = localPath(src);
        return path === undefined || !fileExists || fileExists(path) ? [] : [{ start, end, params: { src } }];
      }),
    wrong: ['![](anh/khong-co.jpg)'],
    right: ['![](https://anh.example/a.jpg)'],
  },
];
